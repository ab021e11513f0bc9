"""The receiving institution says what came of a referral."""

from pydantic import ConfigDict

from contracts.referrals import Outcome
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals


class CompleteReferral(Command):
    """Say what came of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"outcome": "employment", "note": "A bakery took her full time."}]
        }
    )

    outcome: Outcome
    note: Note | None = None


async def complete_referral(
    referral_id: ReferralId,
    command: CompleteReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Complete it; the action that follows it is done, with the same outcome."""
    referrals, plans = Referrals(tx, by=by), Plans(tx, by=None)
    referral = await referrals.get(referral_id)
    expect(referral.version, expected)
    tx.record(referral.complete(command.outcome, command.note, by=by.institution))
    await referrals.keep(referral)
    if referral.action_id and (plan := await plans.with_action(referral.action_id)):
        tx.record(plan.referral_completed(referral.action_id, command.outcome))
    return referral
