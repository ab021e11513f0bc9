"""A worker asks another institution for information about a client."""

from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, JsonValue

from contracts.values import ClientId, Command, InstitutionId
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.information import (
    AskedUnknown,
    InformationAsked,
    InformationRequest,
)
from services.referrals.domain.information_answers import (
    InformationBasis,
    InformationWords,
    Question,
    each_kind_once,
    kinds_of,
)
from services.referrals.domain.information_duties import to_answer
from services.referrals.domain.information_terms import terms_from
from services.referrals.store.duties import Duties
from services.referrals.store.information import InformationRequests

_EXAMPLE: dict[str, JsonValue] = {
    "client_id": "0197a000-0000-7000-8000-00000000c001",
    "to": {"institution": "0197a000-0000-7000-8000-000000000002"},
    "questions": [{"kind": "pup_status"}, {"kind": "benefit_right"}],
    "basis": {"kind": "statutory_task", "article": "art. 105 ust. 1 u.p.s."},
}


class Asked(Command):
    """Whom a request goes to."""

    institution: InstitutionId


class AskInformation(Command):
    """Ask for information about a client."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    client_id: ClientId
    to: Asked
    questions: Annotated[
        tuple[Question, ...],
        Field(min_length=1, max_length=10, description="Each kind once."),
        AfterValidator(each_kind_once),
    ]
    basis: InformationBasis


async def ask_information(
    command: AskInformation, *, by: Caller, tx: Transaction
) -> InformationRequest:
    """Ask once: while the same is asked there and not answered, the open request is named."""
    requests = InformationRequests(tx, by=by)
    asked, client_id = command.to.institution, await requests.hold(command.client_id, by)
    today = clock.today()
    due_on, first_reminder = terms_from(today)
    request = InformationRequest(
        id=ids.new(),
        client_id=client_id,
        relation_id=ids.new(),
        asked_by=by.institution,
        asker=by.worker,
        asked=asked,
        asked_at=clock.now(),
        kinds=kinds_of(command.questions),
        words=InformationWords(questions=command.questions, basis=command.basis),
        due_on=due_on,
        clock_on=first_reminder,
    )
    requested = request.ask()
    party = await relations.party(tx.session, asked)
    if party is None or party.kind is None:
        raise AskedUnknown(pointer="/to/institution")
    if known := await requests.open_between(client_id, by.institution, asked, request.kinds):
        raise InformationAsked(request_id=str(known))
    tx.record(requested)
    await requests.keep(request)
    await Duties(tx).owe(to_answer(request, request.asked_at))
    return request
