"""Who looks alike: asked before the row exists, queued after, decided by a person."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from kernel import clock
from services.intake.domain.duplicate import DAYS_TO_DECIDE
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    NOBODY,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio
SHE = {"name": {"given": "Próbna", "family": "Wymyslona"}, "birth_date": "1985-03-14"}
FIND = "/v1/clients/duplicates"
TWICE: dict[str, Any] = {"pesel": None}


async def test_candidates_are_scored_and_explained_before_the_row_exists(house: House) -> None:
    client_id = _id(await house.registered())

    answer = await house.ask(SOCIAL_WORKER, FIND, SHE)

    (found,) = answer.json()["items"]
    assert answer.status_code == 200, answer.text
    assert (found["client_id"], found["score"]) == (client_id, 90)
    assert found["pesel"] == "850314*****"
    assert [(r["code"], r["points"]) for r in found["reasons"]] == [
        ("same_family_name", 30),
        ("same_given_name", 25),
        ("same_birth_date", 35),
    ]
    assert found["reasons"][0]["pl"] == "To samo nazwisko."
    assert answer.headers["okienko-client"] == client_id
    assert await house.count("clients") == 1


@pytest.mark.parametrize(
    "slip",
    [
        {"name": {"given": "Wymyślona", "family": "Próbna"}},
        {"name": {"given": "Próbna", "family": "Wymyślona-Nowa"}},
        {"birth_date": "1985-03-15"},
        {"name": {"given": "Próbna", "family": "Wymyślona"}, "birth_date": "1995-03-14"},
    ],
)
async def test_a_slip_of_the_pen_hides_nobody(house: House, slip: dict[str, Any]) -> None:
    client_id = _id(await house.registered())

    found = (await house.ask(SOCIAL_WORKER, FIND, SHE | {"name": _NAME} | slip)).json()["items"]

    assert [item["client_id"] for item in found] == [client_id]


async def test_an_address_counts_where_it_is_known(house: House) -> None:
    await house.registered()
    home = {"municipality": "2478011", "street": "wolnosci 1"}

    found = (await house.ask(SOCIAL_WORKER, FIND, SHE | {"residence": home})).json()["items"]

    assert found[0]["score"] == 100
    assert found[0]["reasons"][-1]["code"] == "same_street"


async def test_of_whom_the_caller_may_not_see_a_likeness_tells_nothing(house: House) -> None:
    await house.registered()

    answer = await house.ask(STRANGER, FIND, SHE)

    assert (answer.status_code, answer.json()) == (200, {"items": []})


async def test_the_number_names_whom_the_caller_may_see(house: House) -> None:
    client_id = _id(await house.registered())
    by_number = {
        "name": {"given": "Inna", "family": "Osoba"},
        "birth_date": "1985-03-14",
        "pesel": PESEL,
    }

    (found,) = (await house.ask(SOCIAL_WORKER, FIND, by_number)).json()["items"]

    assert (found["client_id"], found["score"]) == (client_id, 100)
    assert [r["code"] for r in found["reasons"]] == ["same_pesel"]


async def test_the_number_of_somebody_elsewhere_says_only_whom_to_ask(house: House) -> None:
    client_id = _id(await house.registered())

    answer = await house.ask(STRANGER, FIND, SHE | {"pesel": PESEL})

    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/AlreadyRegistered"
    assert answer.json()["registered_at"] == "MOPR Zabrze (demo)"
    assert client_id not in answer.text


@pytest.mark.parametrize(
    "body", [{}, {"name": SHE["name"]}, SHE | {"client_id": NOBODY}, {"birth_date": "1985-03-14"}]
)
async def test_a_question_about_nobody_in_particular_is_refused(house: House, body: Any) -> None:
    assert (await house.ask(SOCIAL_WORKER, FIND, body)).status_code == 422


async def test_a_clerk_does_not_look_for_duplicates(house: House) -> None:
    assert (await house.ask(CLERK, FIND, SHE)).status_code == 403


async def test_registering_names_likely_duplicates_and_queues_them(house: House) -> None:
    first = _id(await house.registered())

    answer = await house.register(**TWICE)

    second = answer.json()["id"]
    (likely,) = answer.json()["possible_duplicates"]
    (item,) = (await house.see(SOCIAL_WORKER, "/v1/duplicates")).json()["items"]
    assert answer.status_code == 201
    assert (likely["client_id"], likely["score"]) == (first, 100)
    assert {p["client_id"] for p in item["people"]} == {first, second}
    assert item["pair"]["score"] == 100
    assert item["pair"]["due_on"] == str(clock.today() + DAYS_TO_DECIDE)
    assert item["pair"]["state"] == "open"
    told = await announced(house.database, UUID(item["pair"]["id"]))
    assert [event["type"] for event in told] == ["duplicate.suspected.v1"]
    assert set(told[0]) == {
        *("type", "actor", "duplicate_id", "first_id", "second_id", "score", "due_on"),
    }


async def test_nobody_is_queued_whom_the_registering_institution_may_not_see(house: House) -> None:
    await house.registered()

    answer = await house.register(STRANGER, **TWICE)

    assert answer.json()["possible_duplicates"] == []
    assert await house.count("duplicate_pairs") == 0


async def test_asked_to_refuse_it_refuses_before_the_row_exists(house: House) -> None:
    first = _id(await house.registered())

    answer = await house.register(refuse_duplicates=True, **TWICE)

    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/LikelyDuplicate"
    assert answer.json()["candidates"] == [{"client_id": first, "score": 100}]
    assert "Wymyślona" not in answer.text
    assert await house.count("clients") == 1


async def test_of_two_at_once_who_refuse_duplicates_one_is_refused(house: House) -> None:
    answers = await asyncio.gather(
        *(house.register(refuse_duplicates=True, **TWICE) for _ in range(4))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert await house.count("clients") == 1


async def test_the_same_number_is_refused_as_such(house: House) -> None:
    await house.registered()

    answer = await house.register(refuse_duplicates=True)

    assert answer.json()["type"] == "/problems/AlreadyRegistered"


async def test_what_is_dismissed_is_never_proposed_again(house: House) -> None:
    pair = await _pair(house)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/duplicates/{pair['id']}/dismiss")

    assert answer.status_code == 200, answer.text
    assert (answer.json()["state"], answer.json()["decided_by"]) == ("not_duplicate", "ops-worker")
    asked = {"client_id": pair["client_ids"][0]}
    assert (await house.ask(SOCIAL_WORKER, FIND, asked)).json()["items"] == []
    assert (await house.see(SOCIAL_WORKER, "/v1/duplicates")).json()["items"] == []


async def test_a_link_says_why_the_two_stay_apart_and_can_be_undone(house: House) -> None:
    pair = await _pair(house)
    path = f"/v1/duplicates/{pair['id']}"

    linked = await house.ask(SOCIAL_WORKER, f"{path}/link", {"kind": "twin"})
    reopened = await house.ask(SOCIAL_WORKER, f"{path}/reopen")

    assert (linked.json()["state"], linked.json()["link"]) == ("linked", "twin")
    assert (reopened.json()["state"], reopened.json()["link"]) == ("open", None)
    told = await announced(house.database, UUID(pair["id"]))
    assert [event["type"] for event in told[1:]] == [
        "duplicate.linked.v1",
        "duplicate.reopened.v1",
    ]
    asked = {"client_id": pair["client_ids"][0]}
    assert len((await house.ask(SOCIAL_WORKER, FIND, asked)).json()["items"]) == 1


async def test_a_pair_is_decided_once(house: House) -> None:
    path = f"/v1/duplicates/{(await _pair(house))['id']}"

    answers = await asyncio.gather(
        house.ask(SOCIAL_WORKER, f"{path}/dismiss"),
        house.ask(SOCIAL_WORKER, f"{path}/link", {"kind": "relative"}),
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    refused = next(answer for answer in answers if answer.status_code == 409)
    assert refused.json()["type"] == "/problems/DuplicateDecided"


async def test_whoever_decided_on_an_older_version_is_told(house: House) -> None:
    path = f"/v1/duplicates/{(await _pair(house))['id']}/dismiss"

    assert (await house.ask(SOCIAL_WORKER, path, If_Match='"v9"')).status_code == 412


@pytest.mark.parametrize("verb", ["dismiss", "link", "reopen"])
async def test_a_pair_is_decided_by_the_institution_whose_turn_it_is(
    house: House, verb: str
) -> None:
    pair = await _pair(house, share_with=[WITH_THE_PARTNERSHIP])
    path, body = f"/v1/duplicates/{pair['id']}/{verb}", {"kind": "twin"}

    for caller in (ADVISER, COORDINATOR, STRANGER):
        answer = await house.ask(caller, path, body if verb == "link" else None)
        assert answer.status_code == 404
        assert answer.json()["type"] == "/problems/DuplicateNotFound"


async def test_the_queue_comes_page_by_page_and_names_nobody_twice(house: House) -> None:
    for _ in range(3):
        await house.registered(**TWICE)

    first = (await house.see(SOCIAL_WORKER, "/v1/duplicates", limit=2)).json()
    rest = (await house.see(SOCIAL_WORKER, "/v1/duplicates", limit=2, cursor=first["next"])).json()

    listed = [item["pair"]["id"] for item in first["items"] + rest["items"]]
    assert (len(listed), len(set(listed)), rest["next"]) == (3, 3, None)
    bad = await house.see(SOCIAL_WORKER, "/v1/duplicates", cursor="c29tZXRoaW5n")
    assert bad.status_code == 400


async def test_no_personal_data_lies_open_in_a_pair(house: House) -> None:
    await _pair(house)

    rows = await house.database.pool.fetch("SELECT * FROM duplicate_pairs")
    assert len(rows) == 1
    assert "Wymyślona" not in str(rows)
    assert PESEL not in str(rows)


_NAME = {"given": "Próbna", "family": "Wymyślona"}


async def _pair(house: House, **changes: Any) -> dict[str, Any]:
    """Somebody registered twice, and the pair that was queued."""
    await house.registered(**changes)
    await house.registered(**TWICE | changes)
    found: dict[str, Any] = (await house.see(SOCIAL_WORKER, "/v1/duplicates")).json()
    pair: dict[str, Any] = found["items"][0]["pair"]
    return pair


def _id(address: str) -> str:
    return address.rsplit("/", maxsplit=1)[-1]
