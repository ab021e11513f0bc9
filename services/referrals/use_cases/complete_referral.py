"""The receiving institution says what came of a referral."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals import Outcome
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Delivered
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class CompleteReferral(Command):
    """Say what came of it: the code and a short note are both required."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"outcome": "employment", "note": "A bakery took her full time."}]
        }
    )

    outcome: Outcome
    note: Note
    delivered: Annotated[
        tuple[Delivered, ...],
        Field(max_length=20, description="What she was given, item by item."),
    ] = ()


async def complete_referral(
    referral_id: ReferralId,
    command: CompleteReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Complete it; the action that follows it is done, with the same outcome."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.complete(command.outcome, command.note, acts, delivered=command.delivered)
    await take_step(referral, ("complete", told), by=acts, tx=tx, note=command.note)
    return referral
