"""Finding and keeping clients."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.intake import ClientProgressed, ClientStatus
from kernel import relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    HelpReason,
    PersonName,
    Residence,
)
from services.intake.store.indexes import (
    Mark,
    found_by,
    index_client,
    index_new_client,
    indexes,
)
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.clients import clients

_Particulars = tuple[str | None, Residence | None, Contact, list[HelpReason]]


PARTICULARS: Sealer[_Particulars] = Sealer("client", _Particulars)


def pesel_index(secret: bytes, pesel: str) -> bytes:
    """What a PESEL is found by."""
    return indexes(secret, Mark.PESEL, pesel)[0]


class Clients:
    """The clients one caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._found_by: dict[UUID, tuple[object, ...]] = {}

    async def get(self, client_id: UUID) -> Client:
        """Fetch for change: the row stays locked, so one client's events keep their order."""
        query = sa.select(clients).where(
            clients.c.id == client_id, relations.visible(clients.c.id, self._by)
        )
        row = (await self._tx.session.execute(query.with_for_update(of=clients))).first()
        if row is None:
            raise ClientNotFound
        client = await load_client(self._tx, row)
        self._found_by[client.id] = found_by(client)
        return client

    async def add(self, client: Client, index: bytes | None) -> bool:
        """Keep a new client; false if somebody with the same PESEL number is there already."""
        key = await self._tx.vault.key_for(self._tx.session, client.id)
        statement = insert(clients).values(id=client.id, pesel_index=index, **_row(client, key))
        statement = statement.on_conflict_do_nothing(index_elements=["pesel_index"])
        if not await self._tx.session.scalar(statement.returning(sa.true())):
            return False
        await index_new_client(self._tx, client)
        return True

    async def keep(self, client: Client) -> None:
        """Keep the changes; the version counts them."""
        client.version += 1
        statement = sa.update(clients).where(clients.c.id == client.id)
        await self._tx.session.execute(
            statement.values(status=client.status, version=client.version)
        )
        await self._index(client)

    async def _index(self, client: Client) -> None:
        if self._found_by.get(client.id) != found_by(client):
            await index_client(self._tx, client)

    async def find_by_pesel(self, index: bytes) -> tuple[UUID, UUID] | None:
        """Id and registering institution of whoever has the number, visible or not."""
        query = sa.select(clients.c.id, clients.c.registered_by).where(
            clients.c.pesel_index == index
        )
        row = (await self._tx.session.execute(query)).first()
        return None if row is None else (row.id, row.registered_by)


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
