"""What an operator does by hand: building records anew, parked events."""

from uuid import UUID

import aiohttp
import asyncpg

from gateway.record import cards
from kernel import clock
from kernel.house import House
from kernel.transactions import Database, begin
from kernel.vault import Vault
from okienko.local.home import Home, Run
from okienko.processes import SERVICES
from okienko.trouble import Trouble

_PAGE = 100
_FIRST = str(UUID(int=0))


def running(home: Home) -> Run:
    """What runs; trouble if nothing does."""
    run = home.running()
    if run is None:
        raise Trouble(f"Nothing runs on {home.folder}; start it with `okienko up`.")
    return run


async def rebuild(home: Home) -> int:
    """Fetch every card of every service again; answer how many there were."""
    run = running(home)
    olds = map(bytes.fromhex, home.old_secrets("vault-key"))
    vault = Vault(bytes.fromhex(home.secret("vault-key")), *olds)
    database = Database(run.database_urls["gateway"], "gateway", vault)
    house = House(run.service_urls, bytes.fromhex(home.secret("house-key")))
    await house.open()
    try:
        return sum([await _rebuild(house, database, service) for service in SERVICES])
    except (aiohttp.ClientError, TimeoutError):
        raise Trouble("A service does not answer; `okienko doctor` says which.") from None
    finally:
        await house.close()
        await database.close()


async def _rebuild(house: House, database: Database, service: str) -> int:
    count, after = 0, _FIRST
    while after:
        asked_at = clock.now()
        page = await house.ask(service, "/internal/cards", after=after, limit=_PAGE)
        async with begin(database) as tx:
            await cards.rebuild(tx, service, page["cards"], asked_at)
        count, after = count + len(page["cards"]), page["next"]
    return count


async def list_parked(url: str) -> list[asyncpg.Record]:
    """Events that wait for an operator, oldest first."""
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetch(
            "SELECT event_id, source, seq, subject, fact->>'type' AS type, reason, parked_at,"
            " released_at FROM parked ORDER BY source, seq"
        )
    finally:
        await connection.close()


async def release_parked(url: str, subject: UUID) -> int:
    """Let the events of a subject be applied again; answer how many."""
    connection = await asyncpg.connect(url)
    try:
        done = await connection.execute(
            "UPDATE parked SET released_at = now() WHERE subject = $1 AND released_at IS NULL",
            subject,
        )
        return int(done.split()[1])
    finally:
        await connection.close()
