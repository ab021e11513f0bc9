"""Whoever may not see a client any more advises her no longer."""

from contracts.referrals.advice import AdviceEnd
from contracts.sections import Section
from contracts.values import ClientId, InstitutionId
from kernel import clock, kinship, relations
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.advice import Advice
from services.referrals.store.advice import Advisers, close_case, forget, reopen_case
from services.referrals.use_cases.end_advice import let_go


async def follow_access(client_id: ClientId, *, cause: Fact, tx: Transaction) -> None:
    """A relation ended: end the advice of every institution that has none left."""
    for advice in await Advisers(tx, by=None).of_person(client_id):
        if await _lost(advice, tx):
            await let_go(advice, AdviceEnd.ACCESS_ENDED, tx=tx, cause=cause)


async def follow_closing(
    client_id: ClientId, institution: InstitutionId | None, *, cause: Fact, tx: Transaction
) -> None:
    """An institution closed the case: its adviser is done. Others may go on with the client."""
    await close_case(tx, client_id)
    if institution is None:
        return
    for advice in await Advisers(tx, by=None).of_person(client_id, institution):
        await let_go(advice, AdviceEnd.CASE_CLOSED, tx=tx, cause=cause)


async def follow_reopening(client_id: ClientId, *, tx: Transaction) -> None:
    """The case goes on: somebody should advise her again."""
    await reopen_case(tx, client_id)


async def forget_client(client_id: ClientId, *, tx: Transaction) -> None:
    """She was erased: nothing of her advisers, hand-overs and contacts stays."""
    await forget(tx, client_id)


async def check_access(tx: Transaction) -> bool:
    """The clock's round: rights also end by a day, which nobody announces. Each advice once a day."""
    today = clock.today()
    found = await Advisers(tx, by=None).unchecked(today)
    for advice in found:
        advice.checked_on = today
        if await _lost(advice, tx):
            await let_go(advice, AdviceEnd.ACCESS_ENDED, tx=tx)
    return bool(found)


async def _lost(advice: Advice, tx: Transaction) -> bool:
    """Whether nothing lets the institution see her; a restriction only stays its eyes for a while."""
    family = await kinship.family(tx.session, advice.client_id)
    if await relations.restricted(tx.session, family):
        return False
    seen = await relations.may_see(tx.session, advice.client_id, advice.institution, Section.PLAN)
    return not seen
