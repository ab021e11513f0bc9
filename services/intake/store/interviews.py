"""Finding and keeping interviews."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from kernel import kinship, relations
from kernel.callers import Caller
from kernel.rights import Seat, permits
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from kernel.versions import VersionIsOld
from services.intake.domain.client import Client
from services.intake.domain.interview import (
    Author,
    Content,
    Interview,
    InterviewNotFound,
    InterviewPart,
    InterviewState,
    InterviewUnderWay,
    Saving,
)
from services.intake.domain.segments import SECTION_OF
from services.intake.store.clients import Clients
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.interviews import interview_savings, interviews

_Written = tuple[Content, str]
"""What was written, and its author's name, which is somebody's personal data too."""
WRITTEN: Sealer[_Written] = Sealer("interview", _Written)


class Interviews:
    """The interviews that one caller's institution conducts, of clients it may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._mine = sa.select(interviews).where(
            interviews.c.institution == by.institution,
            relations.visible(interviews.c.client_id, by),
        )

    async def get(
        self, interview_id: UUID, *, expected: int | None = None
    ) -> tuple[Interview, Client]:
        """Fetch for change, with the client, whose row is locked: one change at a time.

        Who decided on an older version is told which segments changed since, and by whom.
        """
        query = self._mine.where(interviews.c.id == interview_id)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise InterviewNotFound
        client = await Clients(self._tx, self._by).get(row.client_id)
        row = (await self._tx.session.execute(query.with_for_update(of=interviews))).first()
        interview = await load_interview(self._tx, row)
        if expected is not None and expected != interview.version:
            raise VersionIsOld(
                version=interview.version,
                changed=[
                    {"segment": s.segment, "by": s.author.worker, "at": s.recorded_at.isoformat()}
                    for s in interview.savings.values()
                    if s.version > expected and readable(s, self._by)
                ],
            )
        return interview, client

    async def add(self, interview: Interview, copied: Iterable[Saving] = ()) -> None:
        """Keep a new one; refused while another of the same part is under way."""
        open_now = self._mine.where(
            kinship.of_person(interviews.c.client_id, interview.client_id),
            interviews.c.part == interview.part,
            interviews.c.state == InterviewState.OPEN,
        )
        if other := (await self._tx.session.execute(open_now)).first():
            raise InterviewUnderWay(interview_id=str(other.id))
        await self._tx.session.execute(sa.insert(interviews).values(_row(interview)))
        for saving in copied:
            await self._lay(interview, saving)

    async def keep(self, interview: Interview, saving: Saving) -> None:
        """Keep what was saved, beside everything saved before."""
        statement = sa.update(interviews).where(interviews.c.id == interview.id)
        await self._tx.session.execute(
            statement.values(
                state=interview.state,
                signed_on=interview.signed_on,
                update_due_on=interview.update_due_on,
                version=interview.version,
            )
        )
        await self._lay(interview, saving)

    async def latest_signed(self, client_id: UUID, part: InterviewPart) -> UUID | None:
        """The interview of this part that was signed last."""
        query = self._mine.where(
            kinship.of_person(interviews.c.client_id, client_id),
            interviews.c.part == part,
            interviews.c.state == InterviewState.SIGNED,
        )
        order = (interviews.c.signed_on.desc(), interviews.c.opened_at.desc())
        row = (await self._tx.session.execute(query.order_by(*order).limit(1))).first()
        return row.id if row else None

    async def _lay(self, interview: Interview, saving: Saving) -> None:
        key = await key_of(self._tx, interview.client_id)
        await self._tx.session.execute(
            sa.insert(interview_savings).values(
                client_id=interview.client_id,
                interview_id=interview.id,
                version=saving.version,
                segment=saving.segment,
                sealed=WRITTEN.seal(key, (saving.content, saving.author.name)),
                recorded_by=saving.author.worker,
                recorded_at=saving.recorded_at,
            )
        )


def _row(interview: Interview) -> dict[str, Any]:
    return {column.name: getattr(interview, column.name) for column in interviews.c}


async def load_interview(tx: Transaction, row: Any) -> Interview:
    """An interview from its row, with the latest saving of each segment."""
    key = await key_of(tx, row.client_id)
    latest = await _latest(tx.session, row.id, key)
    found = {column.name: getattr(row, column.name) for column in interviews.c}
    return Interview(**found, savings={saving.segment: saving for saving in latest})


async def _latest(session: AsyncSession, interview_id: UUID, key: ClientKey) -> list[Saving]:
    query = (
        sa.select(interview_savings)
        .ext(distinct_on(interview_savings.c.segment))
        .where(interview_savings.c.interview_id == interview_id)
        .order_by(interview_savings.c.segment, interview_savings.c.id.desc())
    )
    return [load_saving(row, key) for row in await session.execute(query)]


def load_saving(row: Any, key: ClientKey) -> Saving:
    """A saving from its row."""
    content, name = WRITTEN.open(key, row.sealed)
    return Saving(content, Author(row.recorded_by, name), row.recorded_at, row.version)


def readable(saving: Saving, by: Caller) -> bool:
    """Whether a reader may see a saving: its author always, others by the category it belongs to."""
    section = SECTION_OF.get(saving.segment)
    mine = saving.author.worker == by.worker
    return section is None or mine or permits(Seat.of(by), "ReadFull", section.value)
