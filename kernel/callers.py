"""Who is asking."""

from dataclasses import dataclass, field
from uuid import UUID

from contracts.values import InstitutionKind


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
