"""The HTTP face of interviews."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import ClientId, Day, InterviewId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.intake.domain.client import ClientNotFound
from services.intake.domain.interview import (
    InterviewAlreadySigned,
    InterviewGivenUp,
    InterviewIncomplete,
    InterviewNotFound,
    InterviewNotSigned,
    InterviewUnderWay,
    InterviewUpdatedSince,
    NotHappenedYet,
    OutOfOrder,
)
from services.intake.domain.interview_terms import TermUnknown
from services.intake.store.sight import SectionWithheld
from services.intake.use_cases.open_interview import OpenInterview, open_interview
from services.intake.use_cases.record_segment import RecordSegment, record_segment
from services.intake.use_cases.record_visit import RecordVisit, record_visit
from services.intake.use_cases.sign_interview import SignInterview, sign_interview
from services.intake.use_cases.update_interview import UpdateInterview, update_interview
from services.intake.use_cases.withdraw_interview import WithdrawInterview, withdraw_interview
from services.intake.views.due_interviews import DueInterviews, list_due
from services.intake.views.interview_prefill import InterviewPrefill, prefill
from services.intake.views.interviews import (
    InterviewHistory,
    InterviewPage,
    InterviewRecord,
    InterviewView,
    SeenInterviews,
    interview_view,
)

router = APIRouter(prefix="/v1", tags=["interviews"], route_class=Verb)
_CLOSED = (InterviewNotFound, InterviewAlreadySigned, InterviewGivenUp, VersionIsOld)


@router.get(
    "/clients/{client_id}/interview-prefill",
    name="prefill_interview",
    dependencies=READS,
    responses=problems(ClientNotFound, SectionWithheld),
)
async def prefilled(client_id: ClientId, by: By, tx: Tx, response: Response) -> InterviewPrefill:
    """Fill in segments A and F from what the record knows, so that nothing is asked twice."""
    concern(response, [client_id])
    return await prefill(tx, by, client_id)


@router.post(
    "/clients/{client_id}/interviews",
    name="open_interview",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        SectionWithheld, ClientNotFound, InterviewUnderWay, NotHappenedYet, TermUnknown
    ),
)
async def open_one(
    client_id: ClientId, command: OpenInterview, by: By, tx: Tx, response: Response
) -> InterviewView:
    """Open a family environmental interview (rodzinny wywiad środowiskowy, art. 107 u.p.s.)."""
    opened = await open_interview(client_id, command, by=by, tx=tx)
    tag(response, opened.version, f"/v1/interviews/{opened.id}", about=client_id)
    return interview_view(opened, by)


@router.get(
    "/clients/{client_id}/interviews",
    name="list_interviews",
    dependencies=READS,
    responses=problems(ClientNotFound, CursorUnreadable),
)
async def of_client(
    client_id: ClientId,
    by: By,
    tx: Tx,
    response: Response,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> InterviewPage:
    """List the interviews of a client that your institution conducts, newest first."""
    concern(response, [client_id])
    return await SeenInterviews(tx, by).of_client(client_id, limit, cursor)


@router.get(
    "/interviews/due",
    name="list_due_interviews",
    dependencies=READS,
    responses=problems(CursorUnreadable),
)
async def due(
    by: By,
    tx: Tx,
    response: Response,
    until: Annotated[
        Day | None, Query(description="Due by this day, inclusive; without it, within 30 days.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> DueInterviews:
    """List the interviews your institution must hold or update, the most pressing first."""
    page = await list_due(tx, by, until=until, limit=limit, after=cursor)
    concern(response, dict.fromkeys(item.client_id for item in page.items))
    return page


@router.get(
    "/interviews/{interview_id}",
    name="show_interview",
    dependencies=READS,
    responses=problems(InterviewNotFound),
)
async def show(interview_id: InterviewId, by: By, tx: Tx, response: Response) -> InterviewRecord:
    """Show an interview with the latest of each segment, cut to what you may see."""
    record = await SeenInterviews(tx, by).show(interview_id)
    tag(response, record.version, about=record.client_id)
    return record


@router.get(
    "/interviews/{interview_id}/history",
    name="show_interview_history",
    dependencies=READS,
    responses=problems(InterviewNotFound, CursorUnreadable),
)
async def history(
    interview_id: InterviewId,
    by: By,
    tx: Tx,
    response: Response,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> InterviewHistory:
    """Show everything ever recorded in an interview, with who wrote it and when, oldest first."""
    client_id, page = await SeenInterviews(tx, by).history(interview_id, limit, cursor)
    concern(response, [client_id])
    return page


@router.post(
    "/interviews/{interview_id}/visit",
    name="record_visit",
    dependencies=WRITES,
    responses=problems(*_CLOSED, NotHappenedYet, OutOfOrder),
)
async def visit(
    interview_id: InterviewId,
    command: RecordVisit,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InterviewView:
    """Record where and when the interview was held, and who was there."""
    interview = await record_visit(interview_id, command, expected=expected, by=by, tx=tx)
    tag(response, interview.version, about=interview.client_id)
    return interview_view(interview, by)


@router.post(
    "/interviews/{interview_id}/segments",
    name="record_segment",
    dependencies=WRITES,
    responses=problems(*_CLOSED),
)
async def segment(
    interview_id: InterviewId,
    command: RecordSegment,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InterviewView:
    """Record one segment of the questionnaire; what was written before stays in the history."""
    interview = await record_segment(interview_id, command, expected=expected, by=by, tx=tx)
    tag(response, interview.version, about=interview.client_id)
    return interview_view(interview, by)


@router.post(
    "/interviews/{interview_id}/sign",
    name="sign_interview",
    dependencies=WRITES,
    responses=problems(*_CLOSED, InterviewIncomplete, NotHappenedYet, OutOfOrder, TermUnknown),
)
async def sign(
    interview_id: InterviewId,
    command: SignInterview,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InterviewView:
    """Sign an interview: from now on nothing in it changes (oświadczenie, zał. 2)."""
    interview = await sign_interview(interview_id, command, expected=expected, by=by, tx=tx)
    tag(response, interview.version, about=interview.client_id)
    return interview_view(interview, by)


@router.post(
    "/interviews/{interview_id}/withdraw",
    name="withdraw_interview",
    dependencies=WRITES,
    responses=problems(*_CLOSED),
)
async def withdraw(
    interview_id: InterviewId,
    command: WithdrawInterview,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> InterviewView:
    """Give up an interview that nobody signed, with a reason."""
    interview = await withdraw_interview(interview_id, command, expected=expected, by=by, tx=tx)
    tag(response, interview.version, about=interview.client_id)
    return interview_view(interview, by)


@router.post(
    "/interviews/{interview_id}/update",
    name="update_interview",
    status_code=201,
    dependencies=WRITES,
    responses=problems(
        InterviewNotFound,
        InterviewNotSigned,
        InterviewUpdatedSince,
        InterviewUnderWay,
        TermUnknown,
    ),
)
async def update(
    interview_id: InterviewId, command: UpdateInterview, by: By, tx: Tx, response: Response
) -> InterviewView:
    """Open the update of a signed interview; it begins with what the last one said."""
    opened = await update_interview(interview_id, command, by=by, tx=tx)
    tag(response, opened.version, f"/v1/interviews/{opened.id}", about=opened.client_id)
    return interview_view(opened, by)
