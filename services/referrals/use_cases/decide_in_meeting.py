"""A case meeting decides about a client: the decision becomes an action of her plan at once."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.sections import Section
from contracts.values import AgendaItemId, Command, Day, GoalId, InstitutionId, MeetingId, Title
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import (
    AgendaItem,
    Decision,
    DueBeforeDeciding,
    NoQuorum,
    OwnerMayNotKnow,
)
from services.referrals.domain.goals import OwnerUnrelated
from services.referrals.domain.meeting import Meeting
from services.referrals.domain.meeting_terms import missing_for_quorum
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.add_agenda_item import respect
from services.referrals.use_cases.change_agenda_item import require_bringer
from services.referrals.use_cases.plan_decision import plan_decision

_EXAMPLE: dict[str, JsonValue] = {
    "text": "The PUP pays for the course from March",
    "owner": "0197a000-0000-7000-8000-000000000002",
    "due_on": "2030-03-01",
}


class DecideInMeeting(Command):
    """Record what was decided."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    text: Annotated[Title, Field(examples=["The PUP pays for the course from March"])]
    owner: Annotated[
        InstitutionId | None, Field(description="Who does it; absent: your institution.")
    ] = None
    due_on: Day
    goal_id: Annotated[
        GoalId | None,
        Field(description="The goal it serves; absent: the goal that holds what meetings decide."),
    ] = None
    recommendation: Annotated[
        bool, Field(description="Binds nobody and stays out of the plan; needs no quorum.")
    ] = False


async def decide_in_meeting(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: DecideInMeeting,
    *,
    by: Caller,
    tx: Transaction,
) -> AgendaItem:
    """Record it; with a quorum among those who know the item it binds its owner."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.get(item_id)
    require_bringer(meeting, item, by)
    meeting.require("decide")
    await respect(item.client_id, tx)
    if not command.recommendation:
        await _require_quorum(meeting, item, agenda)
    decision = await _decision(meeting, item, command, by=by, tx=tx)
    if decision.binding and not decision.protected:
        await plan_decision(decision, by=by, tx=tx)
    tx.record(decision.decided())
    await agenda.keep_decision(decision)
    return item


async def _require_quorum(meeting: Meeting, item: AgendaItem, agenda: Agenda) -> None:
    informed = await agenda.informed(item)
    if lacking := missing_for_quorum(meeting.kinds(informed), meeting.planned_on):
        raise NoQuorum(missing=lacking)


async def _decision(
    meeting: Meeting, item: AgendaItem, command: DecideInMeeting, *, by: Caller, tx: Transaction
) -> Decision:
    if command.due_on < clock.today():
        raise DueBeforeDeciding(pointer="/due_on")
    owner = command.owner or by.institution
    party = await relations.party(tx.session, owner)
    related = await relations.may_see(tx.session, item.client_id, owner, Section.PLAN)
    if party is None or party.kind is None or not related:
        raise OwnerUnrelated(pointer="/owner")
    if item.restricted and not item.is_for(owner):
        raise OwnerMayNotKnow(pointer="/owner")
    return Decision(
        id=ids.new(),
        meeting_id=meeting.id,
        item_id=item.id,
        client_id=item.client_id,
        text=command.text,
        owner=owner,
        due_on=command.due_on,
        decided_at=clock.now(),
        decided_by=by.institution,
        binding=not command.recommendation,
        protected=item.restricted,
        goal_id=command.goal_id,
    )
