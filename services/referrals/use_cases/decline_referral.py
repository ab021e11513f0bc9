"""The receiving institution sends a referral back with a reason."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals import DeclineReason
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Alternative
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class DeclineReferral(Command):
    """Send it back."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"reason": "no_places", "note": "The next course begins in May."}]
        }
    )

    reason: DeclineReason
    note: Note | None = None
    alternatives: Annotated[
        tuple[Alternative, ...], Field(max_length=5, description="Whom else one could ask.")
    ] = ()


async def decline_referral(
    referral_id: ReferralId,
    command: DeclineReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Decline it; the action that follows it is cancelled."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.decline(command.reason, command.note, acts, instead=command.alternatives)
    await take_step(referral, ("decline", told), by=acts, tx=tx, note=command.note)
    return referral
