"""The sender reads how a referral ended and closes the loop."""

from pydantic import ConfigDict

from contracts.referrals.codes import Satisfaction
from contracts.values import Command, Note, ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.take_step import acting, take_step


class AcknowledgeReferral(Command):
    """Close the loop, with what the client says."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"satisfaction": "satisfied", "client_words": "They took their time for me."}
            ]
        }
    )

    satisfaction: Satisfaction | None = None
    client_words: Note | None = None


async def acknowledge_referral(
    referral_id: ReferralId,
    command: AcknowledgeReferral,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Acknowledge it; what the client said is kept sealed."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.acknowledge(command.satisfaction, command.client_words, acts)
    await take_step(referral, ("acknowledge", told), by=acts, tx=tx)
    return referral
