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
    forward_seconds: Annotated[float, Field(gt=0)] = 10.0
    """How long a service may take to answer, a second attempt included."""
    forward_at_once: Annotated[int, Field(ge=1)] = 200
    """How many requests one service may have under way; one that hangs holds no more."""
    circuit_failures: Annotated[int, Field(ge=1)] = 5
    """After how many calls without an answer, in a row, a service is not called for a while."""
    circuit_rest_seconds: Annotated[float, Field(gt=0)] = 2.0
    """That while; then one call is let through to see."""
    arrival_seconds: float = 0.15
    """How long a written answer may wait for the record to show it; 0: it does not wait."""
    most_at_once: Annotated[int, Field(ge=1)] = 1100
    """How many requests may be inside: what five services may hold, and a hundred of its own."""
    caller_at_once: Annotated[int, Field(ge=1)] = 64
    """How many of them one caller may have: a worker, or a partner's system."""
    body_seconds: Annotated[float, Field(gt=0)] = 30.0
    """How long a body may take to arrive."""
    lag_seconds: Annotated[float, Field(gt=0)] = 1.0
    """How late the process may be, twice in a row, before it lets nobody in for a moment."""
    anchor_key: Key
    """Signs the anchors of the audit log. It never lies in a database."""
    anchor_keys_old: Keys = ()
    """Keys that anchors were signed with before; they are believed, and sign no more."""
    anchor_seconds: Annotated[float, Field(gt=0, le=86_400)] = 3_600.0
    """How often the audit log is anchored."""
    anchors_file: Path | None = None
    """Where a copy of every anchor is kept, outside the database."""
    webhooks_to_this_machine: bool = False
    """Whether a webhook may go to http and to this very machine; only for a demonstration."""

    @property
    def anchor_secrets(self) -> tuple[bytes, ...]:
        """The keys of anchors as bytes, the newest first."""
        return secrets_of((self.anchor_key, *self.anchor_keys_old))
