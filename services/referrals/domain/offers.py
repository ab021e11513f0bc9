"""A client offered to several at once, laid open to a partnership, or passed on in part."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from contracts.referrals.codes import Change
from contracts.referrals.offers import OfferExhausted
from contracts.referrals.steps import ReferralOffered
from kernel.refusals import Kind, Refusal
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_clock import ask_for_answer
from services.referrals.domain.referral_states import UNDER_WAY, ReferralState, step
from services.referrals.domain.referral_words import Acting, Words


class OfferState(StrEnum):
    """Where an offer to several stands."""

    OPEN = "open"
    SETTLED = "settled"
    """One of them accepted; the others fell away."""
    EXHAUSTED = "exhausted"
    """All said no, or let it expire."""
    WITHDRAWN = "withdrawn"


MOVES: dict[str, tuple[frozenset[OfferState], OfferState]] = {
    "settle": (frozenset({OfferState.OPEN, OfferState.EXHAUSTED}), OfferState.SETTLED),
    "exhaust": (frozenset({OfferState.OPEN}), OfferState.EXHAUSTED),
    "withdraw": (frozenset({OfferState.OPEN, OfferState.EXHAUSTED}), OfferState.WITHDRAWN),
}
"""Exhausted, and then settled: a receiver may take its own refusal back, a sender reopen one."""


class LeftOutReason(StrEnum):
    """Why somebody named in an offer was not asked."""

    NO_PLACES = "no_places"
    NOT_OFFERED = "not_offered"
    REFERRAL_OPEN = "referral_open"


class OfferNotFound(Refusal):
    """There is no such offer among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród propozycji, które może zobaczyć Twoja instytucja, nie ma takiej."


class TakenByAnother(Refusal):
    """Another institution accepted first; the client was offered to several at once."""

    kind = Kind.CONFLICT
    pl = "Inna instytucja przyjęła tę osobę wcześniej; propozycję złożono kilku naraz."


class AlreadyClaimed(Refusal):
    """Another member of the partnership claimed the referral first."""

    kind = Kind.CONFLICT
    pl = "Skierowanie podjął już inny członek partnerstwa."


class NotAMember(Refusal):
    """No agreement in force joins your institution to this partnership."""

    kind = Kind.INVALID
    pl = "Twojej instytucji nie łączy z tym partnerstwem żadne obowiązujące porozumienie."


class NobodyToAsk(Refusal):
    """Nobody named in the offer can be asked; `left_out` says why."""

    kind = Kind.CONFLICT
    pl = "Nikogo z wymienionych nie można zapytać; `left_out` mówi, dlaczego."


class OfferOver(Refusal):
    """The offer is settled or withdrawn already."""

    kind = Kind.CONFLICT
    pl = "Propozycję już przyjęto albo wycofano."


class PartUnfounded(Refusal):
    """Only what your institution accepted and has under way, of the same client, can be passed on in part."""

    kind = Kind.CONFLICT
    pl = "Przekazać w części można tylko skierowanie tej samej osoby, które Twoja instytucja przyjęła i realizuje."


@dataclass(eq=False, kw_only=True)
class Offer:
    """One client offered to several (propozycja dla kilku); the first who accepts takes her on."""

    id: UUID
    client_id: UUID
    made_by: UUID
    maker: str
    made_at: datetime
    state: OfferState = OfferState.OPEN
    settled_by: UUID | None = None
    """The referral that was accepted."""
    left_out: list[dict[str, str]] = field(default_factory=list)
    """Who was named and not asked: an id each, and why."""
    version: int = 1

    def settle(self, referral_id: UUID) -> None:
        """Somebody accepted: for the first time, or again after taking its own answer back."""
        if self.settled_by == referral_id:
            return
        if self.state not in MOVES["settle"][0]:
            raise TakenByAnother
        self._enter("settle")
        self.settled_by = referral_id

    def exhaust(self) -> OfferExhausted:
        """Nobody is left who could accept."""
        self._enter("exhaust")
        return OfferExhausted(client_id=self.client_id, offer_id=self.id, made_by=self.made_by)

    def withdraw(self) -> None:
        """Take it back from everybody who has not answered."""
        if self.state not in MOVES["withdraw"][0]:
            raise OfferOver
        self._enter("withdraw")

    def _enter(self, verb: str) -> None:
        self.state = MOVES[verb][1]
        self.version += 1


def refuse_if_taken(referral: Referral) -> None:
    """Say plainly why it fell away, rather than that its state forbids the step."""
    if referral.change is Change.TAKEN_BY_ANOTHER and referral.ended_at is not None:
        raise TakenByAnother


def lay_open_again(referral: Referral, relation_id: UUID, by: Acting) -> ReferralOffered:
    """Who claimed it says no, so the others of the partnership may claim it again."""
    group = referral.open_to
    if group is None:
        raise ValueError("it was never open to a partnership")
    state = step("reopen", referral.state)
    referral.sent_to = referral.receiver = referral.received_at = None
    referral.answered_at = referral.decline_reason = referral.waiting_since = None
    referral.relation_id = relation_id
    referral.words = Words(purpose=referral.words.purpose, basis=referral.words.basis)
    ask_for_answer(referral, by.on)
    referral.enter(state, by)
    return ReferralOffered(
        client_id=referral.client_id,
        referral_id=referral.id,
        sent_by=referral.sent_by,
        open_to=group,
    )


def require_foundation(parent: Referral, family: list[UUID], by: UUID) -> None:
    """Refuse a part of what one does not have in hand."""
    in_hand = parent.sent_to == by and parent.state in UNDER_WAY
    if not in_hand or parent.client_id not in family:
        raise PartUnfounded


def ended_unfulfilled(state: ReferralState, ended: frozenset[ReferralState]) -> bool:
    """Whether it ended in another way than by an outcome."""
    return state in ended and state is not ReferralState.COMPLETED
