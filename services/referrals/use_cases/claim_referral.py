"""A member of a partnership takes on a referral that is open to all of them."""

from contracts.values import ReferralId
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.store.claimable import Claimable
from services.referrals.store.plans import Plans
from services.referrals.store.steps import Steps
from services.referrals.use_cases.hand_over import require_alone
from services.referrals.use_cases.take_step import acting, take_step


async def claim_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Claim it: from now on the claimer sees who she is, and owes an answer in its own time."""
    referral = await Claimable(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    told = referral.claim(acts)
    await require_alone(referral, tx)
    await take_step(referral, ("claim", told), by=acts, tx=tx)
    await _take_the_action_on(referral, by, tx)
    return referral


async def _take_the_action_on(referral: Referral, by: Caller, tx: Transaction) -> None:
    """The action that follows it stood with its sender while nobody had claimed it."""
    plan = await Plans(tx, by=None).with_action(referral.action_id)
    if plan is None:
        return
    for action in (action for goal in plan.goals for action in goal.actions):
        if action.id == referral.action_id:
            action.owner = by.institution
            plan.version += 1
