"""Requests for information fall away when what they rest on changes."""

from uuid import UUID

from contracts.referrals.requests import RequestOver
from contracts.sections import Section
from kernel import clock, kinship, relations
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_duties import to_read
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


async def supersede_requests(
    client_id: UUID,
    over: RequestOver,
    *,
    tx: Transaction,
    asked_by: UUID | None = None,
    asker: str | None = None,
    cause: Fact | None = None,
) -> None:
    """Let the open requests about a person fall away: all, or those of one institution or worker."""
    for request in await InformationRequests(tx, by=None).open_of(client_id):
        theirs = asked_by in {None, request.asked_by} and asker in {None, request.asker}
        if theirs:
            await let_fall(request, over, tx=tx, cause=cause)


async def supersede_without_right(client_id: UUID, *, cause: Fact, tx: Transaction) -> None:
    """Let fall what institutions asked that may not see the person any more."""
    for request in await InformationRequests(tx, by=None).open_of(client_id):
        if not await still_sees(request, tx):
            await let_fall(request, RequestOver.RIGHT_ENDED, tx=tx, cause=cause)


async def still_sees(request: InformationRequest, tx: Transaction) -> bool:
    """Whether whoever asked could ask today; a restriction only stays its eyes for a while."""
    asker = request.asked_by
    family = await kinship.family(tx.session, request.client_id)
    if await relations.restricted(tx.session, family):
        return True
    return await relations.may_see(tx.session, request.client_id, asker, Section.REFERRALS)


async def let_fall(
    request: InformationRequest, over: RequestOver, *, tx: Transaction, cause: Fact | None = None
) -> None:
    """One request falls away; whoever asked is told, unless nothing is left to tell of."""
    superseded = request.supersede(over)
    duties = Duties(tx)
    await duties.strike(request.id)
    if over is not RequestOver.CLIENT_ERASED:
        tx.record(superseded, cause=cause)
        await duties.owe(to_read(request, clock.now()))
