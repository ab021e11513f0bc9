"""Whom a change of the law would touch from a day on: awards and made-up households, by both laws."""

from typing import Any

import pytest

from contracts.values import InstitutionKind
from tests.benefits.conftest import CLIENT, FAR, MANAGER, SOCIAL_WORKER, STRANGER, T01, Office
from tests.support.rooms import bearer, worker

pytestmark = pytest.mark.anyio

ZABRZE = "2478011"
CHANGE: dict[str, Any] = {"parameter": "okresowy_share", "municipality": ZABRZE, "value": "0.80"}
PLANNER = worker(FAR, InstitutionKind.ROPS, "regional_analyst")


async def previewed(office: Office, by: Any = MANAGER, **said: Any) -> Any:
    body = {"on": "2026-09-01", "changes": [CHANGE], "households": 500} | said
    return await office.client.post(
        "/v1/benefits/parameters/preview", json=body, headers=bearer(by)
    )


async def test_an_award_whose_household_would_stand_otherwise_is_named(office: Office) -> None:
    award = (await office.applied()).rsplit("/", 1)[-1]

    answer = await previewed(office)

    told = answer.json()
    assert told["affected"] == [{"award_id": award, "lost_benefit_difference": "303.00"}]
    assert told["awards"]["households"] == 1
    assert told["awards"]["without_job"] == {"gain": 1, "lose": 0, "total": "303.00"}
    assert told["awards"]["with_job"] == {"gain": 0, "lose": 0, "total": "0.00"}
    assert told["awards"]["lost_benefit"] == {"gain": 1, "lose": 0, "total": "303.00"}
    assert told["not_recomputed"] == {"total": 0, "because": {}}
    assert answer.headers["okienko-client"] == str(CLIENT)


async def test_nothing_is_changed(office: Office) -> None:
    address = await office.applied()
    before = (await office.see(MANAGER, address)).json()
    rows = await office.database.pool.fetchval("SELECT count(*) FROM journal")

    await previewed(office)

    assert (await office.see(MANAGER, address)).json() == before
    assert await office.database.pool.fetchval("SELECT count(*) FROM journal") == rows


async def test_a_lower_value_takes_away(office: Office) -> None:
    await office.applied()
    change = {"parameter": "okresowy_single_cap", "value": "400.00"}

    told = (await previewed(office, changes=[change])).json()

    assert told["awards"]["lost_benefit"] == {"gain": 0, "lose": 1, "total": "-105.00"}
    assert told["cohort"]["households"] == 500
    assert told["cohort"]["without_job"]["lose"] > 0
    assert told["cohort"]["without_job"]["gain"] == 0


async def test_a_change_elsewhere_touches_nobody_here(office: Office) -> None:
    await office.applied()

    told = (await previewed(office, changes=[CHANGE | {"municipality": "1611053"}])).json()

    assert told["affected"] == []
    assert told["awards"]["households"] == 1
    assert told["cohort"]["without_job"]["gain"] > 0


@pytest.mark.parametrize(
    ("means", "why"),
    [
        (T01 | {"incomes": {}}, "IncomeNotDeclared"),
        (T01 | {"household_size": None}, "HouseholdNotDeclared"),
        (None, "ClientNotFound"),
    ],
)
async def test_it_says_of_how_many_nothing_can_be_said_and_why(
    office: Office, means: Any, why: str
) -> None:
    await office.applied()
    office.gateway.means = means

    told = (await previewed(office)).json()

    assert told["not_recomputed"] == {"total": 1, "because": {why: 1}}
    assert (told["affected"], told["awards"]["households"]) == ([], 0)


async def test_while_intake_is_away_the_cohort_is_told_all_the_same(office: Office) -> None:
    await office.applied()
    office.gateway.intake_is_away = True

    told = (await previewed(office)).json()

    assert told["not_recomputed"]["because"] == {"unanswered": 1}
    assert told["cohort"]["without_job"]["gain"] > 0


async def test_a_planner_of_the_region_sees_the_cohort_and_no_award(office: Office) -> None:
    await office.applied()
    asked = len(office.gateway.questions)

    told = (await previewed(office, PLANNER)).json()

    assert told["affected"] == []
    assert told["awards"]["households"] == 0
    assert told["cohort"]["households"] == 500
    assert len(office.gateway.questions) == asked


async def test_another_institution_sees_nothing_of_ours(office: Office) -> None:
    await office.applied()

    told = (await previewed(office, STRANGER)).json()

    assert (told["affected"], told["awards"]["households"]) == ([], 0)


@pytest.mark.parametrize(
    ("said", "problem", "where"),
    [
        ({"changes": [CHANGE, CHANGE | {"parameter": "none"}]}, "NoSuchParameter", "/changes/1/parameter"),
        ({"changes": [CHANGE | {"value": "2.00"}]}, "ValueOutOfBounds", "/changes/0/value"),
        ({"changes": []}, "FieldsAtFault", None),
        ({"households": 100_001}, "FieldsAtFault", None),
        ({"on": "2014-01-01"}, "ParameterUnknown", None),
        ({"on": "2199-12-31"}, "MonthOutOfRange", None),
    ],
)  # fmt: skip
async def test_what_cannot_be_previewed_is_refused(
    office: Office, said: dict[str, Any], problem: str, where: str | None
) -> None:
    answer = await previewed(office, **said)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert where in {None, *(one["pointer"] for one in answer.json().get("errors", []))}


async def test_a_social_worker_plans_no_law(office: Office) -> None:
    assert (await previewed(office, SOCIAL_WORKER)).status_code == 403


async def test_of_more_than_200_awards_it_says_how_many_were_left_out(office: Office) -> None:
    await office.applied()
    await office.database.pool.execute(
        "INSERT INTO awards SELECT (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*"
        " FROM awards a, generate_series(1, 203)"
    )

    answer = await previewed(office)

    assert answer.json()["awards"]["households"] == 200
    assert answer.json()["not_recomputed"] == {"total": 4, "because": {"too_many": 4}}
    assert answer.headers["okienko-client"] == str(CLIENT)
