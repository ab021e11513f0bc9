"""The institution asked gives no information."""

from pydantic import ConfigDict

from contracts.referrals.requests import InformationRefusal
from contracts.values import Command, InformationRequestId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_duties import to_read
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


class RefuseInformation(Command):
    """Refuse, and say why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "no_data"}]})

    reason: InformationRefusal
    note: Note | None = None


async def refuse_information(
    request_id: InformationRequestId,
    command: RefuseInformation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> InformationRequest:
    """Refuse it; whoever asked is told why."""
    requests, duties = InformationRequests(tx, by=by), Duties(tx)
    request = await requests.get(request_id)
    expect(request.version, expected)
    now = clock.now()
    tx.record(request.refuse(command.reason, command.note, by=by.institution, at=now))
    await requests.keep(request)
    await duties.strike(request.id)
    await duties.owe(to_read(request, now))
    return request
