"""Who is asking."""

from dataclasses import dataclass, field
from uuid import UUID

from contracts.values import InstitutionKind

PASS = "pass:"  # noqa: S105 a prefix
"""What the subject of a pass begins with; the id of the pass follows."""


@dataclass(frozen=True)
class Caller:
    """An authenticated worker, or a partner's system, acting for one institution."""

    worker: str
    """The subject of the token: an opaque code, safe in events and logs."""
    name: str
    institution: UUID
    institution_name: str
    kind: InstitutionKind
    roles: frozenset[str]
    traceparent: str | None = field(default=None, compare=False)
    only: UUID | None = None
    """The one thing that the holder of a pass may touch; none: whoever logged in."""

    @property
    def pass_id(self) -> UUID | None:
        """Which pass is shown; none for whoever logged in, whatever her token calls her."""
        return None if self.only is None else UUID(self.worker.removeprefix(PASS))
