"""A referral that ended is opened again: by its sender, or by the receiver that answered by mistake."""

from contracts.event import Event
from contracts.values import ReferralId
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.referral import Referral
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.send_referral import plan_it, require_no_twin
from services.referrals.use_cases.take_step import acting, take_step


async def reopen_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Open it under a new relation; a new action of the plan follows it.

    The sender may do so whatever the end was. The receiver may take back its own completion or
    refusal for some days: later the sender may have built on it, and then it is the sender's to say.
    """
    referral = await Referrals(tx, by=by).get(referral_id)
    expect(referral.version, expected)
    acts = acting(by)
    if by.institution == referral.sent_to:
        told: tuple[str, Event] = "take_back", referral.take_back(ids.new(), acts)
    else:
        told = "reopen", referral.reopen(ids.new(), acts)
    await require_no_twin(referral, tx)
    added = await _plan_anew(referral, tx)
    await take_step(referral, told, by=acts, tx=tx)
    if added:
        tx.record(added)
    return referral


async def _plan_anew(referral: Referral, tx: Transaction) -> Event | None:
    """The old action keeps what came of it; from now on another one follows the referral."""
    plan = await Plans(tx, by=None).with_action(referral.action_id)
    if plan is None:
        return None
    for action in (action for goal in plan.goals for action in goal.actions):
        if action.id == referral.action_id:
            action.referral_id = None
    # A referral has one action at a time, which the database holds.
    await tx.session.flush()
    return await plan_it(referral, [plan], tx)
