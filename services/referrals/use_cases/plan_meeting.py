"""A worker plans a joint case meeting of a partnership."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, JsonValue

from contracts.values import (
    Command,
    Day,
    InstitutionId,
    InstitutionKind,
    PartnershipId,
    WorkerCode,
)  # fmt: skip
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.meeting import (
    Meeting,
    NotOfThisPartnership,
    Participant,
    ParticipantUnknown,
    Role,
)
from services.referrals.domain.referral_words import Place, TimeOfDay
from services.referrals.store.meetings import Meetings
from services.referrals.use_cases.owe_preparing import owe_preparing

_EXAMPLE: dict[str, JsonValue] = {
    "partnership": "0197a000-0000-7000-8000-00000000aa01",
    "planned_on": "2030-02-04",
    "starts_at": "10:00",
    "place": "MOPR Zabrze, room 4 (demo)",
    "participants": [{"institution": "0197a000-0000-7000-8000-000000000002"}],
}


class Seat(Command):
    """An institution at the table."""

    institution: InstitutionId
    role: Annotated[Role, Field(description="The chair is the institution that plans.")] = (
        Role.MEMBER
    )
    worker: Annotated[WorkerCode | None, Field(description="Who is asked to come.")] = None


Seats = Annotated[tuple[Seat, ...], Field(max_length=30)]


class PlanMeeting(Command):
    """Plan a meeting; your institution chairs it."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    partnership: PartnershipId
    planned_on: Day
    starts_at: TimeOfDay
    place: Annotated[Place, Field(description='A room, or "online".')]
    chair: Annotated[WorkerCode | None, Field(description="Who leads it; absent: you.")] = None
    participants: Seats = ()


async def plan_meeting(command: PlanMeeting, *, by: Caller, tx: Transaction) -> Meeting:
    """Plan it among members: the partnership's agreement in force must join the institution."""
    if not await relations.member_of(tx.session, by.institution, command.partnership):
        raise NotOfThisPartnership(pointer="/partnership")
    meeting = Meeting(
        id=ids.new(),
        partnership=command.partnership,
        chair=by.institution,
        planned_on=command.planned_on,
        starts_at=command.starts_at,
        place=command.place,
    )
    tx.record(meeting.plan(clock.today()))
    chair = Seat(institution=by.institution, role=Role.CHAIR, worker=command.chair or by.worker)
    others = [seat for seat in command.participants if seat.institution != by.institution]
    meeting.participants = await seat_all(meeting.id, [chair, *others], tx)
    await Meetings(tx, by=by).keep(meeting)
    await owe_preparing(meeting, tx)
    return meeting


async def seat_all(meeting_id: UUID, seats: Sequence[Seat], tx: Transaction) -> list[Participant]:
    """Seat institutions of the directory, each once."""
    once = {seat.institution: seat for seat in reversed(seats)}
    known = await relations.parties_named(tx.session, list(once))
    for number, seat in enumerate(seats):
        party = known.get(seat.institution)
        if party is None or party.kind is None:
            raise ParticipantUnknown(pointer=f"/participants/{number}/institution")
    return [
        Participant(
            meeting_id=meeting_id,
            institution=seat.institution,
            kind=InstitutionKind(known[seat.institution].kind or ""),
            role=seat.role,
            worker=seat.worker,
        )
        for seat in sorted(once.values(), key=lambda seat: seat.institution)
    ]
