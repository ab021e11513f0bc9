"""The institution asked passes the request on to the competent one."""

from uuid import UUID

from pydantic import ConfigDict

from contracts.values import Command, InformationRequestId, Note
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.information import AskedUnknown, InformationRequest
from services.referrals.domain.information_answers import InformationWords
from services.referrals.domain.information_duties import to_answer, to_read
from services.referrals.domain.information_terms import terms_from
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests
from services.referrals.use_cases.ask_information import Asked


class PassOnInformation(Command):
    """Pass it on."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"to": {"institution": "0197a000-0000-7000-8000-000000000003"}}]
        }
    )

    to: Asked
    note: Note | None = None


async def pass_on_information(
    request_id: InformationRequestId,
    command: PassOnInformation,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> InformationRequest:
    """Ask the competent institution in its place, in the name of whoever asked, with a term of its own."""
    requests, duties = InformationRequests(tx, by=by), Duties(tx)
    request = await requests.get(request_id)
    expect(request.version, expected)
    now, to = clock.now(), command.to.institution
    forwarded = request.pass_on(to, command.note, by=by.institution, at=now)
    party = await relations.party(tx.session, to)
    if party is None or party.kind is None:
        raise AskedUnknown(pointer="/to/institution")
    tx.record(forwarded)
    # If whoever asked has asked them already, that request goes on; who passes on is not told.
    known = await requests.open_between(request.client_id, request.asked_by, to, request.kinds)
    request.passed_to = known or await _ask_anew(request, to, requests, tx)
    await requests.keep(request)
    await duties.strike(request.id)
    await duties.owe(to_read(request, now))
    return request


async def _ask_anew(
    request: InformationRequest,
    to: UUID,
    requests: InformationRequests,
    tx: Transaction,
) -> UUID:
    due_on, first_reminder = terms_from(clock.today())
    words = request.words
    anew = InformationRequest(
        id=ids.new(),
        client_id=request.client_id,
        relation_id=ids.new(),
        asked_by=request.asked_by,
        asker=request.asker,
        asked=to,
        asked_at=clock.now(),
        kinds=list(request.kinds),
        words=InformationWords(questions=words.questions, basis=words.basis),
        due_on=due_on,
        clock_on=first_reminder,
        passed_from=request.id,
    )
    tx.record(anew.ask())
    await requests.keep(anew)
    await Duties(tx).owe(to_answer(anew, anew.asked_at))
    return anew.id
