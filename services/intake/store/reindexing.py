"""Indexing anew what is found by a keyed fingerprint, when the index key is replaced by another."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.store.clients import load_client, pesel_index
from services.intake.store.file_numbers import NUMBER
from services.intake.store.importing import REFERENCE, mark_of
from services.intake.store.indexes import file_number_indexes, index_client, marks_of
from services.intake.store.sealing import key_of
from services.intake.tables.clients import clients
from services.intake.tables.importing import imported
from services.intake.tables.person import former_pesels
from services.intake.tables.search import client_marks, client_words, file_numbers


@dataclass(frozen=True)
class Stretch:
    """How far one step came; no last one: to the end."""

    seen: int
    stale: int
    last: UUID | None


async def stretch(
    tx: Transaction, secret: bytes, after: UUID, limit: int, *, lay: bool
) -> Stretch:
    """Look at some clients in the order of their ids, and lay what is stale under the newest key.

    Compared rather than remembered: wherever it was stopped, it may begin again.
    """
    query = (
        sa.select(clients)
        .where(
            clients.c.id > after,
            sa.exists().where(client_keys.c.client_id == clients.c.id),
        )
        .order_by(clients.c.id)
        .limit(limit)
    )
    # A number that is being corrected at this instant must not be laid over.
    rows = (await tx.session.execute(query.with_for_update(of=clients) if lay else query)).all()
    stale = 0
    for row in rows:
        stale += await _lay(tx, row, secret, lay=lay)
    return Stretch(len(rows), stale, rows[-1].id if len(rows) == limit else None)


async def _lay(tx: Transaction, row: Any, secret: bytes, *, lay: bool) -> bool:
    client = await load_client(tx, row)
    index = pesel_index(secret, client.pesel) if client.pesel else None
    stale = index != row.pesel_index
    stale |= await _former_stale(tx, client, secret)
    stale |= await _marks_stale(tx, client, secret)
    numbers = await _numbers_stale(tx, client, secret)
    rows = await _imported_stale(tx, client, secret)
    if lay and stale:
        statement = sa.update(clients).where(clients.c.id == row.id)
        await tx.session.execute(statement.values(pesel_index=index))
        await _lay_former(tx, client, secret)
        await index_client(tx, client, secret)
    if lay:
        for institution, fingerprint in numbers.items():
            mine = sa.and_(
                file_numbers.c.client_id == row.id, file_numbers.c.institution == institution
            )
            await tx.session.execute(
                sa.update(file_numbers).where(mine).values(fingerprint=fingerprint)
            )
        await _lay_imported(tx, client, rows)
    return stale or bool(numbers) or bool(rows)


async def _imported_stale(tx: Transaction, client: Client, secret: bytes) -> dict[bytes, bytes]:
    """Rows of imports under an older key: by what each lies under, what it is to lie under."""
    query = sa.select(imported).where(imported.c.client_id == client.id)
    query = query.where(imported.c.sealed.is_not(None))
    rows = (await tx.session.execute(query)).all()
    key = await key_of(tx, client.id) if rows else None
    due = {}
    for row in rows:
        if key is not None:
            named = REFERENCE.open(key, row.sealed)
            due[row.reference_index] = mark_of(
                secret, (row.institution, row.source, named), {}
            ).reference
    return {before: now for before, now in due.items() if before != now}


async def _lay_imported(tx: Transaction, client: Client, rows: dict[bytes, bytes]) -> None:
    """What a row said lies under the older key too, and is forgotten: it is only told as changed."""
    for before, now in rows.items():
        mine = sa.and_(imported.c.client_id == client.id, imported.c.reference_index == before)
        statement = sa.update(imported).where(mine)
        await tx.session.execute(statement.values(reference_index=now, content=None))


async def _former_stale(tx: Transaction, client: Client, secret: bytes) -> bool:
    query = sa.select(former_pesels.c.pesel_index).where(former_pesels.c.client_id == client.id)
    return set(await tx.session.scalars(query)) != _former(client, secret)


def _former(client: Client, secret: bytes) -> set[bytes]:
    return {pesel_index(secret, number) for number in client.particulars.former_pesels}


async def _lay_former(tx: Transaction, client: Client, secret: bytes) -> None:
    hers = former_pesels.c.client_id == client.id
    await tx.session.execute(sa.delete(former_pesels).where(hers))
    rows = [{"client_id": client.id, "pesel_index": one} for one in _former(client, secret)]
    if rows:
        await tx.session.execute(sa.insert(former_pesels), rows)


async def _marks_stale(tx: Transaction, client: Client, secret: bytes) -> bool:
    query = sa.select(client_marks.c.fingerprint).where(client_marks.c.client_id == client.id)
    if set(await tx.session.scalars(query)) != set(marks_of(client, secret)):
        return True
    # Whoever was registered before there were words to search by has none yet.
    words = sa.exists().where(client_words.c.client_id == client.id)
    return not await tx.session.scalar(sa.select(words))


async def _numbers_stale(tx: Transaction, client: Client, secret: bytes) -> dict[UUID, bytes]:
    """By institution, the fingerprints of file numbers that lie under an older key."""
    query = sa.select(file_numbers).where(file_numbers.c.client_id == client.id)
    rows = (await tx.session.execute(query)).all()
    key = await key_of(tx, client.id) if rows else None
    due = {
        row.institution: file_number_indexes(secret, row.institution, NUMBER.open(key, row.sealed))
        for row in rows
        if key
    }
    return {
        r.institution: due[r.institution][0]
        for r in rows
        if due[r.institution][0] != r.fingerprint
    }
