"""Finding and keeping visits; what else is known around one."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from contracts.values import Month
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.visit import Visit, VisitWords
from services.benefits.domain.visit_flags import Around, Span, Stop
from services.benefits.domain.visit_refusals import VisitNotFound
from services.benefits.domain.voucher_states import OPEN
from services.benefits.store.absences import absences_of
from services.benefits.tables.visits import settlements, visits
from services.benefits.tables.vouchers import vouchers

_NEAR = timedelta(hours=12)
# The carer's turn, after the client's; then the month's, shared by visits and alone by its settlement.
_CARER_TURN = sa.text("SELECT pg_advisory_xact_lock(7051, hashtext(:carer))")
_MONTH_SHARED = sa.text("SELECT pg_advisory_xact_lock_shared(7052, hashtext(:month))")
_MONTH_ALONE = sa.text("SELECT pg_advisory_xact_lock(7052, hashtext(:month))")


class Wanted(NamedTuple):
    """Which visits; of one programme, or of all."""

    programme: UUID | None
    month: Month | None
    to_phone: bool
    """Drawn for a check by telephone that waits."""
    flagged: bool
    """Waiting for an explanation."""


class Visits:
    """Visits that a caller's institution provided, or pays for and may see the client of."""

    def __init__(self, tx: Transaction, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(Visit)
        if by is not None:
            seen = relations.visible(visits.c.client_id, by, Section.VOUCHERS)
            theirs = sa.and_(visits.c.payer == by.institution, seen)
            own = visits.c.institution == by.institution
            self._all = self._all.where(sa.or_(own, theirs))

    async def find(self, visit_id: UUID) -> Visit:
        """One, to read."""
        return await self._one(self._all.where(visits.c.id == visit_id))

    async def get(self, visit_id: UUID) -> Visit:
        """One, for change: the row stays locked, and is read anew."""
        query = self._all.where(visits.c.id == visit_id).with_for_update(of=visits)
        return await self._one(query.execution_options(populate_existing=True))

    async def listed(self, wanted: Wanted, *, after: UUID | None, limit: int) -> list[Visit]:
        """In the order they were recorded."""
        query = self._all
        if wanted.programme is not None:
            query = query.where(visits.c.programme_id == wanted.programme)
        if wanted.month is not None:
            query = query.where(visits.c.month == wanted.month)
        if wanted.to_phone:
            unasked = sa.and_(visits.c.phone_check, visits.c.phone_outcome.is_(None))
            query = query.where(unasked, visits.c.struck.is_(None))
        if wanted.flagged:
            query = query.where(flags_wait(), visits.c.struck.is_(None))
        if after is not None:
            query = query.where(visits.c.id > after)
        return list(await self._tx.session.scalars(query.order_by(visits.c.id).limit(limit)))

    async def within(self, client_id: UUID, first: date, last: date | None) -> Sequence[Visit]:
        """A person's visits on some days that still count, held for change."""
        query = sa.select(Visit).where(
            kinship.of_person(visits.c.client_id, client_id),
            visits.c.struck.is_(None),
            visits.c.day >= first,
        )
        if last is not None:
            query = query.where(visits.c.day <= last)
        query = query.order_by(visits.c.id).with_for_update(of=visits)
        return (await self._tx.session.scalars(query)).all()

    async def keep(self, visit: Visit, words: VisitWords | None = None) -> None:
        """Keep it; with words, those anew."""
        if words is not None:
            key = await self._tx.vault.key_for(self._tx.session, visit.client_id)
            visit.sealed = key.seal(words.model_dump_json().encode(), _place(visit.id))
        self._tx.session.add(visit)
        await self._tx.session.flush()

    async def words(self, visit: Visit) -> VisitWords:
        """What of it lies sealed; without its client's key the visit is gone."""
        found = await self._words(visit)
        if found is None:
            raise VisitNotFound
        return found

    async def hold_carer(self, visit: Visit) -> None:
        """Let nobody else record a visit of the same carer until this commits."""
        carer = f"{visit.institution}|{visit.carer}"
        await self._tx.session.execute(_CARER_TURN, {"carer": carer})

    async def hold_month(self, programme: UUID, provider: UUID, month: Month) -> UUID | None:
        """Let the month not be submitted until this commits; its settlement, if it was."""
        await self._tx.session.execute(
            _MONTH_SHARED, {"month": month_key(programme, provider, month)}
        )
        return await settlement_of(self._tx, programme, provider, month)

    async def clashing(self, visit: Visit) -> str | None:
        """Who would be in two places at once: the carer or the client."""
        other = sa.and_(
            visits.c.id != visit.id,
            visits.c.struck.is_(None),
            visits.c.starts_at < visit.ends_at,
            visits.c.ends_at > visit.starts_at,
        )
        client = kinship.of_person(visits.c.client_id, visit.client_id)
        carer = sa.and_(visits.c.carer == visit.carer, visits.c.institution == visit.institution)
        for who, same in (("client", client), ("carer", carer)):
            if await self._tx.session.scalar(sa.select(sa.exists().where(other, same))):
                return who
        return None

    async def used(self, voucher_id: UUID, without: UUID | None = None) -> dict[Month, int]:
        """Minutes by month that count against a voucher."""
        query = sa.select(visits.c.month, sa.func.sum(visits.c.minutes)).where(
            visits.c.voucher_id == voucher_id, visits.c.struck.is_(None)
        )
        if without is not None:
            query = query.where(visits.c.id != without)
        rows = await self._tx.session.execute(query.group_by(visits.c.month))
        return {month: int(minutes) for month, minutes in rows}

    async def around(self, visit: Visit, *, daily_max_minutes: int) -> Around:
        """What else is known of the day, the month, the carer and the client."""
        near = [one for one in await self._of_carer(visit) if one.institution == visit.institution]
        stops = [
            Stop(one.starts_at, one.ends_at, words.place)
            for one in near
            if (words := await self._words(one)) is not None
        ]
        same = [one for one in await self._of_voucher(visit) if one.id != visit.id]
        return Around(
            day_minutes=sum(one.minutes for one in same if one.day == visit.day),
            daily_max_minutes=daily_max_minutes,
            month=[Span(o.starts_at, o.ends_at) for o in same if o.carer == visit.carer],
            stops=stops,
            absences=await absences_of(self._tx, visit.client_id),
            carer_elsewhere=await self._elsewhere(visit),
            double_voucher=await self._double(visit),
        )

    async def _of_carer(self, visit: Visit) -> Sequence[Visit]:
        query = sa.select(Visit).where(
            visits.c.carer == visit.carer,
            visits.c.id != visit.id,
            visits.c.struck.is_(None),
            visits.c.starts_at < visit.ends_at + _NEAR,
            visits.c.starts_at > visit.starts_at - 3 * _NEAR,
            visits.c.ends_at > visit.starts_at - _NEAR,
        )
        return (await self._tx.session.scalars(query)).all()

    async def _of_voucher(self, visit: Visit) -> Sequence[Visit]:
        query = sa.select(Visit).where(
            visits.c.voucher_id == visit.voucher_id,
            visits.c.month == visit.month,
            visits.c.struck.is_(None),
        )
        return (await self._tx.session.scalars(query)).all()

    async def _elsewhere(self, visit: Visit) -> bool:
        there = sa.exists().where(
            visits.c.carer == visit.carer,
            visits.c.institution != visit.institution,
            visits.c.struck.is_(None),
            visits.c.starts_at < visit.ends_at,
            visits.c.ends_at > visit.starts_at,
        )
        return bool(await self._tx.session.scalar(sa.select(there)))

    async def _double(self, visit: Visit) -> bool:
        """Drafting refuses a second voucher; but two records may turn out to be of one person."""
        other = sa.exists().where(
            kinship.of_person(vouchers.c.client_id, visit.client_id),
            vouchers.c.id != visit.voucher_id,
            vouchers.c.state.in_(OPEN),
            vouchers.c.valid_from <= visit.day,
            sa.func.coalesce(vouchers.c.ended_on - 1, vouchers.c.valid_to) >= visit.day,
            vouchers.c.services.contains([visit.service.value]),
        )
        return bool(await self._tx.session.scalar(sa.select(other)))

    async def _words(self, visit: Visit) -> VisitWords | None:
        key = await self._tx.vault.find_key(self._tx.session, visit.client_id)
        if key is None:
            return None
        return VisitWords.model_validate_json(key.open(visit.sealed, _place(visit.id)))

    async def _one(self, query: sa.Select[Any]) -> Visit:
        found: Visit | None = await self._tx.session.scalar(query)
        if found is None:
            raise VisitNotFound
        return found


def flags_wait() -> sa.ColumnElement[bool]:
    """The condition that some flag of a visit waits for an explanation."""
    return sa.func.jsonb_path_exists(visits.c.flags, sa.text("'$.* ? (@ == false)'"))


async def settlement_of(
    tx: Transaction, programme: UUID, provider: UUID, month: Month
) -> UUID | None:
    """The settlement of a provider's month, if it was submitted."""
    query = sa.select(settlements.c.id).where(
        settlements.c.programme_id == programme,
        settlements.c.provider == provider,
        settlements.c.month == month,
    )
    return await tx.session.scalar(query)


async def hold_month_alone(tx: Transaction, programme: UUID, provider: UUID, month: Month) -> None:
    """Let no visit of the month be recorded, and nobody else submit it, until this commits."""
    await tx.session.execute(_MONTH_ALONE, {"month": month_key(programme, provider, month)})


def month_key(programme: UUID, provider: UUID, month: Month) -> str:
    """What a provider's month is locked by."""
    return f"{programme}|{provider}|{month}"


def _place(visit_id: UUID) -> str:
    return f"visit:{visit_id}"
