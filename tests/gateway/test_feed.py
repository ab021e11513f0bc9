"""The feed pulled: a place in it, the events after it, and only of clients one may see."""

import pytest

from contracts.intake import SharingClosed
from contracts.values import BasisKind
from gateway.feed import reading
from kernel import ids
from kernel.pages import cursor
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    COORDINATOR,
    MANAGER,
    NGO,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
    by_the_ops,
)
from tests.gateway.feeding import EVENTS, announce, income, need, types_in
from tests.support.rooms import relate

pytestmark = pytest.mark.anyio


async def test_what_happened_is_told_as_cloud_events_oldest_first(house: House) -> None:
    first = need()
    await announce(house, first, income())

    answer = await house.see(SOCIAL_WORKER, EVENTS)

    told = answer.json()["items"][0]
    assert types_in(answer) == ["need.added.v1", "income.declared.v1"]
    assert {"specversion", "id", "source", "type", "subject", "time"} <= set(told)
    assert (told["id"], told["subject"]) == (str(first.id), str(CLIENT))
    assert told["data"] == {"client_id": str(CLIENT), "urgency": "normal"}
    assert "actor" not in told


async def test_the_next_page_goes_on_where_the_last_one_ended(house: House) -> None:
    await announce(house, need(), income(), need())

    first = await house.see(SOCIAL_WORKER, EVENTS, limit=2)
    second = await house.see(SOCIAL_WORKER, EVENTS, after=first.json()["next"])
    third = await house.see(SOCIAL_WORKER, EVENTS, after=second.json()["next"])
    await announce(house, income("2026-03"))
    fourth = await house.see(SOCIAL_WORKER, EVENTS, after=third.json()["next"])

    assert [len(types_in(page)) for page in (first, second, third, fourth)] == [2, 1, 0, 1]
    assert [page.json()["more"] for page in (first, second, third)] == [True, False, False]


async def test_a_stranger_is_told_nothing_and_is_on_record(house: House) -> None:
    await announce(house, need())

    answer = await house.see(STRANGER, EVENTS)

    entry = (await house.entries())[-1]
    assert types_in(answer) == []
    assert (entry["verb"], entry["client_id"], entry["status"]) == ("read_events", None, 200)


async def test_each_client_named_can_see_who_was_told(house: House) -> None:
    other = ids.new()
    await relate(house.database, other, SOCIAL_WORKER.institution, BasisKind.REGISTRATION)
    await announce(house, need(), need(other), need())

    await house.see(SOCIAL_WORKER, EVENTS)

    assert {e["client_id"] for e in await house.entries()} == {CLIENT, other}


async def test_after_a_withdrawal_the_next_event_is_not_told(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    await announce(house, need())
    before = await house.see(ADVISER, EVENTS)

    await announce(
        house, by_the_ops(SharingClosed(client_id=CLIENT, relation_id=relation)), need()
    )
    after = await house.see(ADVISER, EVENTS, after=before.json()["next"])
    anew = await house.see(ADVISER, EVENTS)

    assert types_in(before) == ["need.added.v1"]
    assert types_in(after) == types_in(anew) == []
    assert after.json()["next"] != before.json()["next"]


async def test_whoever_may_not_see_a_section_is_not_told_of_it(house: House) -> None:
    await relate(house.database, CLIENT, NGO)
    await relate(house.database, CLIENT, PUP)
    await announce(house, income(), need())

    organisation = await house.see(COORDINATOR, EVENTS)
    office = await house.see(ADVISER, EVENTS)

    assert types_in(organisation) == ["need.added.v1"]
    assert "income" not in organisation.text
    # Of incomes the office knows only that there are some.
    assert office.json()["items"][0]["data"] == {"client_id": str(CLIENT)}


async def test_a_sharing_that_names_sections_limits_the_feed_too(house: House) -> None:
    await relate(house.database, CLIENT, PUP, BasisKind.CONSENT, ["work"])
    await announce(house, need())

    assert types_in(await house.see(ADVISER, EVENTS)) == []


async def test_one_may_ask_for_some_types_and_for_one_client(house: House) -> None:
    other = ids.new()
    await relate(house.database, other, SOCIAL_WORKER.institution, BasisKind.REGISTRATION)
    await announce(house, need(), income(), need(other))

    incomes = await house.see(SOCIAL_WORKER, EVENTS, types="income.declared.v1")
    hers = await house.see(SOCIAL_WORKER, EVENTS, client_id=str(other))

    assert types_in(incomes) == ["income.declared.v1"]
    assert [item["subject"] for item in hers.json()["items"]] == [str(other)]


@pytest.mark.parametrize("types", ["no.such.v1", "duplicate.linked.v1"])
async def test_a_type_that_nobody_is_told_is_refused(house: House, types: str) -> None:
    answer = await house.see(SOCIAL_WORKER, EVENTS, types=types)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/UnknownEventType")


@pytest.mark.parametrize("after", ["x", cursor("1"), cursor("ab:1"), cursor("0" * 32 + ":-1")])
async def test_a_cursor_nobody_gave_is_refused(house: House, after: str) -> None:
    answer = await house.see(SOCIAL_WORKER, EVENTS, after=after)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_a_place_in_a_feed_that_counts_anew_is_told_so(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, EVENTS, after=reading.cursor_at(ids.new(), 7))

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/FeedBegunAnew")


async def test_a_reader_of_few_among_many_comes_to_the_end(house: House) -> None:
    strangers = [need(ids.new()) for _ in range(5)]
    await announce(house, *strangers, need())
    await house.database.pool.execute("UPDATE journal SET seq = seq * $1", reading.STRETCH * 3)

    first = await house.see(SOCIAL_WORKER, EVENTS)
    second = await house.see(SOCIAL_WORKER, EVENTS, after=first.json()["next"])

    assert (types_in(first), first.json()["more"]) == ([], True)
    pages = [second]
    while pages[-1].json()["more"]:
        pages.append(await house.see(SOCIAL_WORKER, EVENTS, after=pages[-1].json()["next"]))
    assert [t for page in pages for t in types_in(page)] == ["need.added.v1"]


async def test_managers_may_and_clerks_may_not(house: House) -> None:
    assert (await house.see(MANAGER, EVENTS)).status_code == 200
    assert (await house.see(CLERK, EVENTS)).status_code == 403
