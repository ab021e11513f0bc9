"""An event that cannot be applied steps aside with its client's later ones; others flow on."""

import asyncio
from uuid import UUID

import pytest

from okienko.operate import release_parked
from tests.kernel.tiny import CLIENT, OTHER, Hall, number, running, say

pytestmark = pytest.mark.anyio


async def test_it_is_parked_with_the_later_ones_of_its_client(quiet_hall: Hall) -> None:
    quiet_hall.notes.chokes_on = {CLIENT}
    await say(quiet_hall.speaker, OTHER, CLIENT, OTHER, CLIENT, OTHER)
    facts = await number(quiet_hall.speaker)

    await quiet_hall.hearer.heal()

    assert await quiet_hall.heard() == [facts[0].id, facts[2].id, facts[4].id]
    assert await _parked(quiet_hall) == [facts[1].id, facts[3].id]


async def test_it_is_tried_more_than_once(quiet_hall: Hall) -> None:
    quiet_hall.notes.chokes_on = {CLIENT}
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)

    await quiet_hall.hearer.heal()

    together, alone = 1, 3
    assert quiet_hall.notes.calls == together + alone


async def test_its_client_waits_also_for_events_that_come_later(quiet_hall: Hall) -> None:
    quiet_hall.notes.chokes_on = {CLIENT}
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)
    await quiet_hall.hearer.heal()
    quiet_hall.notes.chokes_on = set()
    await say(quiet_hall.speaker, CLIENT, OTHER)
    facts = await number(quiet_hall.speaker)

    await quiet_hall.hearer.take(facts[1:])

    assert await quiet_hall.heard() == [facts[2].id]
    assert await _parked(quiet_hall) == [facts[0].id, facts[1].id]


async def test_the_reason_holds_no_words_of_the_error(quiet_hall: Hall) -> None:
    quiet_hall.notes.chokes_on = {CLIENT}
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)

    await quiet_hall.hearer.heal()

    reason = await quiet_hall.hearing.pool.fetchval("SELECT reason FROM parked")
    assert reason.startswith("RuntimeError at hear:")


async def test_what_is_released_is_applied_in_order(quiet_hall: Hall) -> None:
    await _park_two(quiet_hall)
    quiet_hall.notes.chokes_on = set()

    async with running(quiet_hall.hearer):
        await release_parked(quiet_hall.hearing.url, CLIENT)
        heard = await quiet_hall.until_heard(2)

    assert heard == await quiet_hall.said()
    assert await _parked(quiet_hall) == []


async def test_what_came_between_release_and_effect_is_not_left_behind(quiet_hall: Hall) -> None:
    await _park_two(quiet_hall)
    await release_parked(quiet_hall.hearing.url, CLIENT)
    quiet_hall.notes.chokes_on = set()
    await say(quiet_hall.speaker, CLIENT)
    await number(quiet_hall.speaker)
    await quiet_hall.hearer.heal()

    async with running(quiet_hall.another_hearer()):
        heard = await quiet_hall.until_heard(3)

    assert heard == await quiet_hall.said()


async def test_what_fails_again_is_parked_again_and_others_flow_on(quiet_hall: Hall) -> None:
    await _park_two(quiet_hall)
    await release_parked(quiet_hall.hearing.url, CLIENT)

    async with running(quiet_hall.another_hearer()):
        await say(quiet_hall.speaker, OTHER)
        facts = await number(quiet_hall.speaker)
        heard = await quiet_hall.until_heard(1)
        async with asyncio.timeout(10):
            while not await _parked(quiet_hall):
                await asyncio.sleep(0.02)

    assert heard == [facts[2].id]
    assert await _parked(quiet_hall) == [facts[0].id, facts[1].id]


async def _park_two(hall: Hall) -> None:
    hall.notes.chokes_on = {CLIENT}
    await say(hall.speaker, CLIENT, CLIENT)
    await number(hall.speaker)
    await hall.hearer.heal()


async def _parked(hall: Hall) -> list[UUID]:
    """Parked and not released, in order."""
    rows = await hall.hearing.pool.fetch(
        "SELECT event_id FROM parked WHERE released_at IS NULL ORDER BY seq"
    )
    return [row["event_id"] for row in rows]
