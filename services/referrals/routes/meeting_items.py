"""The HTTP face of agendas: items, decisions, annexes."""

from fastapi import APIRouter, Response

from contracts.values import AgendaItemId, DecisionId, MeetingId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, concern, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.agenda import (
    DecisionNotFound,
    DelicateNeedsList,
    DueBeforeDeciding,
    FollowsPlan,
    ItemNotFound,
    NeedToKnowUnrelated,
    NoQuorum,
    NothingToFinish,
    NotTheBringer,
    NotTheDecisionsOwner,
    OwnerMayNotKnow,
)
from services.referrals.domain.goals import GoalNotInPlan, OwnerUnrelated
from services.referrals.domain.meeting import MeetingNotFound, NotAParticipant, NotTheChair
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.plan import PlanEnded, PlanNotFound
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.use_cases.add_agenda_item import AddAgendaItem, add_agenda_item
from services.referrals.use_cases.annex_minutes import AnnexMinutes, annex_minutes
from services.referrals.use_cases.build_agenda import build_agenda
from services.referrals.use_cases.change_agenda_item import ChangeAgendaItem, change_agenda_item
from services.referrals.use_cases.confirm_agenda_item import confirm_agenda_item
from services.referrals.use_cases.decide_in_meeting import DecideInMeeting, decide_in_meeting
from services.referrals.use_cases.finish_decision import finish_decision
from services.referrals.use_cases.withdraw_agenda_item import (
    WithdrawAgendaItem,
    withdraw_agenda_item,
)
from services.referrals.views.meeting_items import AgendaItemView, SeenItems
from services.referrals.views.meetings import MeetingView, SeenMeetings

router = APIRouter(prefix="/v1/meetings/{meeting_id}", tags=["meetings"], route_class=Verb)

_ITEM = problems(MeetingNotFound, ItemNotFound, IllegalMove)
_LIST = problems(NotAParticipant, NeedToKnowUnrelated, DelicateNeedsList)


@router.post(
    "/agenda",
    name="build_agenda",
    dependencies=WRITES,
    responses=problems(MeetingNotFound, NotTheChair, IllegalMove),
)
async def build(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MeetingView:
    """Have the agenda built from what is overdue, silent, due or urgent; the chair confirms or drops."""
    await build_agenda(meeting_id, by=by, tx=tx)
    return await _meeting(meeting_id, by, tx, response)


@router.post(
    "/items",
    name="add_agenda_item",
    status_code=201,
    dependencies=WRITES,
    responses=problems(MeetingNotFound, ClientNotFound, IllegalMove) | _LIST,
)
async def add(
    meeting_id: MeetingId, command: AddAgendaItem, by: By, tx: Tx, response: Response
) -> AgendaItemView:
    """Bring a client onto the agenda (punkt porządku), and say who may know of it."""
    item = await add_agenda_item(meeting_id, command, by=by, tx=tx)
    response.headers["Location"] = f"/v1/meetings/{meeting_id}/items/{item.id}"
    return await _item(meeting_id, item.id, by, tx, response)


@router.get(
    "/items/{item_id}",
    name="show_agenda_item",
    dependencies=READS,
    responses=problems(ItemNotFound),
)
async def item(
    meeting_id: MeetingId, item_id: AgendaItemId, by: By, tx: Tx, response: Response
) -> AgendaItemView:
    """Show one item with its decisions, and what earlier meetings decided about her."""
    return await _item(meeting_id, item_id, by, tx, response)


@router.post(
    "/items/{item_id}/confirm",
    name="confirm_agenda_item",
    dependencies=WRITES,
    responses=_ITEM | problems(NotTheChair, VersionIsOld),
)
async def confirm(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AgendaItemView:
    """Take a proposed item onto the agenda: everybody on its list sees it from now on."""
    await confirm_agenda_item(meeting_id, item_id, by=by, expected=expected, tx=tx)
    return await _item(meeting_id, item_id, by, tx, response)


@router.post(
    "/items/{item_id}/change",
    name="change_agenda_item",
    dependencies=WRITES,
    responses=_ITEM | _LIST | problems(NotTheBringer, VersionIsOld),
)
async def change(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: ChangeAgendaItem,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> AgendaItemView:
    """Say anew what an item is about and who may know of it, all of it."""
    await change_agenda_item(meeting_id, item_id, command, by=by, expected=expected, tx=tx)
    return await _item(meeting_id, item_id, by, tx, response)


@router.post(
    "/items/{item_id}/withdraw",
    name="withdraw_agenda_item",
    dependencies=WRITES,
    responses=_ITEM | problems(NotTheBringer, VersionIsOld),
)
async def withdraw(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: WithdrawAgendaItem,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> MeetingView:
    """Take an item off the agenda, with a reason (zdjęcie punktu z porządku)."""
    await withdraw_agenda_item(meeting_id, item_id, command, by=by, expected=expected, tx=tx)
    return await _meeting(meeting_id, by, tx, response)


@router.post(
    "/items/{item_id}/decisions",
    name="decide_in_meeting",
    status_code=201,
    dependencies=WRITES,
    responses=_ITEM
    | problems(
        NotTheBringer,
        NoQuorum,
        OwnerUnrelated,
        OwnerMayNotKnow,
        DueBeforeDeciding,
        PlanNotFound,
        PlanEnded,
        GoalNotInPlan,
    ),
)
async def decide(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: DecideInMeeting,
    by: By,
    tx: Tx,
    response: Response,
) -> AgendaItemView:
    """Record a decision (ustalenie): it becomes an action of the client's plan at once."""
    await decide_in_meeting(meeting_id, item_id, command, by=by, tx=tx)
    return await _item(meeting_id, item_id, by, tx, response)


@router.post(
    "/decisions/{decision_id}/finish",
    name="finish_decision",
    dependencies=WRITES,
    responses=problems(
        MeetingNotFound, DecisionNotFound, NotTheDecisionsOwner, FollowsPlan, NothingToFinish
    ),
)
async def finish(
    meeting_id: MeetingId, decision_id: DecisionId, by: By, tx: Tx, response: Response
) -> AgendaItemView:
    """Say that a decision which stays out of the plan is done (wykonanie ustalenia)."""
    item = await finish_decision(meeting_id, decision_id, by=by, tx=tx)
    return await _item(meeting_id, item.id, by, tx, response)


@router.post(
    "/items/{item_id}/annexes",
    name="annex_minutes",
    status_code=201,
    dependencies=WRITES,
    responses=_ITEM | problems(NotTheBringer),
)
async def annex(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: AnnexMinutes,
    by: By,
    tx: Tx,
    response: Response,
) -> AgendaItemView:
    """Correct the approved minutes in one item by an annex (aneks do protokołu)."""
    await annex_minutes(meeting_id, item_id, command, by=by, tx=tx)
    return await _item(meeting_id, item_id, by, tx, response)


async def _item(
    meeting_id: MeetingId, item_id: AgendaItemId, by: By, tx: Tx, response: Response
) -> AgendaItemView:
    view = await SeenItems(tx, by).show(meeting_id, item_id)
    tag(response, view.version, about=view.client_id)
    return view


async def _meeting(meeting_id: MeetingId, by: By, tx: Tx, response: Response) -> MeetingView:
    view = await SeenMeetings(tx, by).show(meeting_id)
    tag(response, view.version)
    concern(response, dict.fromkeys(item.client_id for item in view.agenda))
    return view
