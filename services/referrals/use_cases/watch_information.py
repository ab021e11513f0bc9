"""The clock of requests for information: remind half-way and at the term, then tell both managers."""

from contracts.referrals.requests import InformationEscalated, RequestOver
from kernel import clock
from kernel.transactions import Transaction
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_duties import escalated, silent, to_answer
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests
from services.referrals.use_cases.supersede_requests import let_fall, still_sees

_HANDFUL = 50


async def watch_information(tx: Transaction) -> bool:
    """A handful of what is due today."""
    due = await InformationRequests(tx, by=None).due(clock.today(), _HANDFUL)
    for request in due:
        if await still_sees(request, tx):
            await _strike(request, tx)
        else:
            # A right that ended by its own day is announced by nobody.
            await let_fall(request, RequestOver.RIGHT_ENDED, tx=tx)
    return len(due) == _HANDFUL


async def _strike(request: InformationRequest, tx: Transaction) -> None:
    now, duties = clock.now(), Duties(tx)
    told = request.strike(clock.today())
    if told is None:
        return
    tx.record(told)
    if isinstance(told, InformationEscalated):
        await duties.owe(*escalated(request, now))
    else:
        await duties.owe(to_answer(request, now))
    if clock.today() >= request.due_on:
        await duties.owe(silent(request, now))
