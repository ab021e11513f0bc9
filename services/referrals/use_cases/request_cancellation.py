"""The sender asks for a referral back that was opened already."""

from pydantic import ConfigDict

from contracts.referrals.codes import CancelReason
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class RequestCancellation(Command):
    """Ask for it back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "not_needed"}]})

    reason: CancelReason
    note: Note | None = None


async def request_cancellation(
    referral_id: ReferralId,
    command: RequestCancellation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Ask; the receiver confirms, or says what came of it all the same."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.request_cancellation(command.reason, acts)
    await take_step(referral, ("request_cancellation", told), by=acts, tx=tx, note=command.note)
    return referral
