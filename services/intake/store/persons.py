"""Changing who a client is: what changes is kept with its provenance, beside what stood before."""

from collections.abc import Sequence
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError

from contracts.sections import Section
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import AlreadyRegistered, Client
from services.intake.domain.facts import Change, FactSource, NothingChanges, Provenance
from services.intake.store.clients import Clients
from services.intake.store.facts import Facts
from services.intake.tables.clients import clients
from services.intake.tables.person import former_pesels


class Persons:
    """The clients whose particulars one caller's institution may change."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._clients = Clients(tx, by)

    async def get(self, client_id: UUID, expected: int | None, section: Section) -> Client:
        """Fetch for change of a section, as the caller saw her; the row stays locked."""
        client = await self._clients.get(client_id, section)
        client.let_change(section, self._by.institution, self._by.kind)
        expect(client.version, expected)
        return client

    async def keep(self, client: Client, changes: Sequence[Change], source: FactSource) -> None:
        """Keep her as she is now, and each change as a fact of its own."""
        if not changes:
            raise NothingChanges
        by = Provenance(source, self._by.institution, clock.now())
        await Facts(self._tx, client).record(changes, by)
        await self._clients.keep_particulars(client)

    async def renumber(self, client: Client, index: bytes | None, former: bytes | None) -> None:
        """Let another number find her, and perhaps the former one as well."""
        statement = sa.update(clients).where(clients.c.id == client.id)
        try:
            await self._tx.session.execute(statement.values(pesel_index=index))
        except IntegrityError:
            # Somebody else got the number while we looked: what is told is told by the next try.
            raise AlreadyRegistered(pointer="/pesel") from None
        if former is not None:
            kept = insert(former_pesels).values(pesel_index=former, client_id=client.id)
            await self._tx.session.execute(kept.on_conflict_do_nothing())
        await self._tx.session.execute(
            sa.delete(former_pesels).where(
                former_pesels.c.pesel_index == index, former_pesels.c.client_id == client.id
            )
        )
