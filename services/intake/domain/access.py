"""Asking for access: an institution met a client who is registered elsewhere."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from contracts.intake import AccessRefusal, AccessRefused, AccessRequested, AccessWithdrawn
from kernel.refusals import Kind, Refusal


class AccessState(StrEnum):
    """Where a request for access stands."""

    OPEN = "open"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


MOVES = {
    "grant": ({AccessState.OPEN}, AccessState.GRANTED),
    "refuse": ({AccessState.OPEN}, AccessState.REFUSED),
    "withdraw": ({AccessState.OPEN}, AccessState.WITHDRAWN),
}


class AccessRequestNotFound(Refusal):
    """There is no such request for access."""

    kind = Kind.MISSING
    pl = "Nie ma takiej prośby o dostęp."


class AccessAnswered(Refusal):
    """The request for access has been answered or withdrawn already."""

    kind = Kind.CONFLICT
    pl = "Na prośbę o dostęp już odpowiedziano albo ją wycofano."


class NoAnswerToAnEmergency(Refusal):
    """A request is answered within days and an answer lasts; in an emergency break the glass instead."""

    kind = Kind.INVALID
    pl = (
        "Na prośbę odpowiada się w ciągu dni, a odpowiedź obowiązuje dalej;"
        " w nagłej potrzebie proszę użyć awaryjnego otwarcia karty."
    )


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
    due_on: date | None
    """The last day of an answer in time, inclusive; none: asked before there was a clock."""
    state: AccessState = AccessState.OPEN
    refusal: AccessRefusal | None = None
    version: int = 1

    def asked(self) -> AccessRequested:
        """Announce it."""
        return AccessRequested(
            client_id=self.client_id, request_id=self.id, asked_by=self.asked_by
        )

    def grant(self) -> None:
        """Answer yes; the sharing that follows tells everybody."""
        self._move("grant")

    def refuse(self, reason: AccessRefusal) -> AccessRefused:
        """Answer no, and why."""
        self._move("refuse")
        self.refusal = reason
        return AccessRefused(
            client_id=self.client_id, request_id=self.id, asked_by=self.asked_by, reason=reason
        )

    def withdraw(self) -> AccessWithdrawn:
        """Take it back."""
        self._move("withdraw")
        return AccessWithdrawn(
            client_id=self.client_id, request_id=self.id, asked_by=self.asked_by
        )

    def overdue(self, today: date) -> bool:
        """Whether the answer should be there already."""
        return self.state is AccessState.OPEN and self.due_on is not None and self.due_on < today

    def _move(self, verb: str) -> None:
        allowed_from, to = MOVES[verb]
        if self.state not in allowed_from:
            raise AccessAnswered(state=self.state, allowed=[])
        self.state = to
        self.version += 1
