"""The receiving institution agrees to see the client."""

from pydantic import ConfigDict

from contracts.values import Command, Day, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Place, Referral, TimeOfDay, Visit
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals


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


async def accept_referral(
    referral_id: ReferralId,
    command: AcceptReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Accept it; the action that follows it is in progress from now on."""
    referrals, plans = Referrals(tx, by=by), Plans(tx, by=None)
    referral = await referrals.get(referral_id)
    expect(referral.version, expected)
    visit = Visit(command.first_visit_on, command.first_visit_at, command.place)
    tx.record(referral.accept(visit, by=by.institution))
    await referrals.keep(referral)
    if referral.action_id and (plan := await plans.with_action(referral.action_id)):
        plan.referral_accepted(referral.action_id, first_visit_on=visit.on)
    return referral
