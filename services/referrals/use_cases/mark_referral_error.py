"""A referral turns out to have been entered in error."""

from pydantic import ConfigDict

from contracts.referrals.codes import ErrorReason
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class MarkReferralError(Command):
    """Say what was wrong."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "wrong_client"}]})

    reason: ErrorReason
    note: Note | None = None


async def mark_referral_error(
    referral_id: ReferralId,
    command: MarkReferralError,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Hide it from every list; its history stays for the audit."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.mark_error(command.reason, acts)
    await take_step(referral, ("mark_error", told), by=acts, tx=tx, note=command.note)
    return referral
