"""What the environment must say to outcomes."""

from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Nothing beyond what every process needs."""

    service: str = "outcomes"
