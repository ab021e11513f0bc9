"""The receiving institution lets a referral rest until a day."""

from pydantic import ConfigDict

from contracts.referrals.codes import PauseReason
from contracts.values import Command, Day, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class HoldReferral(Command):
    """Let it rest."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "illness", "review_on": "2030-02-01"}]}
    )

    reason: PauseReason
    review_on: Day
    note: Note | None = None


async def hold_referral(
    referral_id: ReferralId,
    command: HoldReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Let it rest; on the day somebody looks at it again."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.hold(command.reason, command.review_on, acts)
    await take_step(referral, ("hold", told), by=acts, tx=tx, note=command.note)
    return referral
