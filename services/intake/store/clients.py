"""Finding and keeping clients."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import model_validator
from sqlalchemy.dialects.postgresql import insert

from contracts.intake import ClientProgressed, ClientStatus
from contracts.sections import Section
from contracts.values import View
from kernel import relations
from kernel.callers import Caller
from kernel.tables import aliases, client_keys, parties
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.client import (
    Client,
    ClientNotFound,
    Contact,
    HelpReason,
    Known,
    PersonName,
    Residence,
)
from services.intake.domain.particulars import Particulars
from services.intake.store.indexes import Mark, index_client, index_new_clients, indexes
from services.intake.store.sealing import Sealer, key_of
from services.intake.store.sight import require_ground
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
_TURN = sa.text("SELECT pg_advisory_xact_lock(7006, hashtext(encode(:index, 'hex')))").bindparams(
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

    async def get(self, client_id: UUID, section: Section | None = None) -> Client:
        """Fetch for change: the row stays locked, so one client's events keep their order.

        With a section, what is to be changed lies in it, and must be open to the caller's institution.
        """
        client = await self._one(self._seen(client_id).with_for_update(of=clients))
        if section is not None:
            await require_ground(self._tx, client_id, self._by, section)
        return client

    async def look_up(self, client_id: UUID) -> Client:
        """Fetch to look at only."""
        return await self._one(self._seen(client_id))

    def _seen(self, client_id: UUID) -> sa.Select[Any]:
        return sa.select(clients).where(
            clients.c.id == client_id, relations.visible(clients.c.id, self._by)
        )

    async def _one(self, query: sa.Select[Any]) -> Client:
        row = (await self._tx.session.execute(query)).first()
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
        if any(index for _, index in newcomers):
            kept -= await self._bearing_anothers(kept)
        await vault.keep_new(session, {client_id: made[client_id] for client_id in kept})
        await index_new_clients(
            self._tx, [c for c, _ in newcomers if c.id in kept], vault.index_key
        )
        return kept

    async def _bearing_anothers(self, kept: Collection[UUID]) -> set[UUID]:
        """Let those go whose number was somebody else's until it was re-issued.

        Asked after the insert, which waits for whoever lays such a number down at this very moment.
        """
        theirs = sa.exists().where(former_pesels.c.pesel_index == clients.c.pesel_index)
        statement = sa.delete(clients).where(clients.c.id.in_(kept), theirs)
        return set(await self._tx.session.scalars(statement.returning(clients.c.id)))

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

    async def take_turns(self, *numbers: Sequence[bytes]) -> None:
        """Wait for whoever lays one of these numbers down under another key at the same instant.

        The unique column keeps one number to one client under one key; under two, while one key
        replaces the other, those who come together meet here. With one key nobody waits.
        """
        for index in sorted({index for one in numbers if len(one) > 1 for index in one}):
            await self._tx.session.execute(_TURN, {"index": index})

    async def find_by_pesel(self, *indexes: bytes) -> Known | None:
        """Whoever has or had the number, visible or not."""
        return next(iter((await self.find_by_pesels(indexes)).values()), None)

    async def find_by_pesels(self, indexes: Collection[bytes]) -> dict[bytes, Known]:
        """Whoever has or had these numbers, visible or not; a merged client is whom she goes on as."""
        if not indexes:
            return {}
        bearing = sa.select(clients.c.pesel_index, clients.c.id.label("client_id"))
        bore = sa.select(former_pesels.c.pesel_index, former_pesels.c.client_id)
        holders = sa.union_all(
            bearing.where(clients.c.pesel_index.in_(indexes)),
            bore.where(former_pesels.c.pesel_index.in_(indexes)),
        ).subquery("holders")
        person = sa.func.coalesce(aliases.c.survivor, holders.c.client_id)
        query = (
            sa.select(
                holders.c.pesel_index, clients.c.id, clients.c.registered_by, parties.c.name,
                relations.visible(clients.c.id, self._by).label("seen"),
            )
            .select_from(holders.outerjoin(aliases, aliases.c.client_id == holders.c.client_id))
            .join(clients, clients.c.id == person)
            .outerjoin(parties, parties.c.id == clients.c.registered_by)
        )  # fmt: skip
        return {
            row.pesel_index: Known(row.id, row.registered_by, row.name, row.seen)
            for row in await self._tx.session.execute(query)
        }


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
