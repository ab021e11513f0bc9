"""Every event is heard once and in order: from the broker, from the journal, or from both."""

import asyncio

import pytest

from tests.kernel.tiny import CLIENT, OTHER, Hall, number, running, say

pytestmark = pytest.mark.anyio


async def test_what_the_broker_brings_is_applied_once(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)
    await quiet_hall.hearer.heal()
    await say(quiet_hall.speaker, CLIENT, OTHER)
    news = (await number(quiet_hall.speaker))[1:]

    await quiet_hall.hearer.take(news)

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_what_comes_twice_is_applied_once(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT, OTHER)
    facts = await number(quiet_hall.speaker)

    await quiet_hall.hearer.take(facts)
    await quiet_hall.hearer.take(facts)
    await quiet_hall.hearer.take([facts[0]])
    await quiet_hall.hearer.take([facts[1], facts[0], facts[1]])

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_the_same_twice_in_one_batch_is_applied_once(quiet_hall: Hall) -> None:
    await quiet_hall.hearer.heal()
    await say(quiet_hall.speaker, CLIENT, OTHER)
    first, second = await number(quiet_hall.speaker)

    await quiet_hall.hearer.take([first, first, second, second])

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_what_comes_out_of_order_is_applied_in_order(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, *[CLIENT, OTHER] * 3)
    facts = await number(quiet_hall.speaker)

    await quiet_hall.hearer.take(facts[::-1])

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_a_gap_is_filled_from_the_journal(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)
    await quiet_hall.hearer.heal()
    await say(quiet_hall.speaker, CLIENT, OTHER, CLIENT)
    facts = await number(quiet_hall.speaker)

    await quiet_hall.hearer.take([facts[-1]])

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_a_new_hearer_begins_at_the_beginning(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, *[CLIENT, OTHER] * 300)
    await number(quiet_hall.speaker)
    await number(quiet_hall.speaker)

    await quiet_hall.hearer.heal()

    assert len(await quiet_hall.heard()) == 600
    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_without_a_broker_the_journal_is_enough(quiet_hall: Hall) -> None:
    async with running(quiet_hall.hearer):
        await say(quiet_hall.speaker, CLIENT)
        await number(quiet_hall.speaker)
        await quiet_hall.until_heard(1)
        await say(quiet_hall.speaker, CLIENT, OTHER)
        await number(quiet_hall.speaker)
        heard = await quiet_hall.until_heard(3)

    assert heard == await quiet_hall.said()


async def test_a_hearer_that_died_goes_on_where_it_stood(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)
    async with running(quiet_hall.hearer):
        await quiet_hall.until_heard(1)
    await say(quiet_hall.speaker, OTHER)
    await number(quiet_hall.speaker)

    async with running(quiet_hall.another_hearer()):
        heard = await quiet_hall.until_heard(2)

    assert heard == await quiet_hall.said()


async def test_of_two_hearers_one_leads_and_the_other_takes_over(quiet_hall: Hall) -> None:
    pair = quiet_hall.hearer, quiet_hall.another_hearer()
    async with running(*pair) as tasks:
        await say(quiet_hall.speaker, *[CLIENT, OTHER] * 10)
        await number(quiet_hall.speaker)
        await quiet_hall.until_heard(20)
        assert await _leaders(quiet_hall) == 1

        tasks[0].cancel()
        await say(quiet_hall.speaker, CLIENT)
        await number(quiet_hall.speaker)
        heard = await quiet_hall.until_heard(21)

    assert heard == await quiet_hall.said()


async def test_of_two_that_both_believe_to_lead_one_is_turned_away(quiet_hall: Hall) -> None:
    rival = quiet_hall.another_hearer()
    await quiet_hall.hearer.heal()
    await rival.heal()
    await say(quiet_hall.speaker, CLIENT, OTHER)
    await number(quiet_hall.speaker)

    await asyncio.gather(quiet_hall.hearer.heal(), rival.heal(), return_exceptions=True)

    assert await quiet_hall.heard() == await quiet_hall.said()


async def test_a_restored_journal_is_reconciled_by_event_id(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT, OTHER, CLIENT)
    lost = (await number(quiet_hall.speaker))[-1]
    await quiet_hall.hearer.heal()
    async with quiet_hall.speaker.pool.acquire() as restored:
        await restored.execute("DELETE FROM journal WHERE event_id = $1", lost.id)
        await restored.execute("UPDATE journals SET id = gen_random_uuid()")
    await say(quiet_hall.speaker, OTHER, OTHER)

    await quiet_hall.said()
    await quiet_hall.hearer.heal()

    said = await quiet_hall.said()
    assert await quiet_hall.heard() == [*said[:2], lost.id, *said[2:]]


async def test_a_restored_journal_that_is_shorter_is_noticed_too(quiet_hall: Hall) -> None:
    await say(quiet_hall.speaker, CLIENT, OTHER)
    old = await number(quiet_hall.speaker)
    await quiet_hall.hearer.heal()
    async with quiet_hall.speaker.pool.acquire() as restored:
        await restored.execute("DELETE FROM journal")
        await restored.execute("UPDATE journals SET id = gen_random_uuid()")
    await say(quiet_hall.speaker, CLIENT)

    news = await number(quiet_hall.speaker)
    await quiet_hall.hearer.take(news)
    await quiet_hall.hearer.take(old)

    assert await quiet_hall.heard() == [*(fact.id for fact in old), news[0].id]


async def _leaders(hall: Hall) -> int:
    return int(
        await hall.hearing.pool.fetchval(
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
            " AND classid = 7002 AND database = (SELECT oid FROM pg_database"
            " WHERE datname = current_database())"
        )
    )
