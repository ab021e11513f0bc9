"""Whoever asked for information does not need it any more."""

from contracts.values import InformationRequestId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.information import InformationRequest
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


async def withdraw_information(
    request_id: InformationRequestId, *, by: Caller, expected: int | None, tx: Transaction
) -> InformationRequest:
    """Take it back; nobody owes an answer any more."""
    requests = InformationRequests(tx, by=by)
    request = await requests.get(request_id)
    expect(request.version, expected)
    tx.record(request.withdraw(by=by.institution))
    await requests.keep(request)
    await Duties(tx).strike(request.id)
    return request
