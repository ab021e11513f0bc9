"""The receiving institution sets a day to see the client."""

from pydantic import ConfigDict

from contracts.values import Command, Day, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Place, TimeOfDay, Visit
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class ScheduleAppointment(Command):
    """Set a day, or another one."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"visit_on": "2030-01-14", "visit_at": "09:00", "place": "Room 12"}]
        }
    )

    visit_on: Day
    visit_at: TimeOfDay | None = None
    place: Place | None = None
    planned_end_on: Day | None = None


async def schedule_appointment(
    referral_id: ReferralId,
    command: ScheduleAppointment,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Set it; an earlier appointment gives way."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    visit = Visit(command.visit_on, command.visit_at, command.place)
    told = referral.schedule(visit, acts, planned_end_on=command.planned_end_on)
    await take_step(referral, ("schedule", told), by=acts, tx=tx)
    return referral
