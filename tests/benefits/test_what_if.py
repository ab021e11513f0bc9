"""Does work pay? Over HTTP: the vectors of the field, the shape of the answer, what is refused."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from contracts.values import InstitutionKind
from services.benefits.views.what_if import WhatIfView
from tests.benefits.conftest import OPS, SOCIAL_WORKER, Office
from tests.support.rooms import bearer, worker

pytestmark = pytest.mark.anyio
_VECTORS = Path(__file__).with_name("vectors") / "what_if.yaml"


def vectors() -> list[Any]:
    read = yaml.safe_load(_VECTORS.read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["sentence"]) for row in read]


async def ask(office: Office, body: Any) -> Any:
    return await office.client.post(
        "/v1/benefits/what-if", json=body, headers=bearer(SOCIAL_WORKER)
    )


@pytest.mark.parametrize("row", vectors())
async def test_a_vector_of_the_field(office: Office, row: dict[str, Any]) -> None:
    answer = await ask(office, row["asked"])

    assert answer.status_code == 200, answer.text
    told, expected = answer.json(), row["expected"]
    WhatIfView.model_validate_json(answer.content)
    for when in ("before", "after"):
        assert told[when] == told[when] | expected.get(when, {})
    assert told["lost_benefit"] == expected["lost_benefit"]
    if "months" in expected:
        assert [month["amount"] for month in told["months"]] == expected["months"]
    assert told["total"] == expected["total"]
    for cliff in expected.get("cliffs", []):
        assert cliff in told["cliffs"]
    if "from" in expected:
        assert told["months"][0]["month"] == expected["from"]


ASKED: dict[str, Any] = {
    "on": "2026-03-01",
    "municipality": "2478011",
    "household": {"members": [{"age": 35, "relation": "applicant"}]},
    "incomes_before": [],
    "incomes_after": [{"kind": "employment", "monthly": "3355.85"}],
}
WAGE = {"kind": "employment", "monthly": "100.00"}


@pytest.mark.parametrize(
    ("changed", "problem", "where"),
    [
        ({"on": "2015-10-31"}, "ParameterUnknown", None),
        ({"on": "2026-02-30"}, "FieldsAtFault", "/on"),
        ({"schedule": {"preset": "NO-SUCH"}}, "UnknownPreset", "/schedule/preset"),
        ({"schedule": {"preset": "UK-UC"}}, "PresetIncomplete", "/schedule/allowance"),
        ({"schedule": {"preset": "SK-12M"}}, "PresetIncomplete", "/schedule/exchange_rate"),
        ({"schedule": {"linear": 12, "preset": "STEP-12"}}, "FieldsAtFault", "/schedule"),
        ({"schedule": {"linear": 37}}, "FieldsAtFault", "/schedule/linear"),
        ({"incomes_after": [WAGE | {"monthly": "-1.00"}]}, "FieldsAtFault", "/incomes_after/0/monthly"),
        ({"incomes_after": [WAGE | {"gross": "1.00"}]}, "FieldsAtFault", "/incomes_after/0"),
        ({"incomes_after": [WAGE | {"member": 1}]}, "FieldsAtFault", ""),
        ({"household": {"members": []}}, "FieldsAtFault", "/household/members"),
        ({"household": {"members": [{"age": 5, "relation": "child"}]}}, "FieldsAtFault", "/household"),
        ({"on": "2199-12-31"}, "MonthOutOfRange", None),
    ],
)  # fmt: skip
async def test_what_cannot_be_worked_out_is_refused_and_says_why(
    office: Office, changed: dict[str, Any], problem: str, where: str | None
) -> None:
    answer = await ask(office, ASKED | changed)

    told = answer.json()
    assert (answer.status_code, told["type"]) == (422, f"/problems/{problem}")
    if where is not None:
        pointers = [told.get("pointer"), *(one["pointer"] for one in told.get("errors", []))]
        assert where in pointers


async def test_a_month_whose_law_is_not_known_says_which_value_is_missing(office: Office) -> None:
    answer = await ask(office, ASKED | {"on": "2015-10-31"})

    assert answer.json()["parameter"] == "criterion_single"
    assert answer.json()["month"] == "2015-09"


@pytest.mark.parametrize(
    ("preset", "more", "first", "last", "months"),
    [
        ("PL-ART38-2M", {}, "505.00", "505.00", 2),
        ("IE-BTWFD", {}, "505.00", "252.50", 24),
        ("SK-12M", {"exchange_rate": "4.2500"}, "505.00", "268.05", 12),
        ("UK-UC", {"allowance": "3000.00"}, "309.28", "309.28", 12),
        ("PL-ZZZ", {"allowance": "3000.00"}, "149.15", "149.15", 12),
        ("FR-PPA", {"allowance": "3000.00"}, "362.13", "362.13", 12),
        ("DE-16B", {}, "252.50", "252.50", 24),
    ],
)
async def test_a_preset_of_another_country(
    office: Office, preset: str, more: dict[str, str], first: str, last: str, months: int
) -> None:
    answer = await ask(office, ASKED | {"schedule": {"preset": preset} | more})

    amounts = [month["amount"] for month in answer.json()["months"]]
    assert (amounts[0], amounts[-1], len(amounts)) == (first, last, months)


async def test_every_amount_has_its_justification(office: Office) -> None:
    trace = (await ask(office, ASKED)).json()["trace"]

    assert [one["computes"].split(" (")[0] for one in trace] == [
        "zasiłek okresowy", "income of social assistance", "zasiłek okresowy",
        "benefit lost, and the months of degressive support",
    ]  # fmt: skip
    steps = [step for one in trace for step in one["steps"]]
    assert all(step["article"] and step["pl"] and step["result"] for step in steps)
    sources = [used["source"] for one in trace for used in one["parameters"]]
    assert all(source["act"] and source["article"] for source in sources)


@pytest.mark.parametrize(
    ("said", "begins"),
    [("kind=wage&format=svg", b"<svg"), ("kind=months&format=svg&lang=en", b"<svg"),
     ("kind=wage&format=png", b"\x89PNG"), ("kind=months&format=png", b"\x89PNG")],
)  # fmt: skip
async def test_it_can_be_drawn(office: Office, said: str, begins: bytes) -> None:
    answer = await office.client.post(
        f"/v1/benefits/what-if/chart?{said}", json=ASKED, headers=bearer(SOCIAL_WORKER)
    )

    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(begins)
    assert answer.headers["cache-control"] == "no-store"


async def test_the_page_for_the_client_is_one_page(office: Office) -> None:
    answer = await office.client.post(
        "/v1/benefits/what-if/paper.pdf", json=ASKED, headers=bearer(SOCIAL_WORKER)
    )

    assert answer.headers["content-type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", answer.content)) == 1


async def test_what_takes_nothing_away_is_said_so_on_paper_too(office: Office) -> None:
    nothing = ASKED | {"incomes_before": ASKED["incomes_after"]}

    answer = await office.client.post(
        "/v1/benefits/what-if/paper.pdf", json=nothing, headers=bearer(SOCIAL_WORKER)
    )

    assert answer.status_code == 200


async def test_who_has_no_role_computes_nothing(office: Office) -> None:
    nobody = worker(OPS, InstitutionKind.OPS, "care_provider")

    answer = await office.client.post("/v1/benefits/what-if", json=ASKED, headers=bearer(nobody))

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_the_law_of_a_day_is_listed_with_its_sources(office: Office) -> None:
    answer = await office.see(SOCIAL_WORKER, "/v1/benefits/parameters?on=2026-03-01")

    told = {one["name"]: one for one in answer.json()["items"]}
    assert told["criterion_single"]["value"] == "1010.00"
    assert told["criterion_single"]["source"]["act"] == "Dz.U. 2024 poz. 1044"
    assert told["minimum_wage"]["valid_to"] == "2026-12-31"
    assert answer.json()["unknown"] == []


async def test_a_value_that_is_not_known_yet_is_named(office: Office) -> None:
    answer = await office.see(SOCIAL_WORKER, "/v1/benefits/parameters?on=2027-01-01")

    assert answer.json()["unknown"] == ["minimum_wage"]
