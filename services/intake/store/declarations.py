"""Finding and keeping what was declared and recorded about a client."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.employment import Employment, EmploymentKind
from services.intake.domain.means import Household, IncomeDeclaration, IncomeItem, Member
from services.intake.domain.need import Need, NeedKind
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.means import households, incomes
from services.intake.tables.needs import needs
from services.intake.tables.work import employments

MEMBERS: Sealer[list[Member]] = Sealer("household", list[Member])


ITEMS: Sealer[list[IncomeItem]] = Sealer("income", list[IncomeItem])


_NeedFacts = tuple[NeedKind, str, str | None]


NEED: Sealer[_NeedFacts] = Sealer("need", _NeedFacts)


_JobFacts = tuple[EmploymentKind, str | None]


JOB: Sealer[_JobFacts] = Sealer("employment", _JobFacts)


class Declarations:
    """What was declared and recorded about one client. Every declaration stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def add_household(self, household: Household) -> None:
        """Keep a household as declared."""
        await self._insert(
            households,
            valid_from=household.valid_from,
            sealed=MEMBERS.seal(await self._key(), household.members),
            declared_by=household.declared_by,
            declared_at=household.declared_at,
        )

    async def household(self, on: date) -> Household | None:
        """The household in force on a day: the latest first day, and of that the latest declaration.

        Where none was declared so far back, the earliest one: people keep house long before
        somebody asks.
        """
        mine = sa.select(households).where(households.c.client_id == self._client_id)
        by_then = mine.where(households.c.valid_from <= on).order_by(
            households.c.valid_from.desc(), households.c.id.desc()
        )
        earliest = mine.order_by(households.c.valid_from, households.c.id.desc())
        row = (await self._tx.session.execute(by_then.limit(1))).first()
        row = row or (await self._tx.session.execute(earliest.limit(1))).first()
        if row is None:
            return None
        members = MEMBERS.open(await self._key(), row.sealed)
        return Household(row.client_id, row.valid_from, members, row.declared_by, row.declared_at)

    async def add_income(self, declaration: IncomeDeclaration) -> None:
        """Keep a month's incomes as declared."""
        await self._insert(
            incomes,
            month=declaration.month,
            sealed=ITEMS.seal(await self._key(), declaration.items),
            declared_by=declaration.declared_by,
            declared_at=declaration.declared_at,
        )

    async def incomes(self) -> list[IncomeDeclaration]:
        """The latest declaration of each month, oldest month first."""
        query = (
            sa.select(incomes)
            .ext(distinct_on(incomes.c.month))
            .where(incomes.c.client_id == self._client_id)
            .order_by(incomes.c.month, incomes.c.id.desc())
        )
        rows = (await self._tx.session.execute(query)).all()
        key = await self._key() if rows else None
        return [
            IncomeDeclaration(
                r.client_id, r.month, ITEMS.open(key, r.sealed), r.declared_by, r.declared_at
            )
            for r in rows
            if key
        ]

    async def add_need(self, need: Need) -> None:
        """Keep a need."""
        facts = (need.kind, need.urgency.value, need.note)
        await self._insert(
            needs,
            id=need.id,
            sealed=NEED.seal(await self._key(), facts),
            added_by=need.added_by,
            added_at=need.added_at,
        )

    async def add_employment(self, employment: Employment) -> None:
        """Keep a job."""
        facts = (employment.kind, employment.employer)
        await self._insert(
            employments,
            id=employment.id,
            started_on=employment.started_on,
            sealed=JOB.seal(await self._key(), facts),
            recorded_by=employment.recorded_by,
            recorded_at=employment.recorded_at,
        )

    async def employment_from(self, day: Any) -> bool:
        """Whether a job from this very day is recorded."""
        query = sa.exists().where(
            employments.c.client_id == self._client_id, employments.c.started_on == day
        )
        return bool(await self._tx.session.scalar(sa.select(query)))

    async def rows(self, table: sa.Table, order: Any) -> Sequence[Any]:
        """The client's rows of a table."""
        query = sa.select(table).where(table.c.client_id == self._client_id).order_by(order)
        return (await self._tx.session.execute(query)).all()

    async def _key(self) -> ClientKey:
        return await key_of(self._tx, self._client_id)

    async def _insert(self, table: sa.Table, **values: Any) -> None:
        await self._tx.session.execute(
            sa.insert(table).values(client_id=self._client_id, **values)
        )
