"""Whoever brought an item, or the chair, says anew what it is about and who may know of it."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.values import AgendaItemId, Command, MeetingId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.agenda import AgendaItem, NotTheBringer
from services.referrals.domain.meeting import Meeting
from services.referrals.store.meetings import Agenda, Meetings
from services.referrals.use_cases.add_agenda_item import (
    Delicate,
    NeedToKnow,
    Purpose,
    TakesPart,
    admit,
    respect,
)

_EXAMPLE: dict[str, JsonValue] = {
    "purpose": "Who pays for the course",
    "need_to_know": [{"institution": "0197a000-0000-7000-8000-000000000002"}],
}


class ChangeAgendaItem(Command):
    """Say it anew, all of it."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    purpose: Annotated[Purpose | None, Field(description="None: the reasons say it.")] = None
    need_to_know: NeedToKnow = None
    delicate: Delicate = False
    client_takes_part: TakesPart = False


async def change_agenda_item(
    meeting_id: MeetingId,
    item_id: AgendaItemId,
    command: ChangeAgendaItem,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> AgendaItem:
    """Change it; who is taken off the list does not see it from now on."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    agenda = Agenda(tx, meeting.id, by=by)
    item = await agenda.get(item_id)
    require_bringer(meeting, item, by)
    meeting.require("change_item")
    expect(item.version, expected)
    await respect(item.client_id, tx)
    words = item.words.model_copy(update={"purpose": command.purpose})
    await admit(item, meeting, command.need_to_know, command.delicate, by=by, tx=tx)
    tx.record(item.change(words, client_takes_part=command.client_takes_part))
    await agenda.keep(item)
    return item


def require_bringer(meeting: Meeting, item: AgendaItem, by: Caller) -> None:
    """Only the chair and whoever brought the item speak for it."""
    if by.institution not in {meeting.chair, item.brought_by}:
        raise NotTheBringer
