"""Finding and keeping the file numbers of one institution."""

from datetime import datetime
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from kernel import kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.store.indexes import file_number_indexes
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.search import file_numbers

NUMBER: Sealer[str] = Sealer("file_number", str)


class FileNumbers:
    """The file numbers of the caller's institution."""

    def __init__(self, tx: Transaction, by: Caller, secret: bytes) -> None:
        self._tx = tx
        self._by = by
        self._secret = secret

    async def holder(self, number: str) -> UUID | None:
        """Whose number it is."""
        query = sa.select(file_numbers.c.client_id).where(
            file_numbers.c.institution == self._by.institution,
            file_numbers.c.fingerprint.in_(self._indexes(number)),
        )
        return await self._tx.session.scalar(query)

    async def keep(self, client_id: UUID, number: str, at: datetime) -> bool:
        """Keep her number in place of the one before; false if another client has it.

        What was filed under an id that was merged into hers stays, unless it is this very number.
        """
        holder = await self.holder(number)
        if holder not in {None, *await kinship.family(self._tx.session, client_id)}:
            return False
        before = sa.and_(
            file_numbers.c.client_id.in_({client_id, holder or client_id}),
            file_numbers.c.institution == self._by.institution,
        )
        await self._tx.session.execute(sa.delete(file_numbers).where(before))
        key = await key_of(self._tx, client_id)
        statement = insert(file_numbers).values(
            client_id=client_id,
            institution=self._by.institution,
            fingerprint=self._indexes(number)[0],
            sealed=NUMBER.seal(key, number),
            set_at=at,
        )
        # Whoever takes the same number at this moment is waited for.
        statement = statement.on_conflict_do_nothing(index_elements=["fingerprint"])
        return bool(await self._tx.session.scalar(statement.returning(sa.true())))

    async def of(self, client_id: UUID) -> str | None:
        """Her number, if she has one here: her own, or else the last one of a merged record."""
        query = sa.select(file_numbers).where(
            kinship.of_person(file_numbers.c.client_id, client_id),
            file_numbers.c.institution == self._by.institution,
        )
        order = (file_numbers.c.client_id != client_id, file_numbers.c.set_at.desc())
        row = (await self._tx.session.execute(query.order_by(*order).limit(1))).first()
        return NUMBER.open(await key_of(self._tx, row.client_id), row.sealed) if row else None

    def _indexes(self, number: str) -> list[bytes]:
        return file_number_indexes(self._secret, self._by.institution, number)
