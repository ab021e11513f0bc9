"""Institutions keep what they offer in the directory, over HTTP."""

import asyncio
from typing import Any

import pytest

from tests.directory.conftest import ADVISER, NOBODY, OPERATOR, SOCIAL_WORKER, House
from tests.directory.offering import (
    COORDINATOR,
    COUNSELLING,
    NGO,
    PUP_MANAGER,
    SERVICE,
    SERVICES,
    THE_NGO,
    WORDING,
    published,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio

ADDRESS = f"{SERVICES}/{SERVICE}"
STEPS = ["change", "set-capacity", "close", "reopen", "retire"]
BODIES: dict[str, Any] = {"change": WORDING, "set-capacity": {"places": 3}}


async def test_a_coordinator_publishes_a_service_and_everybody_sees_it(house: House) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    answer = await house.ask(COORDINATOR, SERVICES, COUNSELLING)

    body = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (201, ADDRESS)
    assert answer.headers["etag"] == '"v1"'
    assert body["institution"] == {"id": str(NGO), "name": THE_NGO["name"], "kind": "NGO"}
    assert body["category_pl"] == "poradnictwo prawne i obywatelskie (NPP, NPO)"
    assert body["capacity"] == {
        "status": "capacity",
        "places": 2,
        "unit": "person",
        "taken": 0,
        "free": 2,
        "keeps_waiting_list": True,
        "waiting": 0,
    }
    assert (await house.see(ADVISER, ADDRESS)).json() == body


async def test_it_is_announced_with_all_that_the_others_need(house: House) -> None:
    await published(house)

    (event,) = await announced(house.database, SERVICE)
    assert event == {
        "type": "service.published.v1",
        "actor": "ngo-worker",
        "service_id": str(SERVICE),
        "institution": str(NGO),
        "name": COUNSELLING["name"],
        "category": "advice",
        "area": ["2478", "2466011"],
        "status": "active",
        "places": 2,
        "keeps_waiting_list": True,
    }


async def test_the_same_service_again_changes_nothing(house: House) -> None:
    await published(house)

    await published(house)

    assert len(await announced(house.database, SERVICE)) == 1


async def test_another_service_under_the_same_id_is_refused(house: House) -> None:
    await published(house)

    answer = await house.ask(COORDINATOR, SERVICES, COUNSELLING | {"name": "Inna (demo)"})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/ServiceKnown")


async def test_two_who_publish_one_service_at_the_same_instant_publish_it_once(
    house: House,
) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    answers = await asyncio.gather(
        *(house.ask(COORDINATOR, SERVICES, COUNSELLING) for _ in range(4))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len(await announced(house.database, SERVICE)) == 1


async def test_the_operator_publishes_for_an_institution(house: House) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    answer = await house.ask(OPERATOR, SERVICES, COUNSELLING | {"institution": str(NGO)})

    assert answer.json()["institution"]["id"] == str(NGO)


async def test_nobody_publishes_for_another_institution(house: House) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    answer = await house.ask(PUP_MANAGER, SERVICES, COUNSELLING | {"institution": str(NGO)})

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheProvider")


async def test_a_worker_without_the_role_publishes_nothing(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, SERVICES, COUNSELLING)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_who_offers_it_must_be_in_the_directory(house: House) -> None:
    answer = await house.ask(COORDINATOR, SERVICES, COUNSELLING)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ProviderUnknown")


@pytest.mark.parametrize(
    ("wrong", "pointer"),
    [
        ({"area": []}, "/area"),
        ({"area": ["9999"]}, "/area/0"),
        ({"category": "nothing"}, "/category"),
        ({"minimum_age": 60, "maximum_age": 18}, "/minimum_age"),
        ({"places": -1}, "/places"),
        ({"contact": {"phone": "600"}}, "/contact/phone"),
        ({"status": "defunct"}, "/status"),
    ],
)
async def test_what_makes_no_sense_is_refused_and_not_repeated(
    house: House, wrong: dict[str, Any], pointer: str
) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_NGO)

    answer = await house.ask(COORDINATOR, SERVICES, COUNSELLING | wrong)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert await announced(house.database, SERVICE) == []


async def test_changing_replaces_the_words_and_says_which(house: House) -> None:
    address = await published(house)
    words = WORDING | {"name": "Poradnia (demo)", "cost": "paid", "area": ["2478"]}

    answer = await house.ask(COORDINATOR, f"{address}/change", words, If_Match='"v1"')

    body = answer.json()
    assert (answer.status_code, body["version"], body["name"]) == (200, 2, "Poradnia (demo)")
    assert [(c["version"], sorted(c["fields"])) for c in body["changes"]] == [
        (2, ["area", "cost", "name"])
    ]
    last = (await announced(house.database, SERVICE))[-1]
    assert (last["type"], last["name"]) == ("service.changed.v1", "Poradnia (demo)")


async def test_the_same_words_again_are_no_change(house: House) -> None:
    address = await published(house)

    answer = await house.ask(COORDINATOR, f"{address}/change", WORDING)

    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert len(await announced(house.database, SERVICE)) == 1


async def test_who_looked_at_an_older_version_is_told_what_changed(house: House) -> None:
    address = await published(house)
    await house.ask(COORDINATOR, f"{address}/change", WORDING | {"cost": "paid"})
    await house.ask(COORDINATOR, f"{address}/set-capacity", {"places": 5})

    answer = await house.ask(
        COORDINATOR, f"{address}/change", WORDING | {"minimum_age": 16}, If_Match='"v1"'
    )

    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/VersionIsOld")
    assert answer.json()["changed"] == ["capacity", "cost"]
    assert answer.json()["version"] == 3


async def test_of_two_who_change_one_version_one_is_turned_away(house: House) -> None:
    address = await published(house)
    words = [WORDING | {"minimum_age": age} for age in (16, 21)]

    answers = await asyncio.gather(
        *(house.ask(COORDINATOR, f"{address}/change", said, If_Match='"v1"') for said in words)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]


async def test_capacity_is_set_and_announced(house: House) -> None:
    address = await published(house)

    answer = await house.ask(COORDINATOR, f"{address}/set-capacity", {"places": 0, "unit": "bed"})

    capacity = answer.json()["capacity"]
    last = (await announced(house.database, SERVICE))[-1]
    assert (capacity["status"], capacity["free"], capacity["unit"]) == ("no_capacity", 0, "bed")
    assert (last["type"], last["places"], last["keeps_waiting_list"]) == (
        "capacity.changed.v1",
        0,
        False,
    )


async def test_the_same_capacity_again_is_no_change(house: House) -> None:
    address = await published(house)
    same = {"places": 2, "keeps_waiting_list": True}

    answer = await house.ask(COORDINATOR, f"{address}/set-capacity", same)

    assert answer.json()["version"] == 1


async def test_a_service_without_a_number_takes_on_as_many_as_come(house: House) -> None:
    address = await published(house, places=None, assessment_required=True)

    capacity = (await house.see(ADVISER, address)).json()["capacity"]

    assert (capacity["free"], capacity["status"]) == (None, "additional_assessment_required")


async def test_a_service_is_closed_and_opened_again(house: House) -> None:
    address = await published(house)

    closed = await house.ask(COORDINATOR, f"{address}/close", {"until": "2099-08-31"})
    reopened = await house.ask(COORDINATOR, f"{address}/reopen")

    types = [event["type"] for event in await announced(house.database, SERVICE)]
    assert (closed.json()["status"], closed.json()["closed_until"]) == (
        "temporarily_closed",
        "2099-08-31",
    )
    assert closed.json()["capacity"]["status"] == "no_capacity"
    assert (reopened.json()["status"], reopened.json()["closed_until"]) == ("active", None)
    assert types == ["service.published.v1", "service.closed.v1", "service.reopened.v1"]


async def test_what_is_announced_ahead_begins_when_it_is_opened(house: House) -> None:
    address = await published(house, status="inactive")

    answer = await house.ask(COORDINATOR, f"{address}/reopen")

    assert answer.json()["status"] == "active"


async def test_a_service_stands_still_once_it_is_retired(house: House) -> None:
    address = await published(house)
    await house.ask(COORDINATOR, f"{address}/retire")

    answers = [await house.ask(COORDINATOR, f"{address}/{s}", BODIES.get(s)) for s in STEPS]

    assert {answer.status_code for answer in answers} == {409}
    assert {answer.json()["type"] for answer in answers} == {"/problems/ServiceStands"}
    assert answers[0].json()["allowed"] == []


async def test_what_is_open_already_is_not_opened_and_the_answer_says_what_can_be_done(
    house: House,
) -> None:
    address = await published(house)

    answer = await house.ask(COORDINATOR, f"{address}/reopen")

    assert answer.status_code == 409
    assert answer.json()["allowed"] == ["close", "retire", "change", "set_capacity"]


@pytest.mark.parametrize("step", STEPS)
async def test_only_who_offers_it_or_the_operator_keeps_the_entry(house: House, step: str) -> None:
    address = await published(house)

    answer = await house.ask(PUP_MANAGER, f"{address}/{step}", BODIES.get(step))

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/NotTheProvider")


@pytest.mark.parametrize("step", STEPS)
async def test_what_is_not_there_cannot_be_kept(house: House, step: str) -> None:
    answer = await house.ask(COORDINATOR, f"{SERVICES}/{NOBODY}/{step}", BODIES.get(step))

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ServiceNotFound")


@pytest.mark.parametrize("step", ["change", "set-capacity", "close", "retire"])
async def test_a_step_decided_on_an_old_version_is_refused(house: House, step: str) -> None:
    address = await published(house)
    await house.ask(COORDINATOR, f"{address}/set-capacity", {"places": 9})

    answer = await house.ask(COORDINATOR, f"{address}/{step}", BODIES.get(step), If_Match='"v1"')

    assert answer.status_code == 412


async def test_the_same_key_twice_closes_it_once(house: House) -> None:
    address = await published(house)

    first = await house.ask(COORDINATOR, f"{address}/close", Idempotency_Key="k1")
    second = await house.ask(COORDINATOR, f"{address}/close", Idempotency_Key="k1")

    assert (first.status_code, second.status_code) == (200, 200)
    assert second.json() == first.json()
