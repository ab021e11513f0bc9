"""Finding and keeping what was declared and verified of incomes."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from services.intake.domain.income import Verification
from services.intake.domain.means import Evidence, IncomeDeclaration, IncomeItem
from services.intake.store.sealing import Sealer, key_of, keys_of
from services.intake.tables.means import income_verifications, incomes

ITEMS: Sealer[list[IncomeItem]] = Sealer("income", list[IncomeItem])
_Found = tuple[list[IncomeItem], Evidence]
FOUND: Sealer[_Found] = Sealer("income_verification", _Found)


class Incomes:
    """The incomes of one person's household, under whichever of her ids. All that was said stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def declare(self, declaration: IncomeDeclaration) -> None:
        """Keep a month's incomes as declared."""
        sealed = ITEMS.seal(await key_of(self._tx, self._client_id), declaration.items)
        await self._tx.session.execute(
            sa.insert(incomes).values(
                client_id=self._client_id,
                month=declaration.month,
                sealed=sealed,
                declared_by=declaration.declared_by,
                worker=declaration.worker,
                declared_at=declaration.declared_at,
            )
        )

    async def verify(self, verification: Verification) -> None:
        """Keep what was found, under the id that what it is about was declared under."""
        key = await key_of(self._tx, verification.client_id)
        facts = (verification.items, verification.evidence)
        await self._tx.session.execute(
            sa.insert(income_verifications).values(
                client_id=verification.client_id,
                month=verification.month,
                declaration_id=verification.declaration_id,
                sealed=FOUND.seal(key, facts),
                verified_by=verification.verified_by,
                worker=verification.worker,
                verified_at=verification.verified_at,
            )
        )

    async def last_declared(self, month: str) -> IncomeDeclaration | None:
        """The declaration of a month that counts."""
        found = await self.declared([month])
        return found[0] if found else None

    async def months(self, before: str | None, limit: int) -> Sequence[str]:
        """Months with a declaration, newest first."""
        hers = kinship.of_person(incomes.c.client_id, self._client_id)
        query = sa.select(incomes.c.month).where(hers).distinct()
        if before is not None:
            query = query.where(incomes.c.month < before)
        query = query.order_by(incomes.c.month.desc()).limit(limit)
        return list(await self._tx.session.scalars(query))

    async def declared(self, months: Sequence[str] | None = None) -> list[IncomeDeclaration]:
        """Everything declared, newest first."""
        rows = await self._rows(incomes, months)
        keys = await keys_of(self._tx, rows)
        return [
            IncomeDeclaration(
                row.client_id, row.month, ITEMS.open(keys[row.client_id], row.sealed),
                row.declared_by, row.declared_at, row.worker, row.id,
            )
            for row in rows
        ]  # fmt: skip

    async def verified(self, months: Sequence[str] | None = None) -> list[Verification]:
        """Everything verified, newest first."""
        rows = await self._rows(income_verifications, months)
        keys = await keys_of(self._tx, rows)
        return [
            Verification(
                row.client_id, row.month, *FOUND.open(keys[row.client_id], row.sealed),
                row.declaration_id, row.verified_by, row.worker, row.verified_at,
            )
            for row in rows
        ]  # fmt: skip

    async def standing(self) -> dict[str, Verification]:
        """By month, the verification of what was declared last; outdated ones are left out."""
        last: dict[str, IncomeDeclaration] = {}
        for declaration in await self.declared():
            last.setdefault(declaration.month, declaration)
        found: dict[str, Verification] = {}
        for verification in await self.verified():
            if verification.is_of(last[verification.month]):
                found.setdefault(verification.month, verification)
        return found

    async def _rows(self, table: sa.Table, months: Sequence[str] | None) -> Sequence[Any]:
        query = sa.select(table).where(kinship.of_person(table.c.client_id, self._client_id))
        if months is not None:
            query = query.where(table.c.month.in_(months))
        return (await self._tx.session.execute(query.order_by(table.c.id.desc()))).all()
