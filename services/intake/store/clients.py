"""Finding and keeping clients."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import model_validator
from sqlalchemy.dialects.postgresql import insert

from contracts.intake import ClientProgressed, ClientStatus
from contracts.values import View
from kernel import relations
from kernel.callers import Caller
from kernel.tables import client_keys
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
from services.intake.domain.particulars import Particulars
from services.intake.store.indexes import Mark, index_client, index_new_client, indexes
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.clients import clients
from services.intake.tables.person import former_pesels


class Sealed(View):
    """What of a client's row lies sealed."""

    pesel: str | None
    residence: Residence | None
    contact: Contact
    reasons: list[HelpReason]
    particulars: Particulars = Particulars()

    @model_validator(mode="before")
    @classmethod
    def _of_the_first_release(cls, value: Any) -> Any:
        # Rows of before the particulars came were sealed as a list of the first four.
        return (
            dict(zip(cls.model_fields, value, strict=False)) if isinstance(value, list) else value
        )


PARTICULARS: Sealer[Sealed] = Sealer("client", Sealed)


def pesel_index(secret: bytes, pesel: str) -> bytes:
    """What a PESEL is found by."""
    return pesel_indexes(secret, pesel)[0]


def pesel_indexes(secret: bytes, pesel: str) -> list[bytes]:
    """What a PESEL may be found by while the index key is replaced; the first is the one to lay."""
    return indexes(secret, Mark.PESEL, pesel)


# One lock for each fingerprint, so that whoever lays the old one and whoever lays the new one meet.
_TURN = sa.text("SELECT pg_advisory_xact_lock(7005, hashtext(encode(:index, 'hex')))").bindparams(
    sa.bindparam("index", type_=sa.LargeBinary)
)


def bears(*indexes: bytes) -> sa.ColumnElement[bool]:
    """The condition that a client bears a PESEL number, or bore it until it was re-issued."""
    former = sa.select(former_pesels.c.client_id).where(former_pesels.c.pesel_index.in_(indexes))
    return sa.or_(clients.c.pesel_index.in_(indexes), clients.c.id.in_(former))


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
        key = await self._tx.vault.key_for(self._tx.session, client.id)
        statement = insert(clients).values(id=client.id, pesel_index=index, **_row(client, key))
        statement = statement.on_conflict_do_nothing(index_elements=["pesel_index"])
        if not await self._tx.session.scalar(statement.returning(sa.true())):
            return False
        # Asked after the insert, which waits for whoever lays this number down at this very moment.
        former = sa.exists().where(former_pesels.c.pesel_index == index)
        if index is not None and await self._tx.session.scalar(sa.select(former)):
            return False
        await index_new_client(self._tx, client, self._tx.vault.index_key)
        return True

    async def keep(self, client: Client) -> None:
        """Keep the changes; the version counts them."""
        client.version += 1
        statement = sa.update(clients).where(clients.c.id == client.id)
        await self._tx.session.execute(
            statement.values(status=client.status, version=client.version)
        )

    async def hold(self, client_id: UUID) -> UUID | None:
        """Lock the row of anybody, visible or not; who registered her, if she is there."""
        query = sa.select(clients.c.registered_by).where(
            clients.c.id == client_id,
            sa.exists().where(client_keys.c.client_id == clients.c.id),
        )
        return await self._tx.session.scalar(query.with_for_update(of=clients))

    async def keep_particulars(self, client: Client) -> None:
        """Keep the changes together with who she is, and let her be found by that."""
        key = await key_of(self._tx, client.id)
        client.version += 1
        statement = sa.update(clients).where(clients.c.id == client.id)
        await self._tx.session.execute(statement.values(**_row(client, key)))
        await index_client(self._tx, client, self._tx.vault.index_key)

    async def find_in_turn(self, indexes: Sequence[bytes]) -> tuple[UUID, UUID] | None:
        """Whoever has the number already, under another key than the one that indexes now.

        The unique column keeps one number to one client under one key. Under two, those who come at
        the same instant wait here for each other; with one key there is nothing to wait for.
        """
        if len(indexes) < 2:  # noqa: PLR2004 one key: the column itself decides
            return None
        for index in sorted(indexes):
            await self._tx.session.execute(_TURN, {"index": index})
        return await self.find_by_pesel(*indexes)

    async def find_by_pesel(self, *indexes: bytes) -> tuple[UUID, UUID] | None:
        """Id and registering institution of whoever has or had the number, visible or not.

        A merged client is found under the id she goes on under.
        """
        query = sa.select(clients.c.id, clients.c.registered_by).where(bears(*indexes))
        # A client just refused for bearing another's former number must not be found herself.
        query = query.order_by(clients.c.registered_at).limit(1)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            return None
        first = await relations.survivor(self._tx.session, row.id)
        if first == row.id:
            return row.id, row.registered_by
        owner = sa.select(clients.c.registered_by).where(clients.c.id == first)
        return first, (await self._tx.session.execute(owner)).scalar_one()


def _row(client: Client, key: ClientKey) -> dict[str, Any]:
    sealed = Sealed(
        pesel=client.pesel,
        residence=client.residence,
        contact=client.contact,
        reasons=client.reasons,
        particulars=client.particulars,
    )
    return {
        "given": client.name.given,
        "family": client.name.family,
        "birth_date": client.birth_date,
        "municipality": client.residence.municipality if client.residence else None,
        "sealed": PARTICULARS.seal(key, sealed),
        "status": client.status,
        "registered_by": client.registered_by,
        "registered_at": client.registered_at,
        "version": client.version,
    }


async def load_client(tx: Transaction, row: Any) -> Client:
    """A client from her row."""
    key = await key_of(tx, row.id)
    sealed = PARTICULARS.open(key, row.sealed)
    return Client(
        id=row.id,
        name=PersonName(given=row.given, family=row.family),
        birth_date=row.birth_date,
        pesel=sealed.pesel,
        residence=sealed.residence,
        contact=sealed.contact,
        reasons=sealed.reasons,
        registered_by=row.registered_by,
        registered_at=row.registered_at,
        status=row.status,
        version=row.version,
        particulars=sealed.particulars,
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
