"""One worker stands in for another, from the first day to the last."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from kernel.transactions import look
from services.referrals.store.substitutions import workers_acting_for
from tests.referrals.advising import (
    ANNA,
    BOSS,
    DAY,
    IDA,
    OLA,
    PUP_BOSS,
    TO_OLA,
    TODAY,
    advised,
    at,
    problem,
)
from tests.referrals.conftest import House

pytestmark = pytest.mark.anyio
FIRST, LAST = date(2031, 7, 7), date(2031, 7, 18)
AWAY = {"substitute": TO_OLA, "first_day": FIRST.isoformat(), "last_day": LAST.isoformat()}
TO_IDA = {"code": "ida", "name": "Ida"}
FOR_ANNA = {"worker": {"code": "anna", "name": "Anna"}}


async def begun(house: House, by: Any = ANNA, **changes: Any) -> Any:
    answer = await house.ask(by, "/v1/substitutions", AWAY | changes)
    assert answer.status_code == 201, answer.text
    return answer.json()


async def acting(house: House, by: Any, day: date) -> list[str]:
    async with look(house.database) as tx:
        return list(await tx.session.scalars(workers_acting_for(by, day)))


async def test_she_stands_in_on_the_first_day_and_on_the_last_and_on_no_other(
    house: House,
) -> None:
    await begun(house)

    days = (FIRST - DAY, FIRST, LAST, LAST + DAY)
    assert [await acting(house, OLA, day) for day in days] == [[], ["anna"], ["anna"], []]
    assert await acting(house, IDA, FIRST) == []
    assert await acting(house, ANNA, FIRST) == []


async def test_meanwhile_the_clients_are_hers_too(house: House, monkeypatch: Any) -> None:
    advice = await advised(house)
    await begun(house)

    at(monkeypatch, LAST)
    during = (await house.see(OLA, "/v1/advice", mine="true")).json()["items"]
    at(monkeypatch, LAST + DAY)
    after = (await house.see(OLA, "/v1/advice", mine="true")).json()["items"]

    assert [item["id"] for item in during] == [advice["id"]]
    assert during[0]["substitute"]["code"] == "ola"
    assert after == []


async def test_the_substitute_sees_the_caseload_she_stands_in_for(
    house: House, monkeypatch: Any
) -> None:
    await advised(house)
    await begun(house)
    at(monkeypatch, FIRST)

    load = (await house.see(OLA, "/v1/advice/caseload")).json()

    assert [(w["worker"]["code"], w["clients"]) for w in load["workers"]] == [
        ("anna", 1),
        ("ola", 0),
    ]
    assert load["workers"][0]["away"]["code"] == "ola"


async def test_ended_early_it_holds_no_longer_from_that_day_on(
    house: House, monkeypatch: Any
) -> None:
    one = await begun(house)
    at(monkeypatch, FIRST + DAY)

    ended = await house.ask(ANNA, f"/v1/substitutions/{one['id']}/end")

    assert (ended.json()["ended_on"], ended.json()["holds_today"]) == ("2031-07-08", False)
    assert await acting(house, OLA, FIRST) == ["anna"]
    assert await acting(house, OLA, FIRST + DAY) == []
    again = await house.ask(ANNA, f"/v1/substitutions/{one['id']}/end")
    assert problem(again) == (409, "SubstitutionOver")


async def test_over_by_itself_there_is_nothing_to_end(house: House, monkeypatch: Any) -> None:
    one = await begun(house)
    at(monkeypatch, LAST + DAY)

    answer = await house.ask(ANNA, f"/v1/substitutions/{one['id']}/end")

    assert problem(answer) == (409, "SubstitutionOver")


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (FIRST - DAY, FIRST - DAY, 201),
        (FIRST - DAY, FIRST, 409),
        (FIRST + DAY, LAST - DAY, 409),
        (LAST, LAST + DAY, 409),
        (LAST + DAY, LAST + DAY, 201),
    ],
)
async def test_on_no_day_two_stand_in_for_one(
    house: House, first: date, last: date, status: int
) -> None:
    one = await begun(house)
    days = {"first_day": first.isoformat(), "last_day": last.isoformat()}

    answer = await house.ask(ANNA, "/v1/substitutions", AWAY | days | {"substitute": TO_IDA})

    assert answer.status_code == status
    assert status == 201 or answer.json()["substitution_id"] == one["id"]


async def test_of_two_at_once_that_overlap_one_wins(house: House) -> None:
    bodies = [AWAY | FOR_ANNA | {"substitute": s} for s in (TO_OLA, TO_IDA, TO_OLA)]

    answers = await asyncio.gather(
        *(house.ask(BOSS, "/v1/substitutions", body) for body in bodies)
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


async def test_after_an_early_end_another_may_stand_in(house: House, monkeypatch: Any) -> None:
    one = await begun(house)
    at(monkeypatch, FIRST + DAY)
    await house.ask(ANNA, f"/v1/substitutions/{one['id']}/end")

    days = {"first_day": (FIRST + DAY).isoformat(), "substitute": TO_IDA}

    assert (await house.ask(ANNA, "/v1/substitutions", AWAY | days)).status_code == 201


async def test_whoever_is_away_stands_in_for_nobody(house: House) -> None:
    await begun(house)

    ola_away = await house.ask(OLA, "/v1/substitutions", AWAY | {"substitute": TO_IDA})
    body = AWAY | {"substitute": {"code": "anna", "name": "Anna"}}
    for_anna = await house.ask(IDA, "/v1/substitutions", body)

    assert problem(ola_away) == (409, "SubstituteAway")
    assert problem(for_anna) == (409, "SubstituteAway")


async def test_managers_arrange_it_for_anybody_workers_for_themselves(house: House) -> None:
    refused = await house.ask(IDA, "/v1/substitutions", AWAY | FOR_ANNA)
    one = await begun(house, BOSS, **FOR_ANNA)

    assert problem(refused) == (403, "ManagersDecide")
    assert one["worker"]["code"] == "anna"
    path = f"/v1/substitutions/{one['id']}"
    assert problem(await house.ask(IDA, f"{path}/end")) == (403, "ManagersDecide")
    assert problem(await house.ask(PUP_BOSS, f"{path}/end")) == (404, "SubstitutionNotFound")
    assert (await house.see(PUP_BOSS, path)).status_code == 404


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"last_day": (FIRST - DAY).isoformat()}, "EndsBeforeItBegins"),
        ({"substitute": {"code": "anna", "name": "A"}}, "SubstituteForHerself"),
    ],
)
async def test_what_makes_no_sense_is_refused(house: House, changes: Any, why: str) -> None:
    answer = await house.ask(ANNA, "/v1/substitutions", AWAY | changes)

    assert problem(answer) == (422, why)
    assert await house.database.pool.fetchval("SELECT count(*) FROM substitutions") == 0


async def test_a_single_day_is_a_substitution(house: House) -> None:
    one = await begun(house, last_day=FIRST.isoformat())

    assert one["first_day"] == one["last_day"]
    assert await acting(house, OLA, FIRST) == ["anna"]


async def test_a_substitute_has_the_work_and_no_role_of_the_other(
    house: House, monkeypatch: Any
) -> None:
    advice = await advised(house)
    await begun(house)
    at(monkeypatch, FIRST)
    clerk = replace(OLA, roles=frozenset({"ops_benefits_clerk"}))
    path = f"/v1/advice/{advice['id']}"

    lent = [await house.see(clerk, "/v1/advice", mine="true"), await house.see(clerk, path)]

    assert [problem(answer) for answer in lent] == [(403, "RoleMayNot")] * 2
    assert (await house.see(OLA, path)).status_code == 200


async def test_a_worker_of_the_same_code_elsewhere_stands_in_for_nobody(house: House) -> None:
    await begun(house)

    namesake = replace(PUP_BOSS, worker=OLA.worker)

    assert await acting(house, namesake, FIRST) == []
    assert await acting(house, OLA, FIRST) == ["anna"]


async def test_a_substitute_lends_to_nobody_what_was_lent_to_her(
    house: House, monkeypatch: Any
) -> None:
    await advised(house)
    await begun(house)
    at(monkeypatch, FIRST)
    days = {"first_day": FIRST.isoformat(), "last_day": LAST.isoformat(), "substitute": TO_IDA}

    hers = await house.ask(OLA, "/v1/substitutions", days)
    for_anna = await house.ask(OLA, "/v1/substitutions", days | FOR_ANNA)

    assert problem(hers) == (409, "SubstituteAway")
    assert problem(for_anna) == (403, "ManagersDecide")
    assert await acting(house, IDA, FIRST) == []


async def test_they_are_listed_by_day(house: House) -> None:
    one = await begun(house)

    shown = (await house.see(IDA, "/v1/substitutions", day=LAST.isoformat())).json()["items"]
    nobody = (await house.see(IDA, "/v1/substitutions", day=TODAY.isoformat())).json()["items"]

    assert [item["id"] for item in shown] == [one["id"]]
    assert nobody == []


async def test_the_subquery_can_stand_in_any_list(house: House) -> None:
    await begun(house)
    codes = sa.table("advice", sa.column("worker"))
    query = sa.select(sa.func.count()).where(codes.c.worker.in_(workers_acting_for(OLA, FIRST)))

    async with look(house.database) as tx:
        assert await tx.session.scalar(query) == 0
