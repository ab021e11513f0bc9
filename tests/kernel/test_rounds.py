"""What is done by the clock: by one process at a time, in small transactions, whatever fails."""

import asyncio

import pytest
import sqlalchemy as sa

from kernel.rounds import Rounds
from kernel.transactions import Database, Transaction
from tests.kernel.tiny import running

pytestmark = pytest.mark.anyio

OFTEN = 0.02
_FIRST = sa.text("UPDATE subjects SET version = version + 1 WHERE version < 3")


async def _lay(database: Database) -> None:
    await database.pool.execute("INSERT INTO subjects VALUES (gen_random_uuid(), 0)")


async def _version(database: Database) -> int:
    return int(await database.pool.fetchval("SELECT max(version) FROM subjects"))


async def _a_handful(tx: Transaction) -> bool:
    """Three handfuls, then nothing more."""
    done = await tx.session.execute(_FIRST)
    return bool(getattr(done, "rowcount", 0))


async def _broken(tx: Transaction) -> bool:
    await tx.session.execute(_FIRST)
    raise ValueError("a bug in a round")


async def _eventually(database: Database, version: int) -> None:
    async with asyncio.timeout(5):
        while await _version(database) < version:
            await asyncio.sleep(OFTEN)


async def test_a_round_goes_on_until_nothing_is_due(database: Database) -> None:
    await _lay(database)

    async with running(Rounds(database, [_a_handful], 3600)):
        await _eventually(database, 3)

    assert await _version(database) == 3


async def test_a_round_that_fails_changes_nothing_and_stops_no_other(database: Database) -> None:
    await _lay(database)

    async with running(Rounds(database, [_broken, _a_handful], 3600)):
        await _eventually(database, 3)

    assert await _version(database) == 3


async def test_while_one_process_makes_a_round_the_other_does_not(database: Database) -> None:
    inside, free = asyncio.Event(), asyncio.Event()
    await _lay(database)

    async def slow(tx: Transaction) -> bool:
        await tx.session.execute(_FIRST)
        inside.set()
        await free.wait()
        return False

    first = asyncio.create_task(Rounds(database, [slow], 3600).once(0))
    await inside.wait()
    second = await Rounds(database, [_a_handful], 3600).once(0)
    seen = await _version(database)
    free.set()
    await first

    assert (second, seen, await _version(database)) == (False, 0, 1)


async def test_whoever_is_stopped_in_the_middle_has_done_nothing(database: Database) -> None:
    inside = asyncio.Event()
    await _lay(database)

    async def endless(tx: Transaction) -> bool:
        await tx.session.execute(_FIRST)
        inside.set()
        await asyncio.sleep(60)
        return False

    async with running(Rounds(database, [endless], 3600)):
        await inside.wait()
    more = await Rounds(database, [_a_handful], 3600).once(0)

    assert (more, await _version(database)) == (True, 1)
