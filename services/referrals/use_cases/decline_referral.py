"""The receiving institution sends a referral back with a reason."""

from pydantic import ConfigDict

from contracts.referrals import DeclineReason
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals


class DeclineReferral(Command):
    """Send it back."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"reason": "no_places", "note": "The next course begins in May."}]
        }
    )

    reason: DeclineReason
    note: Note | None = None


async def decline_referral(
    referral_id: ReferralId,
    command: DeclineReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Decline it; the action that follows it is cancelled."""
    referrals, plans = Referrals(tx, by=by), Plans(tx, by=None)
    referral = await referrals.get(referral_id)
    expect(referral.version, expected)
    tx.record(referral.decline(command.reason, command.note, by=by.institution))
    await referrals.keep(referral)
    if referral.action_id and (plan := await plans.with_action(referral.action_id)):
        plan.referral_ended(referral.action_id)
    return referral
