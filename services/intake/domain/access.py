"""Asking for access: an institution met a client who is registered elsewhere."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from contracts.intake import AccessRefused, AccessRequested
from kernel.refusals import Kind, Refusal


class AccessState(StrEnum):
    """Where a request for access stands."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"


MOVES = {
    "grant": ({AccessState.OPEN}, AccessState.GRANTED),
    "refuse": ({AccessState.OPEN}, AccessState.REFUSED),
}


class AccessRequestNotFound(Refusal):
    """There is no such request for access."""

    kind = Kind.MISSING
    pl = "Nie ma takiej prośby o dostęp."


class AccessAnswered(Refusal):
    """The request for access has been answered already."""

    kind = Kind.CONFLICT
    pl = "Na prośbę o dostęp już odpowiedziano."


class NobodyRegistered(Refusal):
    """Nobody with this PESEL number is registered; you can register her yourself."""

    kind = Kind.MISSING
    pl = "Nikt o tym numerze PESEL nie jest zarejestrowany; można zarejestrować tę osobę."


class AlreadyVisible(Refusal):
    """Your institution may see this client already."""

    kind = Kind.CONFLICT
    pl = "Twoja instytucja już może widzieć tę osobę."


@dataclass(eq=False)
class AccessRequest:
    """One institution asks the one that registered the client (prośba o dostęp)."""

    id: UUID
    client_id: UUID
    owner: UUID
    asked_by: UUID
    asked_at: datetime
    reason: str
    state: AccessState = AccessState.OPEN
    version: int = 1

    def asked(self) -> AccessRequested:
        """Announce it."""
        return AccessRequested(
            client_id=self.client_id, request_id=self.id, asked_by=self.asked_by
        )

    def grant(self) -> None:
        """Answer yes; the sharing that follows tells everybody."""
        self._move("grant")

    def refuse(self) -> AccessRefused:
        """Answer no."""
        self._move("refuse")
        return AccessRefused(client_id=self.client_id, request_id=self.id, asked_by=self.asked_by)

    def _move(self, verb: str) -> None:
        allowed_from, to = MOVES[verb]
        if self.state not in allowed_from:
            raise AccessAnswered(state=self.state, allowed=[])
        self.state = to
        self.version += 1
