"""Waiting lists: who is next, for whom a place is kept, and for how long."""

import asyncio
from datetime import date
from typing import Any

import pytest

from contracts import working_days
from contracts.directory import ServiceClosed, ServiceStatus
from kernel import clock
from kernel.transactions import begin
from services.referrals.domain.places import kept_until
from services.referrals.use_cases.lapse_place_offers import lapse_place_offers
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
    House,
)
from tests.referrals.offering import (
    COORDINATOR,
    accept,
    capacity,
    client_of,
    counts,
    duties,
    id_of,
    newcomer,
    offered,
    said_of,
    send,
    sent_to,
    taken,
    told,
    waiting,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio

DONE = {"outcome": "employment", "note": "A bakery took her."}


async def queue(house: House, address: str) -> tuple[int, int, Any]:
    view = (await house.see(SOCIAL_WORKER, address)).json()["queue"]
    return (view["position"], view["ahead"], view["place_kept_until"])


async def finished(house: House, address: str) -> None:
    answer = await house.ask(COORDINATOR, f"{address}/complete", DONE)
    assert answer.status_code == 200, answer.text


def term() -> date:
    return working_days.after(clock.today(), 5)


async def days_pass(house: House, days: int) -> None:
    """As if every place had been offered so many days earlier."""
    await house.database.pool.execute(
        "UPDATE place_offers SET offered_until = offered_until - $1::int", days
    )


async def make_the_round(house: House) -> None:
    async with begin(house.database) as tx:
        await lapse_place_offers(tx)


async def test_who_waits_sees_how_many_are_before_her_and_so_does_the_sender(
    house: House,
) -> None:
    await offered(house)
    await taken(house)

    addresses = [await waiting(house, number) for number in range(3)]

    assert [await queue(house, address) for address in addresses] == [
        (1, 0, None),
        (2, 1, None),
        (3, 2, None),
    ]
    theirs = (await house.see(COORDINATOR, addresses[1])).json()
    assert (theirs["state"], theirs["queue"]["position"]) == ("waiting", 2)
    assert await counts(house) == (1, 3)


async def test_a_list_of_referrals_shows_each_place_on_the_list(house: House) -> None:
    await offered(house)
    await taken(house)
    for number in range(2):
        await waiting(house, number)

    listed = await house.see(COORDINATOR, "/v1/referrals", waiting="true")

    assert [item["queue"]["position"] for item in listed.json()["items"]] == [2, 1]


async def test_urgent_ones_come_first_then_who_waits_longest(house: House) -> None:
    await offered(house)
    await taken(house)

    normal = await waiting(house, 1)
    urgent = await waiting(house, 2, urgency="urgent")
    urgent_too = await waiting(house, 3, urgency="urgent")

    positions = [(await queue(house, a))[0] for a in (urgent, urgent_too, normal)]
    assert positions == [1, 2, 3]


async def test_a_place_that_comes_free_is_kept_for_the_first(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first, second = [await waiting(house, number) for number in range(2)]

    await finished(house, held)

    last = (await announced(house.database, client_of(0)))[-1]
    assert (last["type"], last["offered_until"]) == ("place.offered.v1", str(term()))
    assert last["referral_id"] == id_of(first)
    assert await duties(house, "offer_place") == [(id_of(first), term())]
    assert await queue(house, first) == (1, 0, str(term()))
    assert await queue(house, second) == (2, 1, None)


async def test_nobody_else_takes_the_place_that_is_kept(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first, second = [await waiting(house, number) for number in range(2)]
    await finished(house, held)

    jumped = await accept(house, second)
    newly_sent = await send(house, client=await newcomer(house, 9))
    kept = await accept(house, first)

    assert jumped.json()["type"] == "/problems/NoPlaces"
    assert newly_sent.json()["type"] == "/problems/NoPlaces"
    assert (kept.status_code, kept.json()["queue"]) == (200, None)
    assert await duties(house, "offer_place") == []
    assert await counts(house) == (1, 1)


async def test_the_first_and_the_second_at_the_same_instant_the_first_has_it(
    house: House,
) -> None:
    await offered(house)
    held = await taken(house)
    addresses = [await waiting(house, number) for number in range(8)]
    await finished(house, held)

    answers = await asyncio.gather(*(accept(house, address) for address in addresses))

    assert [answer.status_code for answer in answers] == [200, *[409] * 7]


async def test_on_the_last_day_the_place_is_still_hers(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first = await waiting(house, 1)
    await finished(house, held)
    await days_pass(house, (term() - clock.today()).days)

    await make_the_round(house)

    assert await queue(house, first) == (1, 0, str(clock.today()))


async def test_after_the_term_it_is_the_nexts(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first, second = [await waiting(house, number) for number in range(2)]
    await finished(house, held)
    await days_pass(house, (term() - clock.today()).days + 1)

    await make_the_round(house)

    assert await queue(house, second) == (1, 0, str(term()))
    assert await queue(house, first) == (2, 1, None)
    assert await duties(house, "offer_place") == [(id_of(second), term())]


async def test_when_all_let_it_pass_it_is_the_firsts_again(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first, second = [await waiting(house, number) for number in range(2)]
    await finished(house, held)
    for _ in range(2):
        await days_pass(house, 30)
        await make_the_round(house)

    assert await queue(house, first) == (1, 0, str(term()))
    assert (await queue(house, second))[0] == 2


async def test_a_round_with_nothing_due_changes_nothing(house: House) -> None:
    await offered(house)
    await taken(house)
    await waiting(house, 1)
    before = len(await announced(house.database))

    await make_the_round(house)

    assert len(await announced(house.database)) == before


async def test_who_leaves_the_list_lets_the_others_move_up(house: House) -> None:
    await offered(house)
    held = await taken(house)
    first, second = [await waiting(house, number) for number in range(2)]
    await finished(house, held)

    await house.ask(SOCIAL_WORKER, f"{first}/request-cancellation", {"reason": "client_resigned"})

    assert await queue(house, second) == (1, 0, str(term()))
    assert await duties(house, "offer_place") == [(id_of(second), term())]
    assert await counts(house) == (0, 1)
    assert (await house.see(SOCIAL_WORKER, first)).json()["queue"] is None


async def test_more_places_are_kept_for_as_many_as_wait(house: House) -> None:
    await offered(house)
    await taken(house)
    addresses = [await waiting(house, number) for number in range(3)]

    await capacity(house, 3)

    kept = [(await queue(house, address))[2] for address in addresses]
    assert kept == [str(term()), str(term()), None]
    answers = [await accept(house, address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200, 409]


async def test_where_places_are_not_counted_any_more_all_may_come(house: House) -> None:
    await offered(house)
    await taken(house)
    addresses = [await waiting(house, number) for number in range(2)]

    await capacity(house, None)

    answers = [await accept(house, address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200]


async def test_a_closed_service_offers_no_place(house: House) -> None:
    await offered(house)
    held = await taken(house)
    await waiting(house, 1)
    await told(house, ServiceClosed(**said_of(status=ServiceStatus.TEMPORARILY_CLOSED)))

    await finished(house, held)

    assert await duties(house, "offer_place") == []


async def test_who_is_put_on_the_list_while_a_place_is_free_is_offered_it_at_once(
    house: House,
) -> None:
    await offered(house)

    address = await waiting(house, 1)

    assert await queue(house, address) == (1, 0, str(term()))


async def test_a_service_without_a_list_lets_nobody_wait(house: House) -> None:
    await offered(house, keeps_waiting_list=False)
    address = await sent_to(house)

    answer = await house.ask(COORDINATOR, f"{address}/wait")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NoWaitingList")
    assert (await house.see(SOCIAL_WORKER, address)).json()["state"] == "sent"


async def test_an_institution_may_keep_a_list_of_its_own(house: House) -> None:
    to = {"to": {"institution": str(PUP)}}
    answer = await house.ask(SOCIAL_WORKER, "/v1/referrals", TO_THE_PUP | to)
    address = answer.headers["location"]

    put = await house.ask(ADVISER, f"{address}/wait")

    assert put.json()["queue"] == {"position": 1, "ahead": 0, "place_kept_until": None}


async def test_only_the_receiver_puts_her_on_the_list(house: House) -> None:
    await offered(house)
    address = await sent_to(house)

    by_sender = await house.ask(SOCIAL_WORKER, f"{address}/wait")
    by_stranger = await house.ask(STRANGER, f"{address}/wait")

    assert (by_sender.status_code, by_stranger.status_code) == (403, 404)


async def test_who_waits_already_is_not_put_there_again(house: House) -> None:
    await offered(house)
    await taken(house)
    address = await waiting(house, 1)

    answer = await house.ask(COORDINATOR, f"{address}/wait")

    assert answer.status_code == 409
    assert "accept" in answer.json()["allowed"]


async def test_a_stale_look_and_a_repeated_key_do_not_put_her_there_twice(house: House) -> None:
    await offered(house)
    address = await sent_to(house)
    await relate(house.database, CLIENT, NGO)

    stale = await house.ask(COORDINATOR, f"{address}/wait", If_Match='"v9"')
    first = await house.ask(COORDINATOR, f"{address}/wait", Idempotency_Key="k1")
    again = await house.ask(COORDINATOR, f"{address}/wait", Idempotency_Key="k1")

    assert stale.status_code == 412
    assert first.json() == again.json()
    assert await counts(house) == (0, 1)


async def test_somebody_elses_completion_is_not_refused_for_a_restricted_client(
    house: House,
) -> None:
    await offered(house)
    held = await taken(house)
    await waiting(house, 1)
    await house.database.pool.execute(
        "INSERT INTO restrictions (client_id) VALUES ($1)", client_of(1)
    )

    answer = await house.ask(COORDINATOR, f"{held}/complete", DONE)

    assert answer.status_code == 200, answer.text


def test_a_place_is_kept_for_five_working_days_over_easter() -> None:
    assert kept_until(date(2026, 4, 3)) == date(2026, 4, 13)
