"""The HTTP face of what changes about a person, and of facts with their provenance."""

from fastapi import APIRouter, Request, Response

from contracts.values import ClientId
from kernel.problems import language_of, problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import (
    AlreadyRegistered,
    BornInTheFuture,
    ClientNotFound,
    NotYoursToChange,
    PeselContradictsBirthDate,
    SexContradictsPesel,
)
from services.intake.domain.facts import DayToCome, FactNotShown, NothingChanges, NothingToConfirm
from services.intake.domain.pesels import NoPeselToReplace, PeselKnownAlready
from services.intake.routes.clients import index_secret_of
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.change_name import ChangeName, change_name
from services.intake.use_cases.change_standing import ChangeStanding, change_standing
from services.intake.use_cases.confirm_facts import ConfirmFacts, confirm_facts
from services.intake.use_cases.correct_particulars import CorrectParticulars, correct_particulars
from services.intake.use_cases.replace_pesel import ReplacePesel, replace_pesel
from services.intake.views.clients import ClientView, seen_client
from services.intake.views.competence import CompetenceView, competence
from services.intake.views.facts import FactsView, facts_about

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)
_ANY = (ClientNotFound, NotYoursToChange, VersionIsOld, NothingChanges)
"""What may be answered to whoever changes a person."""


@router.post(
    "/clients/{client_id}/change-name",
    name="change_name",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, DayToCome),
)
async def name(
    client_id: ClientId,
    command: ChangeName,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record the name she bears from a day on; former names stay (zmiana imienia lub nazwiska)."""
    client = await change_name(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/correct-particulars",
    name="correct_particulars",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, *_ANY, BornInTheFuture, PeselContradictsBirthDate, SexContradictsPesel
    ),
)
async def correct(
    client_id: ClientId,
    command: CorrectParticulars,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Put right what was recorded by mistake (sprostowanie danych)."""
    client = await correct_particulars(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/replace-pesel",
    name="replace_pesel",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld,
        *_ANY,
        AlreadyRegistered,
        BornInTheFuture,
        NoPeselToReplace,
        PeselContradictsBirthDate,
        PeselKnownAlready,
        SexContradictsPesel,
    ),
)
async def pesel(
    client_id: ClientId,
    command: ReplacePesel,
    request: Request,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Correct, replace, add or remove the PESEL number; a re-issued one leaves the old to find her by."""
    client = await replace_pesel(
        client_id, command, expected=expected, by=by, tx=tx, index_secret=index_secret_of(request)
    )
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/change-standing",
    name="change_standing",
    dependencies=WRITES,
    responses=problems(SectionWithheld, *_ANY, DayToCome),
)
async def standing(
    client_id: ClientId,
    command: ChangeStanding,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Record citizenship, residence title (tytuł pobytowy) or marital status from a day on."""
    client = await change_standing(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.post(
    "/clients/{client_id}/confirm-facts",
    name="confirm_facts",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, ClientNotFound, VersionIsOld, DayToCome, FactNotShown, NothingToConfirm
    ),
)
async def confirm(
    client_id: ClientId,
    command: ConfirmFacts,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ClientView:
    """Note what the client confirmed to be right (potwierdzenie danych z klientem)."""
    client = await confirm_facts(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, client.version)
    return await seen_client(tx, client, by)


@router.get(
    "/clients/{client_id}/facts",
    name="show_facts",
    dependencies=READS,
    responses=problems(ClientNotFound),
)
async def facts(client_id: ClientId, by: By, tx: Tx, response: Response) -> FactsView:
    """Show each fact with who recorded it, when, from which source, and what it superseded."""
    view = await facts_about(tx, client_id, by)
    tag(response, view.version, about=client_id)
    return view


@router.get(
    "/clients/{client_id}/competence",
    name="show_competence",
    dependencies=READS,
    responses=problems(SectionWithheld, ClientNotFound),
)
async def offices(
    client_id: ClientId, request: Request, by: By, tx: Tx, response: Response
) -> CompetenceView:
    """Say which offices are competent for her and why (właściwość miejscowa)."""
    language = language_of(request.headers)
    response.headers["Content-Language"] = language
    concern(response, [client_id])
    return await competence(tx, client_id, by, language)
