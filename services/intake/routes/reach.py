"""The HTTP face of reaching the person: addresses, contact, language, account, papers, representatives."""

from fastapi import APIRouter, Response

from contracts.values import ClientId, DocumentId, RepresentativeId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import ClientNotFound, NotYoursToChange
from services.intake.domain.documents import DocumentKnown, DocumentNotFound, TooManyRecorded
from services.intake.domain.facts import DayToCome, NothingChanges
from services.intake.domain.representatives import EndsBeforeItBegan, RepresentativeNotFound
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.add_document import AddDocument, add_document
from services.intake.use_cases.appoint_representative import (
    AppointRepresentative,
    appoint_representative,
)
from services.intake.use_cases.change_bank_account import ChangeBankAccount, change_bank_account
from services.intake.use_cases.change_contact import ChangeContact, change_contact
from services.intake.use_cases.dismiss_representative import (
    DismissRepresentative,
    dismiss_representative,
)
from services.intake.use_cases.move_client import MoveClient, move_client
from services.intake.use_cases.retract_document import retract_document
from services.intake.use_cases.set_communication import SetCommunication, set_communication
from services.intake.views.clients import ClientView, seen_client

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)
_ANY = (ClientNotFound, NotYoursToChange, VersionIsOld, NothingChanges)
"""What may be answered to whoever changes a person."""


@router.post(
    "/clients/{client_id}/move",
    name="move_client",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, DayToCome),
)
async def move(
    client_id: ClientId,
    command: MoveClient,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record where she lives, is registered or receives letters (zamieszkanie, zameldowanie)."""
    client = await move_client(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/change-contact",
    name="change_contact",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY),
)
async def contact(
    client_id: ClientId,
    command: ChangeContact,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record how to reach her (dane kontaktowe)."""
    client = await change_contact(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/set-communication",
    name="set_communication",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY),
)
async def communication(
    client_id: ClientId,
    command: SetCommunication,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record language, interpreter and accessibility needs (potrzeby w zakresie dostępności)."""
    client = await set_communication(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/change-bank-account",
    name="change_bank_account",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY),
)
async def account(
    client_id: ClientId,
    command: ChangeBankAccount,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record to which account she is paid (rachunek bankowy)."""
    client = await change_bank_account(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/documents",
    name="add_document",
    status_code=201,
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, DocumentKnown, TooManyRecorded),
)
async def document(
    client_id: ClientId,
    command: AddDocument,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record an identity document other than the PESEL number (dokument tożsamości)."""
    client = await add_document(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/documents/{document_id}/retract",
    name="retract_document",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, DocumentNotFound),
)
async def retract(
    client_id: ClientId,
    document_id: DocumentId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Let a document count no more; it stays as history."""
    client = await retract_document(client_id, document_id, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/representatives",
    name="appoint_representative",
    status_code=201,
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, TooManyRecorded),
)
async def appoint(
    client_id: ClientId,
    command: AppointRepresentative,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record who may act in her name (przedstawiciel ustawowy, opiekun, kurator, pełnomocnik)."""
    client = await appoint_representative(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/representatives/{representative_id}/dismiss",
    name="dismiss_representative",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, *_ANY, RepresentativeNotFound, EndsBeforeItBegan, DayToCome
    ),
)
async def dismiss(
    client_id: ClientId,
    representative_id: RepresentativeId,
    command: DismissRepresentative,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record the last day on which somebody might act in her name."""
    client = await dismiss_representative(
        client_id, representative_id, command, expected=expected, by=by, tx=tx
    )
    tag(response, client.version)
    return await seen_client(tx, client, by)
