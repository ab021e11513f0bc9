"""Does a job pay for a client: by what she declared, for whoever may read it."""

import io
from typing import Any

import pytest
from pypdf import PdfReader

from contracts.values import BasisKind, InstitutionKind
from services.benefits.views.what_if import WhatIfView
from tests.benefits.conftest import (
    CLIENT,
    FAR,
    MANAGER,
    OPS,
    SOCIAL_WORKER,
    STRANGER,
    T01,
    Office,
)
from tests.support.rooms import bearer, relate, worker

pytestmark = pytest.mark.anyio

ADDRESS = f"/v1/benefits/what-if/of-client/{CLIENT}"
WAGE = [{"kind": "employment", "monthly": "3355.85"}]
FAMILY = [
    {"age": 35, "relation": "applicant", "in_education": False},
    {"age": 36, "relation": "spouse", "in_education": False},
    {"age": 7, "relation": "child", "in_education": True},
    {"age": 71, "relation": "grandparent", "in_education": False},
]


async def asked(office: Office, by: Any = SOCIAL_WORKER, **said: Any) -> Any:
    body = {"on": "2026-03-01"} | said
    return await office.client.post(ADDRESS, json=body, headers=bearer(by))


async def test_it_is_the_what_if_of_what_she_declared(office: Office) -> None:
    answer = await asked(office)

    told = answer.json()
    WhatIfView.model_validate_json(answer.content)
    assert (told["lost_benefit"], told["total"]) == ("505.00", "3787.50")
    assert told["declared"] == {
        "household_on": "2026-03-01",
        "municipality": "2478011",
        "incomes_before": "2026-02",
        "incomes_after": "2026-03",
    }
    assert answer.headers["okienko-client"] == str(CLIENT)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_job_that_is_only_thought_of_is_asked_with_its_wage(office: Office) -> None:
    told = (
        await asked(office, incomes_after=[{"kind": "employment", "monthly": "600.00"}])
    ).json()

    assert told["lost_benefit"] == "300.00"
    assert told["declared"]["incomes_after"] is None


async def test_a_job_to_come_rests_on_the_latest_month_that_was_declared(office: Office) -> None:
    near = (await asked(office, on="2026-05-01", incomes_after=WAGE)).json()
    far = await asked(office, on="2026-07-01", incomes_after=WAGE)

    assert near["declared"]["incomes_before"] == "2026-03"
    assert (far.status_code, far.json()["type"]) == (409, "/problems/IncomeNotDeclared")
    assert far.json()["month"] == "2026-06"


async def test_the_household_is_that_of_the_day_by_ages_and_relations(office: Office) -> None:
    office.gateway.means = T01 | {"household_size": 4, "members": FAMILY}

    told = (await asked(office, family_allowance={})).json()

    assert told["before"]["family_allowance"] == "124.00"
    assert told["before"]["okresowy"] == "1584.00"
    assert office.gateway.questions == [f"/internal/ask/intake/clients/{CLIENT}/means/2026-03-01"]


async def test_where_only_the_number_is_known_they_are_adults(office: Office) -> None:
    office.gateway.means = T01 | {"household_size": 4}

    told = (await asked(office, family_allowance={})).json()

    assert told["before"]["family_allowance"] == "0.00"
    assert told["before"]["okresowy"] == "1646.00"


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"household_size": None}, "HouseholdNotDeclared"),
        ({"municipality": None}, "MunicipalityUnknown"),
        ({"incomes": {}}, "IncomeNotDeclared"),
        ({"incomes": {"2026-02": []}}, "IncomeNotDeclared"),
    ],
)
async def test_what_was_not_declared_is_asked_for_by_name(
    office: Office, changed: dict[str, Any], problem: str
) -> None:
    office.gateway.means = T01 | changed

    answer = await asked(office)

    assert (answer.status_code, answer.json()["type"]) == (409, f"/problems/{problem}")


async def test_an_income_is_that_of_a_member(office: Office) -> None:
    answer = await asked(office, incomes_after=[WAGE[0] | {"member": 3}])

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/NoSuchMember")
    assert answer.json()["persons"] == 1


@pytest.mark.parametrize("by", [STRANGER, worker(FAR, InstitutionKind.OPS, "ops_benefits_clerk")])
async def test_who_has_no_relation_does_not_learn_that_she_is_there(
    office: Office, by: Any
) -> None:
    answer = await asked(office, by)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")
    assert office.gateway.questions == []


async def test_a_relation_that_does_not_open_incomes_opens_no_what_if(office: Office) -> None:
    await relate(office.database, CLIENT, FAR, BasisKind.STATUTORY_TASK, ["identity", "awards"])

    answer = await asked(office, STRANGER)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


@pytest.mark.parametrize(
    "role", ["care_provider", "pup_adviser", "ngo_worker", "operator", "regional_analyst"]
)
async def test_other_roles_do_not_ask(office: Office, role: str) -> None:
    answer = await asked(office, worker(OPS, InstitutionKind.OPS, role))

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_the_manager_asks_too_and_nothing_is_kept(office: Office) -> None:
    assert (await asked(office, MANAGER)).status_code == 200
    assert await office.database.pool.fetchval("SELECT count(*) FROM journal") == 0


async def test_while_intake_is_away_nothing_is_guessed(office: Office) -> None:
    office.gateway.intake_is_away = True

    assert (await asked(office)).status_code == 503


async def pictured(office: Office, path: str, by: Any = SOCIAL_WORKER) -> Any:
    return await office.client.post(
        f"{ADDRESS}/{path}", json={"on": "2026-03-01"}, headers=bearer(by)
    )


async def test_her_chart_is_that_of_what_she_declared(office: Office) -> None:
    chart = await pictured(office, "chart?kind=months&lang=en")

    assert (chart.status_code, chart.headers["content-type"]) == (200, "image/svg+xml")
    assert "Degressive support month by month" in chart.text
    assert chart.headers["okienko-client"] == str(CLIENT)
    assert chart.headers["cache-control"] == "no-store"


async def test_her_page_tells_her_sums_and_not_her_name(office: Office) -> None:
    page = await pictured(office, "paper.pdf")

    read = PdfReader(io.BytesIO(page.content))
    text = " ".join("".join(one.extract_text() for one in read.pages).split())
    assert len(read.pages) == 1
    assert "3787,50" in text
    assert str(CLIENT) not in text
    assert page.headers["okienko-client"] == str(CLIENT)


@pytest.mark.parametrize("path", ["chart", "paper.pdf"])
async def test_who_may_not_read_her_incomes_gets_no_picture_of_them(
    office: Office, path: str
) -> None:
    answer = await pictured(office, path, STRANGER)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")
