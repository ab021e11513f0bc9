"""What readers may see of interviews."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field

from contracts.intake.interviews import InterviewKind
from contracts.values import (
    SENSITIVE,
    ClientId,
    Day,
    InstitutionId,
    InterviewId,
    Version,
    View,
    WorkerId,
)
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.pages import CursorUnreadable, cursor, id_at, place
from kernel.rights import Seat, permits
from kernel.transactions import Transaction
from services.intake.domain.client import ClientNotFound
from services.intake.domain.interview import (
    Channel,
    Content,
    Interview,
    InterviewNotFound,
    InterviewPart,
    InterviewState,
    ReceivedAs,
    Saving,
)
from services.intake.domain.segments import SECTION_OF
from services.intake.store.interviews import load_interview, load_saving, readable
from services.intake.store.sealing import key_of
from services.intake.tables.clients import clients
from services.intake.tables.interviews import interview_savings, interviews
from services.intake.views.clients import not_erased

_ORDER = ["visit", *SECTION_OF, "signing", "withdrawal"]


class InterviewView(View):
    """An interview without what was said in it."""

    id: InterviewId
    client_id: ClientId
    institution: InstitutionId
    kind: InterviewKind
    part: InterviewPart
    channel: Channel
    received_as: ReceivedAs
    received_on: Day
    due_on: Day
    urgent: bool
    updates: InterviewId | None
    opened_by: WorkerId
    opened_at: datetime
    state: InterviewState
    recorded: Annotated[
        list[str],
        Field(description="Segments recorded, of those you may see.", examples=[["A"]]),
    ]
    missing: Annotated[
        list[str], Field(description="What must be recorded to sign.", examples=[["H"]])
    ]
    signed_on: Day | None
    update_due_on: Day | None
    version: Version


class SavingView(View):
    """What somebody recorded at one moment."""

    content: Content
    recorded_by: WorkerId
    author: Annotated[str, SENSITIVE, Field(examples=["Anna Nowak (demo)"])]
    recorded_at: datetime
    version: Version


class InterviewRecord(InterviewView):
    """An interview with what was recorded in it, the latest of each segment."""

    savings: list[SavingView]
    withheld: Annotated[
        list[str],
        Field(
            description="Segments kept back from you, whether or not there is anything in them.",
            examples=[["violence"]],
        ),
    ]


class InterviewPage(View):
    """The interviews of a client, newest first."""

    items: list[InterviewView]
    next: str | None


class InterviewHistory(View):
    """Everything ever recorded in an interview, oldest first."""

    items: list[SavingView]
    next: str | None


def interview_view(interview: Interview, by: Caller) -> InterviewView:
    """An interview without what was said in it."""
    return InterviewView(**_outline(interview, by))


def saving_view(saving: Saving) -> SavingView:
    """A saving with its author."""
    return SavingView(
        content=saving.content,
        recorded_by=saving.author.worker,
        author=saving.author.name,
        recorded_at=saving.recorded_at,
        version=saving.version,
    )


def _outline(interview: Interview, by: Caller) -> dict[str, Any]:
    shown = {name: getattr(interview, name) for name in InterviewView.model_fields}
    return shown | {
        "recorded": [s for s in interview.recorded if readable(interview.savings[s], by)],
        "missing": interview.missing if interview.state is InterviewState.OPEN else [],
    }


def visible_interviews(by: Caller) -> sa.Select[Any]:
    """The interviews that a caller's institution conducts, of clients it may see."""
    return sa.select(interviews).where(
        interviews.c.institution == by.institution,
        relations.visible(interviews.c.client_id, by),
        not_erased(interviews.c.client_id),
    )


def withheld(interview: Interview, by: Caller) -> list[str]:
    """What the caller is not shown, whether or not there is anything: that too would tell."""
    return [
        segment
        for segment, section in SECTION_OF.items()
        if not permits(Seat.of(by), "ReadFull", section.value)
        and not (segment in interview.savings and readable(interview.savings[segment], by))
    ]


class SeenInterviews:
    """The interviews that a caller's institution conducts, of clients it may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._visible = visible_interviews(by)

    async def get(self, interview_id: UUID) -> Interview:
        """One interview, with the savings that the caller may see."""
        query = self._visible.where(interviews.c.id == interview_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise InterviewNotFound
        return await load_interview(self._tx, row)

    async def show(self, interview_id: UUID) -> InterviewRecord:
        """One interview."""
        interview = await self.get(interview_id)
        seen = {n: s for n, s in interview.savings.items() if readable(s, self._by)}
        return InterviewRecord(
            **_outline(interview, self._by),
            savings=[saving_view(seen[name]) for name in _ORDER if name in seen],
            withheld=withheld(interview, self._by),
        )

    async def of_client(self, client_id: UUID, limit: int, after: str | None) -> InterviewPage:
        """The interviews of a client, newest first."""
        await self._require(client_id)
        query = self._visible.where(kinship.of_person(interviews.c.client_id, client_id))
        if after:
            query = query.where(interviews.c.id < id_at(after))
        rows = await self._rows(query.order_by(interviews.c.id.desc()).limit(limit + 1))
        items = [
            interview_view(await load_interview(self._tx, row), self._by) for row in rows[:limit]
        ]
        last = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        return InterviewPage(items=items, next=last)

    async def history(
        self, interview_id: UUID, limit: int, after: str | None
    ) -> tuple[UUID, InterviewHistory]:
        """Whose interview it is, and everything recorded in it, oldest first."""
        interview = await self.get(interview_id)
        query = sa.select(interview_savings).where(
            interview_savings.c.interview_id == interview.id
        )
        if after:
            query = query.where(interview_savings.c.id > _number_at(after))
        rows = await self._rows(query.order_by(interview_savings.c.id).limit(limit + 1))
        key = await key_of(self._tx, interview.client_id)
        savings = [load_saving(row, key) for row in rows[:limit]]
        last = cursor(str(rows[limit - 1].id)) if len(rows) > limit else None
        shown = [saving_view(saving) for saving in savings if readable(saving, self._by)]
        return interview.client_id, InterviewHistory(items=shown, next=last)

    async def _require(self, client_id: UUID) -> None:
        query = sa.select(clients.c.id).where(
            clients.c.id == client_id,
            relations.visible(clients.c.id, self._by),
            not_erased(clients.c.id),
        )
        if await self._tx.session.scalar(query) is None:
            raise ClientNotFound

    async def _rows(self, query: sa.Select[Any]) -> Sequence[Any]:
        rows: Sequence[Any] = (await self._tx.session.execute(query)).all()
        return rows


def _number_at(after: str) -> int:
    try:
        return int(place(after))
    except ValueError:
        raise CursorUnreadable from None
