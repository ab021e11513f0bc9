"""What the environment must say to benefits."""

from typing import Annotated

from pydantic import Field

from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Nothing beyond what every process needs."""

    service: str = "benefits"
    # Its only round works on simulations, and whoever asked for one looks on.
    round_seconds: Annotated[float, Field(gt=0, le=3600)] = 2.0
