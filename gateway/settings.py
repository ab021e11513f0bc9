"""What the environment must say to the gateway."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from kernel.settings import Key, Keys, secrets_of
from kernel.settings import Settings as HouseSettings


class Settings(HouseSettings):
    """Beyond what every process needs: where the services are."""

    service: str = "gateway"
    service_urls: dict[str, str]
    demo_key_file: Path | None = None
    """Where the embedded issuer keeps its key; only for a local demonstration."""
    demo_examples_file: Path | None = None
    """The real ids of what the examples in the documentation name; only for a demonstration."""
    anchor_key: Key
    """Signs the anchors of the audit log. It never lies in a database."""
    anchor_keys_old: Keys = ()
    """Keys that anchors were signed with before; they are believed, and sign no more."""
    anchor_seconds: Annotated[float, Field(gt=0, le=86_400)] = 3_600.0
    """How often the audit log is anchored."""
    anchors_file: Path | None = None
    """Where a copy of every anchor is kept, outside the database."""
    forward_seconds: float = 10.0
    arrival_seconds: float = 0.15
    """How long a written answer may wait for the record to show it; 0: it does not wait."""
    stream_seconds: Annotated[float, Field(gt=0, le=3_600)] = 600.0
    """How long a stream of events lives before its reader comes again, with a fresh token."""
    streams_each: Annotated[int, Field(ge=1)] = 20
    """How many streams of one institution a process keeps open."""
    streams_altogether: Annotated[int, Field(ge=1)] = 1_000

    @property
    def anchor_secrets(self) -> tuple[bytes, ...]:
        """The keys of anchors as bytes, the newest first."""
        return secrets_of((self.anchor_key, *self.anchor_keys_old))
