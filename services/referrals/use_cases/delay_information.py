"""The institution asked gives notice that its answer comes later."""

from pydantic import ConfigDict

from contracts.referrals.requests import DelayReason
from contracts.values import Command, Day, InformationRequestId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.duty import DutyKind
from services.referrals.domain.information import InformationRequest
from services.referrals.domain.information_duties import to_answer
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests


class DelayInformation(Command):
    """Give notice of delay."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"until": "2026-03-20", "reason": "archive"}]}
    )

    until: Day
    reason: DelayReason
    note: Note | None = None


async def delay_information(
    request_id: InformationRequestId,
    command: DelayInformation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> InformationRequest:
    """Put the term off, once; what was overdue is no more."""
    requests, duties = InformationRequests(tx, by=by), Duties(tx)
    request = await requests.get(request_id)
    expect(request.version, expected)
    said = (command.until, command.reason, command.note)
    tx.record(request.put_off(*said, by=by.institution))
    await requests.keep(request)
    await duties.strike(request.id, DutyKind.SILENT_REQUEST, DutyKind.ESCALATED_REQUEST)
    await duties.owe(to_answer(request, clock.now()))
    return request
