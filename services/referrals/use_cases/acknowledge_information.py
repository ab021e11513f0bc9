"""Whoever asked for information read what came of it."""

from contracts.values import InformationRequestId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.information import InformationRequest
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


async def acknowledge_information(
    request_id: InformationRequestId, *, by: Caller, expected: int | None, tx: Transaction
) -> InformationRequest:
    """Note that it was read: it leaves the asker's day."""
    requests = InformationRequests(tx, by=by)
    request = await requests.get(request_id)
    expect(request.version, expected)
    tx.record(request.acknowledge(by=by.institution, at=clock.now()))
    await requests.keep(request)
    await Duties(tx).strike(request.id, DutyKind.READ_ANSWER)
    return request
