"""What the environment must say to the gateway."""

from pathlib import Path

from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Beyond what every process needs: where the services are."""

    service: str = "gateway"
    service_urls: dict[str, str]
    demo_key_file: Path | None = None
    """Where the embedded issuer keeps its key; only for a local demonstration."""
    demo_examples_file: Path | None = None
    """The real ids of what the examples in the documentation name; only for a demonstration."""
    forward_seconds: float = 10.0
    arrival_seconds: float = 0.15
    """How long a written answer may wait for the record to show it; 0: it does not wait."""
    webhooks_to_this_machine: bool = False
    """Whether a webhook may go to http and to this very machine; only for a demonstration."""
