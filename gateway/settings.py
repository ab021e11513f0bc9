"""What the environment must say to the gateway."""

from pathlib import Path

from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Beyond what every process needs: where the services are."""

    service: str = "gateway"
    service_urls: dict[str, str]
    demo_key_file: Path | None = None
    """Where the embedded issuer keeps its key; only for a local demonstration."""
    forward_seconds: float = 10.0
