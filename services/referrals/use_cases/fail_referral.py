"""The receiving institution breaks off what was begun."""

from pydantic import ConfigDict

from contracts.referrals.codes import FailReason
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class FailReferral(Command):
    """Say why it came to nothing."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"reason": "no_contact", "note": "Three calls and a letter."}]
        }
    )

    reason: FailReason
    note: Note | None = None


async def fail_referral(
    referral_id: ReferralId,
    command: FailReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Break it off; the action that follows it is cancelled."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.fail(command.reason, command.note, acts)
    await take_step(referral, ("fail", told), by=acts, tx=tx, note=command.note)
    return referral
