"""An institution brings a client onto the agenda of a case meeting."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue

from contracts.values import ClientId, Command, InstitutionId, MeetingId, Title, WorkerCode
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import ClientRestricted, Transaction
from services.referrals.domain.agenda import AgendaItem, ItemWords, NeedToKnowUnrelated
from services.referrals.domain.meeting import Meeting, NotAParticipant
from services.referrals.domain.referral_refusals import ClientNotFound
from services.referrals.store.meetings import Agenda, Meetings, entitled_of

_EXAMPLE: dict[str, JsonValue] = {
    "client_id": "0197a000-0000-7000-8000-00000000c001",
    "purpose": "Who pays for the course, and from when",
}


class MayKnow(Command):
    """Who may know of an item."""

    institution: InstitutionId
    worker: Annotated[
        WorkerCode | None,
        Field(description="This worker alone, as with a family protected from violence."),
    ] = None


NeedToKnow = Annotated[
    tuple[MayKnow, ...] | None,
    Field(
        max_length=30,
        description="Absent: everybody at the table who may see the client's plan and meetings. "
        "Your own institution is always among them.",
    ),
]
Purpose = Annotated[Title, Field(examples=["Who pays for the course, and from when"])]
Delicate = Annotated[
    bool, Field(description="Stays out of the plan and the record; needs a list.")
]
TakesPart = Annotated[bool, Field(description="Whether the client is to be there.")]


class AddAgendaItem(Command):
    """Bring a client onto the agenda."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    client_id: ClientId
    purpose: Purpose
    need_to_know: NeedToKnow = None
    delicate: Delicate = False
    client_takes_part: TakesPart = False


async def add_agenda_item(
    meeting_id: MeetingId, command: AddAgendaItem, *, by: Caller, tx: Transaction
) -> AgendaItem:
    """Bring her; those who are not on the list learn nothing of it."""
    meeting = await Meetings(tx, by=by).get(meeting_id)
    meeting.require("add_item")
    client_id = await kinship.survivor(tx.session, command.client_id)
    if by.institution not in await entitled_of(tx, client_id, [by.institution]):
        raise ClientNotFound
    await respect(client_id, tx)
    item = AgendaItem(
        id=ids.new(),
        meeting_id=meeting.id,
        client_id=client_id,
        brought_by=by.institution,
        added_at=clock.now(),
        client_takes_part=command.client_takes_part,
        words=ItemWords(purpose=command.purpose),
    )
    await admit(item, meeting, command.need_to_know, command.delicate, by=by, tx=tx)
    tx.record(item.added())
    await Agenda(tx, meeting.id, by=by).keep(item)
    return item


async def respect(client_id: UUID, tx: Transaction) -> None:
    """Refuse to discuss a client whose data may only be kept: no event of ours would say so."""
    if await relations.restricted(tx.session, [client_id]):
        raise ClientRestricted


async def admit(
    item: AgendaItem,
    meeting: Meeting,
    listed: Sequence[MayKnow] | None,
    delicate: bool,
    *,
    by: Caller,
    tx: Transaction,
) -> None:
    """Draw up its list, of participants with a relation that opens the client's plan to them."""
    seated = [one.institution for one in meeting.participants]
    entitled = await entitled_of(tx, item.client_id, seated)
    if listed is None:
        item.admit(None, entitled, delicate=delicate)
        return
    for number, one in enumerate(listed):
        if one.institution not in seated:
            raise NotAParticipant(pointer=f"/need_to_know/{number}/institution")
    if unrelated := {one.institution for one in listed} - entitled:
        known = await relations.parties_named(tx.session, sorted(unrelated))
        named = sorted(party.name for party in known.values())
        raise NeedToKnowUnrelated(pointer="/need_to_know", institutions=named)
    mine = by.worker if any(o.institution == by.institution and o.worker for o in listed) else ""
    chosen = {one.institution: one.worker or "" for one in listed} | {by.institution: mine}
    item.admit(chosen, entitled, delicate=delicate)
