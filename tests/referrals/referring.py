"""Referrals made up for the tests of their rules."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from contracts.intake import Urgency
from contracts.values import Consent, LegalBasis, StatutoryTask
from kernel.transactions import begin
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import Appointment, ReferralState
from services.referrals.domain.referral_words import Acting, Visit, Words
from services.referrals.use_cases.keep_referral_clocks import keep_referral_clocks
from tests.referrals.conftest import OPS as HERE
from tests.referrals.conftest import PUP as THERE
from tests.referrals.conftest import House

REFERRAL, CLIENT, OPS, PUP, NGO = (UUID(int=n) for n in range(1, 6))
OTHER_RELATION, PARTNERSHIP = UUID(int=9), UUID(int=10)
# Half past midnight in Poland, a Monday, still the evening before in UTC.
SENT_AT = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
VISIT = Visit(date(2026, 3, 10), "10:30", "Room 12")
ARTICLE = StatutoryTask(kind="statutory_task", article="art. 100 ust. 2 u.p.s.")


def sender(days: int = 0) -> Acting:
    """The sending institution's worker, some days later."""
    return Acting(OPS, "ops-worker", SENT_AT + timedelta(days=days))


def receiver(days: int = 0) -> Acting:
    """The receiving institution's worker, some days later."""
    return Acting(PUP, "pup-worker", SENT_AT + timedelta(days=days))


def stranger() -> Acting:
    """Somebody of neither."""
    return Acting(NGO, "ngo-worker", SENT_AT)


def draft(basis: LegalBasis | None = ARTICLE, **changes: Any) -> Referral:
    """A referral as its sender wrote it."""
    made: dict[str, Any] = {
        "id": REFERRAL,
        "relation_id": REFERRAL,
        "client_id": CLIENT,
        "sent_by": OPS,
        "sent_to": PUP,
        "sent_at": SENT_AT,
        "urgency": Urgency.NORMAL,
        "words": Words(purpose="Counselling", basis=basis),
        "version": 0,
    }
    return Referral(**made | changes)


def sent(**changes: Any) -> Referral:
    """The same, handed over."""
    referral = draft(**changes)
    referral.send(sender())
    return referral


def accepted(**changes: Any) -> Referral:
    """The same, accepted at once."""
    referral = sent(**changes)
    referral.accept(VISIT, receiver())
    return referral


def standing(state: ReferralState) -> Referral:
    """A referral in a state, with an appointment that was to be yesterday's."""
    referral = sent()
    referral.state = state
    if state is not ReferralState.DRAFT:
        referral.appointment = Appointment.SCHEDULED
        referral.first_visit_on = SENT_AT.date()
    return referral


def consent(until: date | None = None) -> Consent:
    """A consent on paper."""
    return Consent(kind="consent", evidence="form 12/2026", until=until)


async def owed(house: House) -> set[tuple[str, str, str]]:
    """What is owed: the kind, whose it is, in whose day it stands."""
    rows = await house.database.pool.fetch("SELECT kind, institution, audience FROM duties")
    offices = {HERE: "ops", THERE: "pup"}
    return {(r["kind"], offices[r["institution"]], r["audience"]) for r in rows}


async def make_the_round(house: House) -> bool:
    """Let the clock do a handful."""
    async with begin(house.database) as tx:
        return await keep_referral_clocks(tx)


async def let_days_pass(house: House, days: int) -> None:
    """Everything about every referral was some days earlier; then the clock looks."""
    columns = (
        "asked_on",
        "answer_due_on",
        "expires_on",
        "clock_on",
        "review_on",
        "planned_end_on",
    )
    instants = ("sent_at", "since", "ended_at")
    earlier = [f"{name} = {name} - {days}" for name in columns]
    earlier += [f"{name} = {name} - interval '{days} days'" for name in instants]
    await house.database.pool.execute(f"UPDATE referrals SET {', '.join(earlier)}")  # noqa: S608
    await make_the_round(house)
