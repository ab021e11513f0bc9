"""The institution asked opens a request for information."""

from contracts.values import InformationRequestId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_duties import to_answer
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


async def receive_information(
    request_id: InformationRequestId, *, by: Caller, expected: int | None, tx: Transaction
) -> InformationRequest:
    """Note that it was opened; whoever opened it owes the answer from now on."""
    requests = InformationRequests(tx, by=by)
    request = await requests.get(request_id)
    expect(request.version, expected)
    now = clock.now()
    tx.record(request.receive(by=by.institution, worker=by.worker, at=now))
    await requests.keep(request)
    await Duties(tx).owe(to_answer(request, now))
    return request
