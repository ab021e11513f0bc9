"""Places of a service: asked for, taken, given back, and the last one under race."""

import asyncio
from datetime import date
from typing import Any

import pytest

from contracts.directory import MapCategory, ServiceChanged, ServiceRetired, ServiceStatus
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientErased
from contracts.values import InstitutionKind
from tests.referrals.conftest import ADVISER, CLIENT, NGO, OPS, PUP, SOCIAL_WORKER, House
from tests.referrals.offering import (
    COORDINATOR,
    SHELTER,
    WORKSHOP,
    accept,
    capacity,
    counts,
    newcomer,
    offered,
    said_of,
    send,
    sent_to,
    taken,
    told,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

MANAGER = worker(OPS, InstitutionKind.OPS, "ops_manager")
OTHERS = [f"0197a000-0000-7000-8000-00000000e3{n:02d}" for n in range(1, 8)]


async def test_a_client_is_sent_to_a_service_and_its_institution_answers(house: House) -> None:
    await offered(house)

    body = (await send(house)).json()

    assert body["to"]["id"] == str(NGO)
    assert body["service"] == {"id": str(WORKSHOP), "name": "Warsztat (demo)"}
    assert (body["holds_place"], body["joins_list"]) == (False, False)


async def test_accepting_takes_a_place_and_the_directory_is_told(house: House) -> None:
    await offered(house, places=3)

    address = await taken(house)

    events = await announced(house.database, WORKSHOP)
    assert (await house.see(SOCIAL_WORKER, address)).json()["holds_place"] is True
    assert events == [
        {
            "type": "place.counted.v1",
            "actor": "ngo-worker",
            "service_id": str(WORKSHOP),
            "taken": 1,
            "waiting": 0,
        }
    ]


@pytest.mark.parametrize(
    "ending",
    [
        [(COORDINATOR, "complete", {"outcome": "employment", "note": "A bakery."})],
        [(COORDINATOR, "decline", {"reason": "other"})],
        [
            (COORDINATOR, "start", None),
            (COORDINATOR, "fail", {"reason": "no_contact", "note": "She moved."}),
        ],
        [
            (SOCIAL_WORKER, "request-cancellation", {"reason": "not_needed"}),
            (COORDINATOR, "confirm-cancellation", None),
        ],
        [(MANAGER, "mark-error", {"reason": "wrong_client"})],
    ],
    ids=["completed", "declined", "failed", "cancelled", "entered in error"],
)
async def test_a_place_comes_free_with_every_end(house: House, ending: list[Any]) -> None:
    await offered(house)
    address = await taken(house)

    for by, step, body in ending:
        answer = await house.ask(by, f"{address}/{step}", body)
        assert answer.status_code == 200, answer.text

    assert await counts(house) == (0, 0)
    assert (await house.see(SOCIAL_WORKER, address)).json()["holds_place"] is False
    counted = [event["taken"] for event in await announced(house.database, WORKSHOP)]
    assert counted == [1, 0]


async def test_who_is_asked_back_keeps_her_place_until_that_is_confirmed(house: House) -> None:
    await offered(house)
    address = await taken(house)

    await house.ask(SOCIAL_WORKER, f"{address}/request-cancellation", {"reason": "not_needed"})

    assert await counts(house) == (1, 0)


async def test_an_answer_taken_back_gives_no_place_until_it_is_given_anew(house: House) -> None:
    await offered(house)
    address = await taken(house)
    done = {"outcome": "employment", "note": "A bakery."}
    await house.ask(COORDINATOR, f"{address}/complete", done)
    await taken(house, client=await newcomer(house, 1))

    reopened = await house.ask(COORDINATOR, f"{address}/reopen")
    answer = await accept(house, address)

    assert reopened.status_code == 200, reopened.text
    assert reopened.json()["state"] == "received"
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NoPlaces")
    assert await counts(house) == (1, 0)


async def test_where_all_places_are_taken_nobody_is_sent_and_others_are_named(
    house: House,
) -> None:
    await offered(house)
    await taken(house)
    await offered(house, SHELTER, name="Inny warsztat (demo)", institution=PUP, places=5)

    answer = await send(house, client=await newcomer(house, 1, "2478011"))

    body = answer.json()
    assert (answer.status_code, body["type"]) == (409, "/problems/NoPlaces")
    assert body["keeps_waiting_list"] is True
    assert body["alternatives"] == [
        {"service": str(SHELTER), "name": "Inny warsztat (demo)", "institution": str(PUP)}
    ]
    assert await house.database.pool.fetchval("SELECT count(*) FROM referrals") == 1


@pytest.mark.parametrize(
    "unfit",
    [
        {"category": MapCategory.FOOD},
        {"status": ServiceStatus.TEMPORARILY_CLOSED},
        {"places": 0},
        {"area": ("1611",)},
    ],
    ids=["another kind", "closed", "full", "elsewhere"],
)
async def test_what_would_not_help_her_is_no_alternative(
    house: House, unfit: dict[str, Any]
) -> None:
    await offered(house, places=0)
    await offered(house, SHELTER, **unfit)

    answer = await send(house, client=await newcomer(house, 1, "2478011"))

    assert answer.json()["alternatives"] == []


async def test_five_others_are_named_at_most(house: House) -> None:
    await offered(house, places=0)
    for number, one in enumerate(OTHERS):
        await offered(house, one, name=f"Warsztat {number}", places=None)  # type: ignore[arg-type]

    answer = await send(house)

    assert [one["name"] for one in answer.json()["alternatives"]] == [
        f"Warsztat {number}" for number in range(5)
    ]


async def test_others_are_looked_for_where_she_lives_now(house: House) -> None:
    client = await newcomer(house, 1, "2478011")
    moved = {"client_id": client, "municipality": "1611053"}
    await told(house, ClientMoved(**moved, moved_on=date(2026, 1, 5)))
    await told(house, ClientMoved(client_id=client, moved_on=date(2999, 1, 1)))
    await offered(house, places=0)
    await offered(house, SHELTER, area=("16",), places=1)

    answer = await send(house, client=client)

    assert [one["service"] for one in answer.json()["alternatives"]] == [str(SHELTER)]


async def test_who_would_wait_is_sent_also_where_all_is_taken(house: House) -> None:
    await offered(house, places=0)

    answer = await send(house, joins=True)

    assert (answer.status_code, answer.json()["joins_list"]) == (201, True)


async def test_where_no_list_is_kept_nobody_is_sent_to_wait(house: House) -> None:
    await offered(house, places=0, keeps_waiting_list=False)

    answer = await send(house, joins=True)

    assert (answer.status_code, answer.json()["keeps_waiting_list"]) == (409, False)


@pytest.mark.parametrize(
    "status", [ServiceStatus.INACTIVE, ServiceStatus.TEMPORARILY_CLOSED, ServiceStatus.DEFUNCT]
)
async def test_nobody_is_sent_where_nothing_is_offered(
    house: House, status: ServiceStatus
) -> None:
    await offered(house, status=status)

    answer = await send(house, joins=True)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ServiceNotOffered")


async def test_a_service_nobody_published_is_unknown(house: House) -> None:
    answer = await send(house)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ServiceUnknown")
    assert answer.json()["errors"][0]["pointer"] == "/to/service"


async def test_nobody_refers_to_a_service_of_ones_own(house: House) -> None:
    await offered(house, institution=OPS)

    answer = await send(house)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ReferralToOneself")


async def test_a_service_without_a_number_takes_on_whoever_comes(house: House) -> None:
    await offered(house, places=None)

    for number in range(3):
        await taken(house, client=await newcomer(house, number))

    assert await counts(house) == (3, 0)


async def test_fewer_places_turn_nobody_out_and_let_nobody_in(house: House) -> None:
    await offered(house, places=2)
    first = await taken(house)
    second = await sent_to(house, client=await newcomer(house, 1))
    await capacity(house, 0)

    answer = await accept(house, second)

    assert answer.json()["type"] == "/problems/NoPlaces"
    assert (await house.see(SOCIAL_WORKER, first)).json()["holds_place"] is True


async def test_of_eight_who_accept_for_the_last_place_one_wins(house: House) -> None:
    await offered(house, places=1)
    sent = [await sent_to(house, client=await newcomer(house, number)) for number in range(8)]

    answers = await asyncio.gather(*(accept(house, address) for address in sent))

    refused = [answer.json() for answer in answers if answer.status_code == 409]
    assert sorted(answer.status_code for answer in answers) == [200, *[409] * 7]
    assert {problem["type"] for problem in refused} == {"/problems/NoPlaces"}
    assert await counts(house) == (1, 0)


async def test_two_services_of_one_institution_may_be_asked_at_once(house: House) -> None:
    await offered(house)
    await offered(house, SHELTER)
    await sent_to(house)

    assert (await send(house, SHELTER)).status_code == 201
    assert (await send(house)).json()["type"] == "/problems/ReferralOpen"


async def test_a_draft_is_sent_only_while_there_is_room(house: House) -> None:
    await offered(house)
    other = await newcomer(house, 1)
    draft = {"client_id": str(other), "purpose": "A workshop", "to": {"service": str(WORKSHOP)}}
    basis = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
    written = await house.ask(SOCIAL_WORKER, "/v1/referrals/drafts", draft | {"basis": basis})
    await taken(house)

    answer = await house.ask(SOCIAL_WORKER, f"{written.headers['location']}/send")

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/NoPlaces")


async def test_a_retired_service_keeps_whoever_it_took_on(house: House) -> None:
    await offered(house)
    address = await taken(house)

    await told(house, ServiceRetired(**said_of(status=ServiceStatus.DEFUNCT)))

    assert (await house.see(SOCIAL_WORKER, address)).json()["holds_place"] is True


async def test_it_is_called_what_the_directory_calls_it_now(house: House) -> None:
    await offered(house)
    address = await sent_to(house)

    await told(house, ServiceChanged(**said_of(name="Nowa nazwa (demo)")))

    assert (await house.see(ADVISER, address)).status_code == 404
    assert (await house.see(COORDINATOR, address)).json()["service"]["name"] == (
        "Nowa nazwa (demo)"
    )


async def test_whoever_is_erased_holds_no_place(house: House) -> None:
    await offered(house)
    await taken(house)

    await told(house, ClientErased(client_id=CLIENT))

    assert await counts(house) == (0, 0)
    assert await house.database.pool.fetchval("SELECT count(*) FROM dwellings") == 0


async def test_an_event_heard_twice_counts_once(house: House) -> None:
    await offered(house)
    await taken(house)

    await offered(house)

    assert await counts(house) == (1, 0)
    assert len(await announced(house.database, WORKSHOP)) == 1
