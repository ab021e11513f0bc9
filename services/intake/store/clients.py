"""Finding and keeping clients."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.intake import ClientProgressed, ClientStatus
from kernel import relations
from kernel.callers import Caller
from kernel.tables import parties
from kernel.transactions import Transaction
from kernel.vault import ClientKey, blind_index
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    HelpReason,
    Known,
    PersonName,
    Residence,
)
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.clients import clients

_Particulars = tuple[str | None, Residence | None, Contact, list[HelpReason]]


PARTICULARS: Sealer[_Particulars] = Sealer("client", _Particulars)


def pesel_index(secret: bytes, pesel: str) -> bytes:
    """What a PESEL is found by."""
    return blind_index(secret, "person.pesel", pesel)


class Clients:
    """The clients one caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def get(self, client_id: UUID) -> Client:
        """Fetch for change: the row stays locked, so one client's events keep their order."""
        query = sa.select(clients).where(
            clients.c.id == client_id, relations.visible(clients.c.id, self._by)
        )
        row = (await self._tx.session.execute(query.with_for_update(of=clients))).first()
        if row is None:
            raise ClientNotFound
        return await load_client(self._tx, row)

    async def add(self, client: Client, index: bytes | None) -> bool:
        """Keep a new client; false if somebody with the same PESEL number is there already."""
        return bool(await self.add_all([(client, index)]))

    async def add_all(self, newcomers: Sequence[tuple[Client, bytes | None]]) -> set[UUID]:
        """Keep new clients at once; answer whom: all but those whose PESEL number is there already.

        The one door for new clients: whatever else is kept about each is kept from here.
        """
        if not newcomers:
            return set()
        session, vault = self._tx.session, self._tx.vault
        made = {client.id: vault.new_key(client.id) for client, _ in newcomers}
        rows = [
            {"id": client.id, "pesel_index": index, **_row(client, made[client.id][0])}
            for client, index in newcomers
        ]
        # In the order of the numbers, so that two imports of one file cannot wait for each other.
        rows.sort(key=lambda row: row["pesel_index"] or b"")
        statement = insert(clients).on_conflict_do_nothing(index_elements=["pesel_index"])
        kept = set(await session.scalars(statement.returning(clients.c.id), rows))
        await vault.keep_new(session, {client_id: made[client_id] for client_id in kept})
        return kept

    async def keep(self, client: Client) -> None:
        """Keep the changes; the version counts them."""
        client.version += 1
        statement = sa.update(clients).where(clients.c.id == client.id)
        await self._tx.session.execute(
            statement.values(status=client.status, version=client.version)
        )

    async def find_by_pesel(self, index: bytes) -> tuple[UUID, UUID] | None:
        """Id and registering institution of whoever has the number, visible or not."""
        query = sa.select(clients.c.id, clients.c.registered_by).where(
            clients.c.pesel_index == index
        )
        row = (await self._tx.session.execute(query)).first()
        return None if row is None else (row.id, row.registered_by)

    async def find_by_pesels(self, indexes: Collection[bytes]) -> dict[bytes, Known]:
        """Whoever has these numbers, visible or not."""
        if not indexes:
            return {}
        seen = relations.visible(clients.c.id, self._by)
        query = (
            sa.select(clients.c.id, clients.c.pesel_index, parties.c.name, seen.label("seen"))
            .outerjoin(parties, parties.c.id == clients.c.registered_by)
            .where(clients.c.pesel_index.in_(indexes))
        )
        rows = await self._tx.session.execute(query)
        return {row.pesel_index: Known(row.id, row.name, row.seen) for row in rows}


def _row(client: Client, key: ClientKey) -> dict[str, Any]:
    particulars = (client.pesel, client.residence, client.contact, client.reasons)
    return {
        "given": client.name.given,
        "family": client.name.family,
        "birth_date": client.birth_date,
        "municipality": client.residence.municipality if client.residence else None,
        "sealed": PARTICULARS.seal(key, particulars),
        "status": client.status,
        "registered_by": client.registered_by,
        "registered_at": client.registered_at,
        "version": client.version,
    }


async def load_client(tx: Transaction, row: Any) -> Client:
    """A client from her row."""
    key = await key_of(tx, row.id)
    pesel, residence, contact, reasons = PARTICULARS.open(key, row.sealed)
    return Client(
        id=row.id,
        name=PersonName(given=row.given, family=row.family),
        birth_date=row.birth_date,
        pesel=pesel,
        residence=residence,
        contact=contact,
        reasons=reasons,
        registered_by=row.registered_by,
        registered_at=row.registered_at,
        status=row.status,
        version=row.version,
    )


async def progress(
    tx: Transaction, client_id: UUID, status: ClientStatus
) -> list[ClientProgressed]:
    """Let a client come a step further because of what another service announced."""
    query = sa.select(clients).where(clients.c.id == client_id).with_for_update()
    row = (await tx.session.execute(query)).first()
    if row is None:
        return []
    client = await load_client(tx, row)
    events = client.progress(status)
    if events:
        statement = sa.update(clients).where(clients.c.id == client_id)
        await tx.session.execute(statement.values(status=status, version=client.version + 1))
    return events
