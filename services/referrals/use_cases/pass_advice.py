"""Clients pass from one adviser to the next, with everything that rests on their advisers."""

from collections.abc import Collection, Sequence
from uuid import UUID

from contracts.referrals.advice import AdviceEnd
from contracts.referrals.codes import Change
from contracts.referrals.requests import RequestOver
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.domain.passing import Passage
from services.referrals.store.advice import Advisers
from services.referrals.store.charges import Charges, charges
from services.referrals.store.contact_clock import wind
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests
from services.referrals.store.resting import pass_on, resting_on
from services.referrals.use_cases.supersede_referrals import supersede_pending
from services.referrals.use_cases.supersede_requests import let_fall


async def pass_advice(passages: Sequence[Passage], *, by: Caller, tx: Transaction) -> list[Advice]:
    """End what they advise and begin what follows; nothing pending outlives the change unnoticed.

    All of one institution and to one worker, no two of one person.
    """
    given = await charges(tx, *(one.advice for one in passages))
    await _let_fall(passages, given, tx)
    advisers, duties, to = Advisers(tx, by=None), Duties(tx), passages[0].handover.to_worker
    ended = [one.advice.end(AdviceEnd.HANDED_OVER, clock.today()) for one in passages]
    following = [
        one.advice.passed_to(to, new_id=ids.new(), by=by.worker, on=clock.today())
        for one in passages
    ]
    await advisers.keep(*given.advised)
    await advisers.keep(*following)
    for over, new, one in zip(ended, following, passages, strict=True):
        tx.record(over, new.assigned(), one.handover.accept(new.id, clock.now()))
    await pass_on(tx, given, to)
    await duties.strike_all([thing for one in passages for thing in one.things])
    await advisers.pass_duties(given, to=to)
    await wind(tx, *following)
    return following


async def _let_fall(passages: Sequence[Passage], given: Charges, tx: Transaction) -> None:
    """What a former adviser asked for, and nobody goes on asking for, falls away and says so."""
    resting = await resting_on(tx, given)
    fallen: dict[UUID, set[UUID]] = {}
    for one in passages:
        hers = resting.get(one.advice.id, [])
        one.handover.require_kept(one.keep, set(hers))
        one.handover.kept = [thing for thing in hers if thing in one.keep]
        if fell := set(hers) - one.keep:
            fallen[one.advice.client_id] = fell
    if not fallen:
        return
    await supersede_pending(set().union(*fallen.values()), Change.ADVISER_CHANGED, tx=tx)
    for client_id, things in fallen.items():
        await _let_requests_fall(client_id, things, tx)


async def _let_requests_fall(client_id: UUID, fallen: Collection[UUID], tx: Transaction) -> None:
    for request in await InformationRequests(tx, by=None).open_of(client_id):
        if request.id in fallen:
            await let_fall(request, RequestOver.ADVISER_CHANGED, tx=tx)
