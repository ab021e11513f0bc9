"""One command, one transaction: state and events together, committed before the answer."""

import asyncio

import httpx2
import pytest
import sqlalchemy as sa

from kernel import ids
from kernel.transactions import Database, begin, look
from tests.kernel.tiny import CLIENT, HARMLESS, OTHER, WORKER, need, number, say, things
from tests.support.rooms import announced, bearer

pytestmark = pytest.mark.anyio
LATE = 0.2
_HURRY = """
CREATE OR REPLACE FUNCTION hurry() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN SET LOCAL lock_timeout = '50ms'; RETURN new; END $$;
CREATE OR REPLACE TRIGGER hurry BEFORE INSERT ON things EXECUTE FUNCTION hurry()
"""


async def test_an_answer_is_given_after_the_commit(
    client: httpx2.AsyncClient, database: Database
) -> None:
    answer = await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    assert answer.status_code == 201
    assert await database.pool.fetchval("SELECT name FROM things") == "chair"


async def test_a_commit_that_fails_is_never_told_as_a_success(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    answer = await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    assert answer.status_code == 500
    assert await database.pool.fetchval("SELECT count(*) FROM things") == 1
    assert len(await announced(database)) == 1


async def test_a_commit_that_fails_keeps_no_answer_for_a_repeat(
    client: httpx2.AsyncClient, database: Database
) -> None:
    await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))
    asked = bearer(WORKER, Idempotency_Key="k")

    await client.post("/v1/things", json=HARMLESS, headers=asked)

    assert await database.pool.fetchval("SELECT count(*) FROM idempotency") == 0


async def test_a_lock_that_is_not_given_is_told_as_away(
    client: httpx2.AsyncClient, database: Database
) -> None:
    async with database.pool.acquire() as holder, holder.transaction():
        await holder.execute("LOCK TABLE subjects")
        await database.pool.execute(_HURRY)

        answer = await client.post("/v1/things", json=HARMLESS, headers=bearer(WORKER))

    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "1"


async def test_a_fact_is_never_announced_without_its_state(database: Database) -> None:
    with pytest.raises(RuntimeError):
        await _keep_and_break_down(database)

    assert await announced(database) == []
    assert await database.pool.fetchval("SELECT count(*) FROM things") == 0


async def test_an_event_says_whose_doing_it_was(database: Database) -> None:
    await say(database, CLIENT)

    fact = (await number(database))[0]
    assert (fact.actor, fact.institution) == (WORKER.worker, WORKER.institution)


async def test_what_a_reaction_announces_is_the_doing_of_whoever_caused_it(
    database: Database,
) -> None:
    await say(database, CLIENT)
    cause = (await number(database))[0]

    async with begin(database) as tx:
        tx.record(need(OTHER), cause=cause)

    assert (await number(database))[1].origin == cause.origin


async def test_a_version_counts_the_events_of_its_subject(database: Database) -> None:
    await say(database, CLIENT, OTHER, CLIENT)
    await say(database, CLIENT)

    facts = [fact for fact in await number(database) if fact.subject == CLIENT]

    assert [fact.version for fact in facts] == [1, 2, 3]


async def test_a_late_commit_is_numbered_later_and_nothing_is_skipped(database: Database) -> None:
    async with begin(database) as early:
        early.record(need(CLIENT))
        await early.lay()
        await say(database, OTHER)
        first_numbered = await number(database)

    numbered = await number(database)

    assert [fact.subject for fact in first_numbered] == [OTHER]
    assert [(fact.subject, fact.seq) for fact in numbered] == [(OTHER, 1), (CLIENT, 2)]
    positions = await database.pool.fetch("SELECT subject FROM journal ORDER BY position")
    assert [row["subject"] for row in positions] == [CLIENT, OTHER]


async def test_numbers_have_no_gaps_after_transactions_that_failed(database: Database) -> None:
    await say(database, CLIENT)
    with pytest.raises(RuntimeError):
        await _keep_and_break_down(database)
    await say(database, OTHER)

    assert [fact.seq for fact in await number(database)] == [1, 2]


async def test_events_of_one_client_commit_in_the_order_of_their_positions(
    database: Database,
) -> None:
    async with begin(database) as first:
        first.record(need(CLIENT))
        await first.lay()
        second = asyncio.create_task(say(database, CLIENT))
        await asyncio.sleep(LATE)
        assert not second.done()
    await second

    facts = await number(database)
    assert [fact.version for fact in facts] == [1, 2]


async def test_another_client_does_not_wait(database: Database) -> None:
    async with begin(database) as first:
        first.record(need(CLIENT))
        await first.lay()

        await asyncio.wait_for(say(database, OTHER), LATE * 5)

    assert len(await number(database)) == 2


async def test_many_at_once_keep_the_order_of_each_client(database: Database) -> None:
    # Whoever locked in the order of asking would deadlock here.
    pairs = [(CLIENT, OTHER), (OTHER, CLIENT)] * 15

    await asyncio.gather(*(say(database, *pair) for pair in pairs))

    facts = await number(database)
    versions = [fact.version for fact in facts if fact.subject == CLIENT]
    assert versions == list(range(1, 31))
    assert [fact.seq for fact in facts] == list(range(1, 61))


async def test_a_look_sees_one_moment(database: Database) -> None:
    async with look(database) as tx:
        before = await tx.session.scalar(sa.select(sa.func.count()).select_from(things))
        async with begin(database) as other:
            await other.session.execute(sa.insert(things).values(id=ids.new(), name="new"))
        after = await tx.session.scalar(sa.select(sa.func.count()).select_from(things))

    assert before == after == 0


async def test_a_look_changes_nothing(database: Database) -> None:
    with pytest.raises(sa.exc.DBAPIError, match="read-only"):
        async with look(database) as tx:
            await tx.session.execute(sa.insert(things).values(id=ids.new(), name="x"))


async def _keep_and_break_down(database: Database) -> None:
    async with begin(database) as tx:
        await tx.session.execute(sa.insert(things).values(id=ids.new(), name="x"))
        tx.record(need())
        await tx.lay()
        raise RuntimeError("broken")
