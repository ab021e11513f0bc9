"""A client passes from one worker to another of the same institution (przekazanie)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from contracts.referrals.advice import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverProposed,
    HandoverRefusal,
    HandoverSuperseded,
    HandoverWithdrawn,
)
from contracts.values import Note, View
from kernel.refusals import Kind, Refusal
from services.referrals.domain.advice import Actor, NotYourAdvice
from services.referrals.domain.handover_summary import HandoverSummary
from services.referrals.domain.moves import move


class HandoverState(StrEnum):
    """Where a hand-over stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    """The adviser changed otherwise."""


_PENDING = frozenset({HandoverState.PENDING})
MOVES = {
    "accept": (_PENDING, HandoverState.ACCEPTED),
    "decline": (_PENDING, HandoverState.DECLINED),
    "withdraw": (_PENDING, HandoverState.WITHDRAWN),
    "supersede": (_PENDING, HandoverState.SUPERSEDED),
}


class HandoverNotFound(Refusal):
    """There is no such hand-over at your institution."""

    kind = Kind.MISSING
    pl = "W Twojej instytucji nie ma takiego przekazania."


class HandoverPending(Refusal):
    """A hand-over of this client waits for an answer already; `handover_id` names it."""

    kind = Kind.CONFLICT
    pl = "Przekazanie tej osoby czeka już na odpowiedź; wskazuje je `handover_id`."


class HandoverToHerself(Refusal):
    """A client is handed over to another worker than the one who advises her."""

    kind = Kind.INVALID
    pl = "Osobę przekazuje się komuś innemu niż dotychczasowy doradca."


class NotTheAddressee(Refusal):
    """Only the worker to whom the hand-over was proposed answers it."""

    kind = Kind.FORBIDDEN
    pl = "Na propozycję przekazania odpowiada tylko ten, komu ją złożono."


class NotTheProposer(Refusal):
    """Only whoever proposed the hand-over, the adviser or a manager takes it back."""

    kind = Kind.FORBIDDEN
    pl = "Propozycję wycofuje tylko ten, kto ją złożył, doradca albo kierownictwo."


class KeepsNothing(Refusal):
    """What is to be kept does not rest on the adviser who hands over; the summary lists what does."""

    kind = Kind.INVALID
    pl = "Tego, co ma pozostać, nie prowadzi przekazujący doradca; podsumowanie wymienia, co prowadzi."


class HandoverWords(View):
    """What a hand-over says of a person. Sealed where it is kept, never in an event."""

    summary: HandoverSummary
    note: Note | None = None
    answer: Note | None = None
    """What the addressee wrote when she declined."""


@dataclass(eq=False, kw_only=True)
class Handover:
    """A proposal that another worker takes a client over, and its answer."""

    id: UUID
    advice_id: UUID
    client_id: UUID
    institution: UUID
    from_worker: str
    to_worker: str
    proposed_by: str
    proposed_at: datetime
    due_on: date
    words: HandoverWords
    state: HandoverState = HandoverState.PENDING
    reason: HandoverRefusal | None = None
    answered_at: datetime | None = None
    new_advice_id: UUID | None = None
    kept: list[UUID] = field(default_factory=list)
    """What stayed pending in the new adviser's name."""
    version: int = 1
    sealed: bytes = field(default=b"", repr=False)
    """The words as they are kept: the store seals and opens them."""

    def proposed(self) -> HandoverProposed:
        """Announce it."""
        if self.from_worker == self.to_worker:
            raise HandoverToHerself(pointer="/to/code")
        return HandoverProposed(**self._named())

    def accept(self, new_advice_id: UUID, at: datetime) -> HandoverAccepted:
        """Take the client over."""
        self._enter("accept", at)
        self.new_advice_id = new_advice_id
        return HandoverAccepted(**self._named(), new_advice_id=new_advice_id)

    def decline(self, reason: HandoverRefusal, note: str | None, at: datetime) -> HandoverDeclined:
        """Say no, and why."""
        self._enter("decline", at)
        self.reason = reason
        self.words = self.words.model_copy(update={"answer": note})
        return HandoverDeclined(**self._named(), reason=reason)

    def withdraw(self, at: datetime) -> HandoverWithdrawn:
        """Take the proposal back."""
        self._enter("withdraw", at)
        return HandoverWithdrawn(**self._named())

    def supersede(self, at: datetime) -> HandoverSuperseded:
        """Let it fall away: it rested on an adviser who is none any more."""
        self._enter("supersede", at)
        return HandoverSuperseded(**self._named())

    def require_kept(
        self, keep: AbstractSet[UUID], resting: AbstractSet[UUID] = frozenset()
    ) -> None:
        """Refuse to keep what never rested on the former adviser.

        What was answered since the proposal may still be named: there is nothing left to keep.
        """
        if not keep <= self.words.summary.resting | resting:
            raise KeepsNothing(pointer="/keep")

    def require_addressee(self, by: Actor) -> None:
        """Refuse everybody but the one whom it was proposed to."""
        if by.worker != self.to_worker:
            raise NotTheAddressee

    def require_proposer(self, by: Actor) -> None:
        """Refuse everybody but who proposed it, the adviser and managers."""
        if by.institution != self.institution:
            raise NotYourAdvice
        if by.worker not in {self.proposed_by, self.from_worker} and not by.manages:
            raise NotTheProposer

    def _enter(self, verb: str, at: datetime) -> None:
        self.state = move(MOVES, verb, self.state)
        self.answered_at = at
        self.version += 1

    def _named(self) -> dict[str, UUID]:
        return {
            "client_id": self.client_id,
            "handover_id": self.id,
            "advice_id": self.advice_id,
            "institution": self.institution,
        }
