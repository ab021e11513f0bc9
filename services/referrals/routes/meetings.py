"""The HTTP face of case meetings: planned, convened, held, minuted."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from contracts.values import ClientId, MeetingId, PartnershipId
from kernel.pages import CursorUnreadable
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Cursor, Expected, Limit, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.agenda import ItemNotFound
from services.referrals.domain.meeting import (
    MeetingAhead,
    MeetingBeforeToday,
    MeetingNotFound,
    MinutesAlreadyApproved,
    NotAParticipant,
    NotOfThisPartnership,
    NotPresent,
    NotTheChair,
    ParticipantUnknown,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.use_cases.answer_invitation import AnswerInvitation, answer_invitation
from services.referrals.use_cases.approve_minutes import approve_minutes
from services.referrals.use_cases.cancel_meeting import CancelMeeting, cancel_meeting
from services.referrals.use_cases.draft_minutes import DraftMinutes, draft_minutes
from services.referrals.use_cases.invite_to_meeting import InviteToMeeting, invite_to_meeting
from services.referrals.use_cases.move_meeting import MoveMeeting, move_meeting
from services.referrals.use_cases.open_meeting import OpenMeeting, open_meeting
from services.referrals.use_cases.plan_meeting import PlanMeeting, plan_meeting
from services.referrals.views.meeting_minutes import MinutesView, show_minutes
from services.referrals.views.meetings import (
    MeetingPage,
    MeetingView,
    NextMeetings,
    SeenMeetings,
    When,
)

router = APIRouter(prefix="/v1/meetings", tags=["meetings"], route_class=Verb)

_CHAIR = problems(MeetingNotFound, NotTheChair, IllegalMove, VersionIsOld)


@router.post(
    "",
    name="plan_meeting",
    status_code=201,
    dependencies=WRITES,
    responses=problems(NotOfThisPartnership, ParticipantUnknown, MeetingBeforeToday),
)
async def plan(command: PlanMeeting, by: By, tx: Tx, response: Response) -> MeetingView:
    """Plan a joint case meeting of your partnership (spotkanie zespołu); your institution chairs it."""
    meeting = await plan_meeting(command, by=by, tx=tx)
    tag(response, meeting.version, f"/v1/meetings/{meeting.id}")
    return await SeenMeetings(tx, by).show(meeting.id)


@router.get("", name="list_meetings", dependencies=READS, responses=problems(CursorUnreadable))
async def meetings(
    by: By,
    tx: Tx,
    response: Response,
    when: When = When.UPCOMING,
    client_id: Annotated[
        ClientId | None, Query(description="Only those with an item about her that you may know.")
    ] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> MeetingPage:
    """List the meetings your institution takes part in: soonest first, or of the past latest first."""
    page = await SeenMeetings(tx, by).page(when, client_id, limit, cursor)
    concern(response, [client_id] if client_id and page.items else [])
    return page


@router.get(
    "/next", name="suggest_meeting", dependencies=READS, responses=problems(NotOfThisPartnership)
)
async def suggest(
    by: By,
    tx: Tx,
    partnership: Annotated[
        PartnershipId | None, Query(description="Absent: each of yours.")
    ] = None,
) -> NextMeetings:
    """Suggest when your partnership meets again: a working day a month after the last meeting."""
    return await SeenMeetings(tx, by).suggest(partnership)


@router.get(
    "/{meeting_id}",
    name="show_meeting",
    dependencies=READS,
    responses=problems(MeetingNotFound),
)
async def meeting(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MeetingView:
    """Show a meeting with the items of its agenda that you may know of (porządek spotkania)."""
    return await _shown(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/invite",
    name="invite_to_meeting",
    dependencies=WRITES,
    responses=_CHAIR | problems(ParticipantUnknown),
)
async def invite(
    meeting_id: MeetingId,
    command: InviteToMeeting,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Send the invitations (zaproszenie na spotkanie), also to others than were planned."""
    await invite_to_meeting(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _shown(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/answer",
    name="answer_invitation",
    dependencies=WRITES,
    responses=problems(MeetingNotFound, NotAParticipant, IllegalMove, VersionIsOld),
)
async def answer(
    meeting_id: MeetingId,
    command: AnswerInvitation,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Say whether your institution comes (odpowiedź na zaproszenie); you may think better of it."""
    await answer_invitation(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _shown(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/move",
    name="move_meeting",
    dependencies=WRITES,
    responses=_CHAIR | problems(MeetingBeforeToday),
)
async def move(
    meeting_id: MeetingId,
    command: MoveMeeting,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Move the meeting to another day (przeniesienie); everybody is invited anew."""
    await move_meeting(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _shown(meeting_id, by, tx, response)


@router.post("/{meeting_id}/cancel", name="cancel_meeting", dependencies=WRITES, responses=_CHAIR)
async def cancel(
    meeting_id: MeetingId,
    command: CancelMeeting,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Call the meeting off, with a reason (odwołanie)."""
    await cancel_meeting(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _shown(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/open",
    name="open_meeting",
    dependencies=WRITES,
    responses=_CHAIR | problems(NotAParticipant, ItemNotFound, MeetingAhead),
)
async def open_(
    meeting_id: MeetingId,
    command: OpenMeeting,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Open the meeting and note who is there (lista obecności, kworum)."""
    await open_meeting(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _shown(meeting_id, by, tx, response)


@router.get(
    "/{meeting_id}/minutes",
    name="show_minutes",
    dependencies=READS,
    responses=problems(MeetingNotFound, IllegalMove),
)
async def minutes(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MinutesView:
    """Show the minutes (protokół), as far as your institution may know them."""
    return await _minutes(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/minutes",
    name="draft_minutes",
    dependencies=WRITES,
    responses=_CHAIR | problems(ItemNotFound),
)
async def draft(
    meeting_id: MeetingId,
    command: DraftMinutes,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MinutesView:
    """Lay the minutes out for approval (projekt protokołu); drafted anew, all approve anew."""
    await draft_minutes(meeting_id, command, by=by, expected=expected, tx=tx)
    return await _minutes(meeting_id, by, tx, response)


@router.post(
    "/{meeting_id}/minutes/approve",
    name="approve_minutes",
    dependencies=WRITES,
    responses=problems(
        MeetingNotFound,
        NotAParticipant,
        NotPresent,
        MinutesAlreadyApproved,
        IllegalMove,
        VersionIsOld,
    ),
)
async def approve(
    meeting_id: MeetingId, expected: Expected, by: By, tx: Tx, response: Response
) -> MinutesView:
    """Approve the minutes for your institution (zatwierdzenie protokołu); the last makes them final."""
    await approve_minutes(meeting_id, by=by, expected=expected, tx=tx)
    return await _minutes(meeting_id, by, tx, response)


async def _shown(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MeetingView:
    view = await SeenMeetings(tx, by).show(meeting_id)
    tag(response, view.version)
    concern(response, dict.fromkeys(item.client_id for item in view.agenda))
    return view


async def _minutes(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MinutesView:
    view = await show_minutes(tx, meeting_id, by)
    tag(response, view.version)
    concern(response, dict.fromkeys(item.client_id for item in view.items))
    return view
