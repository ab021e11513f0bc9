"""A client passes from one adviser to the next, with everything that rests on her adviser."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from uuid import UUID

from contracts.referrals.advice import AdviceEnd
from contracts.referrals.codes import Change
from contracts.referrals.requests import RequestOver
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.handover import Handover
from services.referrals.store.advice import Advisers
from services.referrals.store.contact_clock import wind
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests
from services.referrals.store.resting import pass_on, referrals_resting_on, requests_resting_on
from services.referrals.use_cases.supersede_referrals import supersede_pending
from services.referrals.use_cases.supersede_requests import let_fall


async def pass_advice(
    advice: Advice, handover: Handover, keep: AbstractSet[UUID], *, by: Caller, tx: Transaction
) -> Advice:
    """End the one advice and begin the next; nothing pending outlives the change unnoticed."""
    resting = [*await referrals_resting_on(tx, advice), *await requests_resting_on(tx, advice)]
    handover.require_kept(keep, set(resting))
    await _let_fall(advice, [one for one in resting if one not in keep], tx)
    advisers, duties = Advisers(tx, by=None), Duties(tx)
    following = advice.passed_to(
        handover.to_worker, new_id=ids.new(), by=by.worker, on=clock.today()
    )
    ended = advice.end(AdviceEnd.HANDED_OVER, clock.today())
    await advisers.keep(advice, following)
    tx.record(ended, following.assigned(), handover.accept(following.id, clock.now()))
    handover.kept = [one for one in resting if one in keep]
    await pass_on(tx, advice, following.worker)
    await duties.strike(advice.id)
    await duties.strike(handover.id)
    await advisers.pass_duties(advice, to=following.worker)
    await wind(tx, following)
    return following


async def _let_fall(advice: Advice, fallen: Collection[UUID], tx: Transaction) -> None:
    """What the former adviser asked for, and nobody goes on asking for, falls away and says so."""
    if not fallen:
        return
    await supersede_pending(fallen, Change.ADVISER_CHANGED, tx=tx)
    for request in await InformationRequests(tx, by=None).open_of(advice.client_id):
        if request.id in fallen:
            await let_fall(request, RequestOver.ADVISER_CHANGED, tx=tx)
