"""The HTTP face of services and their capacity."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.directory import MapCategory, ServiceStatus
from contracts.territory import Territory
from contracts.values import InstitutionId, ServiceId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.directory.domain.service import (
    AgesReversed,
    NotTheProvider,
    ProviderUnknown,
    ServiceKnown,
    ServiceNotFound,
    ServiceStands,
)
from services.directory.use_cases.change_service import ChangeService, change_service
from services.directory.use_cases.close_service import CloseService, close_service
from services.directory.use_cases.publish_service import PublishService, publish_service
from services.directory.use_cases.reopen_service import reopen_service
from services.directory.use_cases.retire_service import retire_service
from services.directory.use_cases.set_capacity import SetCapacity, set_capacity
from services.directory.views.services import (
    ServiceHistoryView,
    ServicePage,
    list_services,
    show_service,
    sieve,
    with_free_places,
)

router = APIRouter(prefix="/v1/services", tags=["services"], route_class=Verb)

_KEEPING = problems(ServiceNotFound, NotTheProvider, ServiceStands, VersionIsOld)
Words = Annotated[
    str | None,
    Query(max_length=200, description="Words of name or description; letters count bare."),
]
Covers = Annotated[
    Territory | None, Query(description="Only what covers this municipality, county, voivodeship.")
]
FreePlaces = Annotated[bool, Query(description="Only where somebody can be taken on at once.")]


@router.get("", name="list_services", dependencies=READS, responses=problems(CursorUnreadable))
async def services(
    tx: Tx,
    limit: Limit = 50,
    cursor: Cursor = None,
    institution: InstitutionId | None = None,
    category: MapCategory | None = None,
    area: Covers = None,
    status: ServiceStatus | None = None,
    free_places: FreePlaces = False,
    words: Words = None,
) -> ServicePage:
    """List what institutions offer (usługi); several filters narrow together, retired ones only by status."""
    filters = sieve(
        institution=institution, category=category, area=area, status=status, words=words
    )
    filters += [with_free_places()] if free_places else []
    return await list_services(tx, filters, limit, cursor)


@router.get(
    "/{service_id}",
    name="show_service",
    dependencies=READS,
    responses=problems(ServiceNotFound),
)
async def service(service_id: ServiceId, tx: Tx, response: Response) -> ServiceHistoryView:
    """Show one service (usługa), with its free places, who waits, and what changed in its entry."""
    view = await show_service(tx, service_id)
    tag(response, view.version)
    return view


@router.post(
    "",
    name="publish_service",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NotTheProvider, ProviderUnknown, AgesReversed, ServiceKnown),
)
async def publish(
    command: PublishService, by: By, tx: Tx, response: Response
) -> ServiceHistoryView:
    """Publish what your institution offers (ogłoszenie usługi); the operator may do so for any."""
    service = await publish_service(command, by=by, tx=tx)
    tag(response, service.version, f"/v1/services/{service.id}")
    return await show_service(tx, service.id)


@router.post(
    "/{service_id}/change",
    name="change_service",
    dependencies=WRITES,
    responses=_KEEPING | problems(AgesReversed),
)
async def change(
    service_id: ServiceId,
    command: ChangeService,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ServiceHistoryView:
    """Replace what the directory says of the service (zmiana opisu); 412 names what changed since."""
    service = await change_service(service_id, command, by=by, expected=expected, tx=tx)
    tag(response, service.version)
    return await show_service(tx, service.id)


@router.post(
    "/{service_id}/set-capacity", name="set_capacity", dependencies=WRITES, responses=_KEEPING
)
async def capacity(
    service_id: ServiceId,
    command: SetCapacity,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ServiceHistoryView:
    """Say for how many the service has room (liczba miejsc), and whether it keeps a waiting list."""
    service = await set_capacity(service_id, command, by=by, expected=expected, tx=tx)
    tag(response, service.version)
    return await show_service(tx, service.id)


@router.post("/{service_id}/close", name="close_service", dependencies=WRITES, responses=_KEEPING)
async def close(
    service_id: ServiceId,
    command: CloseService,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> ServiceHistoryView:
    """Close the service for a time (czasowe zamknięcie): nobody is sent there meanwhile."""
    service = await close_service(service_id, command, by=by, expected=expected, tx=tx)
    tag(response, service.version)
    return await show_service(tx, service.id)


@router.post(
    "/{service_id}/reopen", name="reopen_service", dependencies=WRITES, responses=_KEEPING
)
async def reopen(
    service_id: ServiceId, expected: Expected, by: By, tx: Tx, response: Response
) -> ServiceHistoryView:
    """Offer the service, for the first time or again (wznowienie usługi)."""
    service = await reopen_service(service_id, by=by, expected=expected, tx=tx)
    tag(response, service.version)
    return await show_service(tx, service.id)


@router.post(
    "/{service_id}/retire", name="retire_service", dependencies=WRITES, responses=_KEEPING
)
async def retire(
    service_id: ServiceId, expected: Expected, by: By, tx: Tx, response: Response
) -> ServiceHistoryView:
    """Offer the service no longer (zakończenie udzielania usługi); its entry stays readable."""
    service = await retire_service(service_id, by=by, expected=expected, tx=tx)
    tag(response, service.version)
    return await show_service(tx, service.id)
