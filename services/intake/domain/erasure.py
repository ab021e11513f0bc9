"""Erasing a client: two persons decide, and neither a hold nor the law on keeping stands against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kernel.refusals import Kind, Refusal
from services.intake.domain.retention import Kept


class ErasureGround(StrEnum):
    """Why she is erased (art. 17(1)), in the order of its letters."""

    NO_LONGER_NEEDED = "no_longer_needed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OBJECTION = "objection"
    UNLAWFUL = "unlawful"
    LEGAL_OBLIGATION = "legal_obligation"


class ErasureState(StrEnum):
    """Where a proposal to erase stands."""

    PROPOSED = "proposed"
    CARRIED_OUT = "carried_out"
    WITHDRAWN = "withdrawn"


class HoldReason(StrEnum):
    """Why nothing may be erased though its time has come."""

    COURT_CASE = "court_case"
    APPEAL = "appeal"
    INSPECTION = "inspection"
    CLAIM = "claim"
    REQUEST_OF_THE_PERSON = "request_of_the_person"


class OnlyItsRegistrar(Refusal):
    """Only the institution that registered the client may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która zarejestrowała tę osobę."


class ErasureBlocked(Refusal):
    """Nothing may be erased yet: a rule on keeping or a hold still stands; `blocked_by` names each."""

    kind = Kind.CONFLICT
    pl = "Nie można jeszcze usunąć danych: obowiązuje okres przechowywania albo wstrzymanie; wymienia je `blocked_by`."


class ErasureProposed(Refusal):
    """An erasure of this client is proposed already; somebody else must decide on it."""

    kind = Kind.CONFLICT
    pl = "Usunięcie danych tej osoby już zaproponowano; decyzję musi podjąć ktoś inny."


class ErasureNotFound(Refusal):
    """Your institution has no such proposal to erase."""

    kind = Kind.MISSING
    pl = "Twoja instytucja nie ma takiej propozycji usunięcia danych."


class ErasureDecided(Refusal):
    """The proposal to erase has been decided already."""

    kind = Kind.CONFLICT
    pl = "O usunięciu danych już zdecydowano."


class SecondPersonNeeded(Refusal):
    """Whoever proposed an erasure cannot carry it out; a second person must decide."""

    kind = Kind.FORBIDDEN
    pl = "Kto zaproponował usunięcie danych, nie może go wykonać; musi zdecydować druga osoba."


class HoldNotFound(Refusal):
    """There is no such hold on this client's data."""

    kind = Kind.MISSING
    pl = "Nie ma takiego wstrzymania usunięcia danych tej osoby."


class HoldLifted(Refusal):
    """The hold has been lifted already."""

    kind = Kind.CONFLICT
    pl = "Wstrzymanie już zniesiono."


class HoldOfOthers(Refusal):
    """Only the institution that placed a hold, or that registered the client, may lift it."""

    kind = Kind.FORBIDDEN
    pl = "Wstrzymanie może znieść tylko instytucja, która je ustanowiła albo zarejestrowała tę osobę."


class HoldOnVitalInterest(Refusal):
    """Who sees a client for a vital interest alone protects her life or health, and places no hold."""

    kind = Kind.FORBIDDEN
    pl = "Wgląd wyłącznie ze względu na żywotny interes nie daje prawa do wstrzymania usunięcia danych."


class HoldOver(Refusal):
    """A hold cannot end before today."""

    kind = Kind.INVALID
    pl = "Wstrzymanie nie może kończyć się przed dniem dzisiejszym."


@dataclass(eq=False)
class Hold:
    """Data that must not be erased whatever their age (wstrzymanie usunięcia, legal hold)."""

    id: UUID
    client_id: UUID
    institution: UUID
    reason: HoldReason
    until: date | None
    placed_by: str
    placed_at: datetime
    lifted_at: datetime | None = None

    def check(self, today: date) -> None:
        """Refuse a hold that would be over before it begins."""
        if self.until is not None and self.until < today:
            raise HoldOver(pointer="/until")

    def lift(self, at: datetime, *, by: UUID, registrar: UUID) -> None:
        """Let it end. Whoever answers for her record may end it too, or a forgotten one never ends."""
        if by not in {self.institution, registrar}:
            raise HoldOfOthers
        if self.lifted_at is not None:
            raise HoldLifted(state="lifted", allowed=[])
        self.lifted_at = at

    def stands(self, today: date) -> bool:
        """Whether it holds on this day; the last day is inclusive."""
        return self.lifted_at is None and (self.until is None or today <= self.until)


@dataclass(eq=False)
class Erasure:
    """A proposal to erase a client, which a second person carries out or drops."""

    id: UUID
    client_id: UUID
    institution: UUID
    ground: ErasureGround
    proposed_by: str
    proposed_at: datetime
    state: ErasureState = ErasureState.PROPOSED
    decided_by: str | None = None
    decided_at: datetime | None = None

    def approve(self, by: str, at: datetime) -> None:
        """Let a second person decide that it is carried out."""
        self._decide(ErasureState.CARRIED_OUT, by, at)
        if by == self.proposed_by:
            raise SecondPersonNeeded

    def withdraw(self, by: str, at: datetime) -> None:
        """Drop it."""
        self._decide(ErasureState.WITHDRAWN, by, at)

    def _decide(self, state: ErasureState, by: str, at: datetime) -> None:
        if self.state is not ErasureState.PROPOSED:
            raise ErasureDecided(state=self.state, allowed=[])
        self.state, self.decided_by, self.decided_at = state, by, at


def require_free(ground: ErasureGround, holds: Sequence[Hold], kept: Sequence[Kept]) -> None:
    """Refuse while something stands against it.

    A duty to keep presumes that it was lawful to collect; what never was is not kept (art. 17(1)(d)).
    """
    bars = [{"hold": str(h.id), "reason": h.reason.value, "until": _day(h.until)} for h in holds]
    if ground is not ErasureGround.UNLAWFUL:
        bars += [{"rule": k.rule, "until": _day(k.until)} for k in kept]
    if bars:
        raise ErasureBlocked(blocked_by=bars)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
