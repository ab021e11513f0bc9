"""Keeping the erased erased: a database restored from a backup does not know of them."""

from datetime import datetime
from uuid import UUID

import asyncpg

from contracts.intake.rights import ClientErased
from gateway.record import cards
from kernel import relations
from kernel.transactions import Database, begin
from kernel.vault import Vault
from okienko.keys import Held
from okienko.processes import GATEWAY
from okienko.trouble import Trouble
from services.intake.store.forgetting import forget

_KNOWN = (
    "SELECT client_id, erased_at FROM erasures UNION"
    " SELECT subject, time FROM journal WHERE type = 'client.erased.v1'"
)


async def known(held: Held) -> dict[UUID, datetime]:
    """Whoever was erased as far as any database or journal of the house remembers, oldest first."""
    found: dict[UUID, datetime] = {}
    for url in held.urls.values():
        connection = await asyncpg.connect(url)
        try:
            for row in await connection.fetch(_KNOWN):
                client_id, at = UUID(str(row["client_id"])), row["erased_at"]
                found[client_id] = min(at, found.get(client_id, at))
        finally:
            await connection.close()
    return dict(sorted(found.items(), key=lambda one: one[1]))


async def again(held: Held, listed: str) -> int:
    """Erase in every database whom any of them, or a list kept elsewhere, knows as erased."""
    gone = _read(listed) | await known(held)
    for name, url in held.urls.items():
        database = Database(url, name, Vault(*held.vault))
        try:
            for client_id, at in gone.items():
                await erase_again(database, client_id, at)
        finally:
            await database.engine.dispose()
    return len(gone)


async def erase_again(database: Database, client_id: UUID, at: datetime) -> None:
    """Erase a client in one database, without announcing again what was announced."""
    async with begin(database) as tx:
        if database.service == "intake":
            await forget(tx, client_id)
        if database.service == GATEWAY:
            await cards.forget(tx, client_id)
        await relations.note(tx.session, at, ClientErased(client_id=client_id))


def _read(listed: str) -> dict[UUID, datetime]:
    try:
        pairs = [line.split() for line in listed.splitlines() if line.strip()]
        return {UUID(client_id): datetime.fromisoformat(at) for client_id, at in pairs}
    except ValueError:
        raise Trouble(
            "The list holds a line that `okienko erasures list` did not print."
        ) from None
