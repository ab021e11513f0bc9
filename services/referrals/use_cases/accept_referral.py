"""The receiving institution agrees to see the client."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import Command, Day, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.offers import refuse_if_taken
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Place, TimeOfDay, Visit
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class AcceptReferral(Command):
    """Agree to see the client."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"first_visit_on": "2026-03-10", "first_visit_at": "10:30", "place": "Room 12"}
            ]
        }
    )

    first_visit_on: Day
    first_visit_at: TimeOfDay | None = None
    place: Place | None = None
    planned_end_on: Annotated[
        Day | None, Field(description="When it should be done: the outcome is due a week later.")
    ] = None


async def accept_referral(
    referral_id: ReferralId,
    command: AcceptReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Accept it; the action that follows it is in progress from now on."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    refuse_if_taken(referral)
    visit = Visit(command.first_visit_on, command.first_visit_at, command.place)
    told = referral.accept(visit, acts, planned_end_on=command.planned_end_on)
    await take_step(referral, ("accept", told), by=acts, tx=tx)
    return referral
