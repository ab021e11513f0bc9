"""The HTTP face of requests of data subjects."""

from fastapi import APIRouter, Response

from contracts.values import ClientId, SubjectRequestId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Limit, Tx, Verb, concern, tag
from services.intake.domain.client import ClientNotFound
from services.intake.domain.subject_request import (
    ReceivedInTheFuture,
    SubjectRequestAnswered,
    SubjectRequestNotFound,
    TermExtended,
    TermOver,
)
from services.intake.use_cases.extend_subject_request import (
    ExtendSubjectRequest,
    extend_subject_request,
)
from services.intake.use_cases.fulfil_subject_request import (
    FulfilSubjectRequest,
    fulfil_subject_request,
)
from services.intake.use_cases.open_subject_request import (
    OpenSubjectRequest,
    open_subject_request,
)
from services.intake.use_cases.refuse_subject_request import (
    RefuseSubjectRequest,
    refuse_subject_request,
)
from services.intake.views.rights import (
    SubjectRequestPage,
    SubjectRequestView,
    list_subject_requests,
    subject_request_view,
)

router = APIRouter(prefix="/v1", tags=["intake"], route_class=Verb)


@router.post(
    "/clients/{client_id}/subject-requests",
    name="open_subject_request",
    status_code=201,
    dependencies=WRITES,
    responses=problems(ClientNotFound, ReceivedInTheFuture),
)
async def receive(
    client_id: ClientId, command: OpenSubjectRequest, by: By, tx: Tx, response: Response
) -> SubjectRequestView:
    """Register what a person asks about her own data; a month runs (wniosek osoby, art. 15-21 RODO)."""
    request = await open_subject_request(client_id, command, by=by, tx=tx)
    tag(response, request.version, about=client_id)
    return subject_request_view(request)


@router.get(
    "/subject-requests",
    name="list_subject_requests",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def requests(
    by: By, tx: Tx, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> SubjectRequestPage:
    """List the requests of data subjects to your institution: those to answer first, by their last day."""
    page = await list_subject_requests(tx, by, limit=limit, after=cursor)
    concern(response, {item.client_id for item in page.items})
    return page


@router.post(
    "/subject-requests/{request_id}/extend",
    name="extend_subject_request",
    dependencies=WRITES,
    responses=problems(SubjectRequestNotFound, SubjectRequestAnswered, TermExtended, TermOver),
)
async def extend(
    request_id: SubjectRequestId, command: ExtendSubjectRequest, by: By, tx: Tx
) -> SubjectRequestView:
    """Take up to two further months, once, with a reason (przedłużenie terminu, art. 12 ust. 3 RODO)."""
    return subject_request_view(await extend_subject_request(request_id, command, by=by, tx=tx))


@router.post(
    "/subject-requests/{request_id}/fulfil",
    name="fulfil_subject_request",
    dependencies=WRITES,
    responses=problems(SubjectRequestNotFound, SubjectRequestAnswered, ClientNotFound),
)
async def fulfil(
    request_id: SubjectRequestId, command: FulfilSubjectRequest, by: By, tx: Tx
) -> SubjectRequestView:
    """Say that the person was given what she asked for (realizacja wniosku)."""
    return subject_request_view(await fulfil_subject_request(request_id, command, by=by, tx=tx))


@router.post(
    "/subject-requests/{request_id}/refuse",
    name="refuse_subject_request",
    dependencies=WRITES,
    responses=problems(SubjectRequestNotFound, SubjectRequestAnswered, ClientNotFound),
)
async def refuse(
    request_id: SubjectRequestId, command: RefuseSubjectRequest, by: By, tx: Tx
) -> SubjectRequestView:
    """Refuse, on a ground that the law names (odmowa, art. 12 ust. 4 i 5 RODO)."""
    return subject_request_view(await refuse_subject_request(request_id, command, by=by, tx=tx))
