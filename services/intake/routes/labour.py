"""The HTTP face of registrations at labour offices."""

from fastapi import APIRouter, Response

from contracts.values import ClientId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import ClientNotFound
from services.intake.domain.labour import (
    AlreadyAtLabourOffice,
    BeforeRegistration,
    NotAtLabourOffice,
    TitleExcludes,
)
from services.intake.domain.means import EndsBeforeItBegins, InTheFuture
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.deregister_at_labour_office import (
    DeregisterAtLabourOffice,
    deregister_at_labour_office,
)
from services.intake.use_cases.log_labour_contact import LogLabourContact, log_labour_contact
from services.intake.use_cases.record_ipd import RecordIpd, record_ipd
from services.intake.use_cases.register_at_labour_office import (
    RegisterAtLabourOffice,
    register_at_labour_office,
)
from services.intake.views.labour import (
    LabourRegistrationList,
    LabourRegistrationView,
    list_registrations,
    show_registration,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/labour-registration",
    name="register_at_labour_office",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        SectionWithheld,
        ClientNotFound,
        AlreadyAtLabourOffice,
        TitleExcludes,
        InTheFuture,
        EndsBeforeItBegins,
    ),
)
async def register(
    client_id: ClientId, command: RegisterAtLabourOffice, by: By, tx: Tx, response: Response
) -> LabourRegistrationView:
    """Register at a labour office as unemployed, job seeker or inactive (rejestracja w PUP)."""
    registration = await register_at_labour_office(client_id, command, by=by, tx=tx)
    tag(response, registration.version)
    return await show_registration(tx, registration, by)


@router.post(
    "/clients/{client_id}/labour-registration/deregister",
    name="deregister_at_labour_office",
    dependencies=WRITES,
    responses=problems(
        SectionWithheld,
        ClientNotFound,
        NotAtLabourOffice,
        BeforeRegistration,
        InTheFuture,
        VersionIsOld,
    ),
)
async def deregister(
    client_id: ClientId,
    command: DeregisterAtLabourOffice,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> LabourRegistrationView:
    """End the registration at the labour office (wyrejestrowanie)."""
    ended = await deregister_at_labour_office(client_id, command, expected=expected, by=by, tx=tx)
    tag(response, ended.version)
    return await show_registration(tx, ended, by)


@router.post(
    "/clients/{client_id}/labour-registration/ipd",
    name="record_ipd",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        SectionWithheld,
        ClientNotFound,
        NotAtLabourOffice,
        BeforeRegistration,
        InTheFuture,
        EndsBeforeItBegins,
    ),
)
async def ipd(
    client_id: ClientId, command: RecordIpd, by: By, tx: Tx, response: Response
) -> LabourRegistrationView:
    """Record an individual action plan (IPD) of the labour office."""
    registration = await record_ipd(client_id, command, by=by, tx=tx)
    tag(response, registration.version)
    return await show_registration(tx, registration, by)


@router.post(
    "/clients/{client_id}/labour-registration/contacts",
    name="log_labour_contact",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, ClientNotFound, NotAtLabourOffice, BeforeRegistration, InTheFuture
    ),
)
async def contact(
    client_id: ClientId, command: LogLabourContact, by: By, tx: Tx, response: Response
) -> LabourRegistrationView:
    """Note that office and client were in touch (kontakt z doradcą)."""
    registration = await log_labour_contact(client_id, command, by=by, tx=tx)
    tag(response, registration.version)
    return await show_registration(tx, registration, by)


@router.get(
    "/clients/{client_id}/labour-registrations",
    name="list_labour_registrations",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def registrations(
    client_id: ClientId, by: By, tx: Tx, response: Response
) -> LabourRegistrationList:
    """List the registrations at labour offices with their plans, and by when a plan is due."""
    found = await list_registrations(tx, client_id, by)
    concern(response, [client_id])
    return found
