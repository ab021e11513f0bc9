"""A client passes from one adviser to the next, with everything that rests on her adviser."""

from collections.abc import Set as AbstractSet
from uuid import UUID

from contracts.referrals.advice import AdviceEnd
from contracts.referrals.codes import Change
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.handover import Handover
from services.referrals.store.advice import Advisers
from services.referrals.store.contacts import wind
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import pass_referrals, resting_on
from services.referrals.use_cases.supersede_referrals import supersede_pending


async def pass_advice(
    advice: Advice, handover: Handover, keep: AbstractSet[UUID], *, by: Caller, tx: Transaction
) -> Advice:
    """End the one advice and begin the next; nothing pending outlives the change unnoticed."""
    resting = await resting_on(tx, advice)
    handover.require_kept(keep, set(resting))
    advisers, duties = Advisers(tx, by=None), Duties(tx)
    following = advice.passed_to(
        handover.to_worker, new_id=ids.new(), by=by.worker, on=clock.today()
    )
    fallen = [one for one in resting if one not in keep]
    await supersede_pending(fallen, Change.ADVISER_CHANGED, tx=tx)
    ended = advice.end(AdviceEnd.HANDED_OVER, clock.today())
    await advisers.keep(advice, following)
    tx.record(ended, following.assigned(), handover.accept(following.id, clock.now()))
    handover.kept = [one for one in resting if one in keep]
    await pass_referrals(tx, advice, following.worker)
    await duties.strike(advice.id)
    await duties.strike(handover.id)
    await advisers.pass_duties(advice, to=following.worker)
    await wind(tx, following)
    return following
