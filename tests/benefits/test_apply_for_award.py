"""A worker applies for an award."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from gateway import documents
from kernel import clock, ids
from kernel.transactions import begin
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.parameters import load_parameters
from services.benefits.tables import mapping
from services.benefits.use_cases.apply_for_award import ApplyForAward, apply_for_award
from tests.benefits.conftest import (
    APPLICATION,
    CLIENT,
    MANAGER,
    OPS,
    SOCIAL_WORKER,
    STRANGER,
    T01,
    Office,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio


def vectors() -> list[Any]:
    file = Path(__file__).with_name("vectors") / "awards.yaml"
    rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    # A raised share is a resolution of a gmina council, and none is recorded yet.
    return [pytest.param(row, id=row["sentence"]) for row in rows if "share" not in row]


def as_declared(row: dict[str, Any]) -> dict[str, Any]:
    first = month_of(row["employment_started_on"])
    return {
        "municipality": "2478011",
        "household_size": row["household_size"],
        "incomes": {shifted(first, -1): row["incomes_before"], first: row["incomes_after"]},
        "employments": [
            {"id": str(ids.new()), "started_on": str(row["employment_started_on"])},
        ],
    }


def without(month: str) -> dict[str, Any]:
    return {known: items for known, items in T01["incomes"].items() if known != month}


@pytest.mark.parametrize("row", vectors())
async def test_an_award_comes_out_as_a_clerk_would_compute_it(
    office: Office, row: dict[str, Any]
) -> None:
    office.gateway.means = as_declared(row)

    answer = await office.apply(
        employment_started_on=str(row["employment_started_on"]),
        received_on=str(row["employment_started_on"]),
        schedule={"preset": row["preset"]},
    )

    award = answer.json()
    assert answer.status_code == 201, answer.text
    assert (award["lost_benefit"], award["total"]) == (row["lost_benefit"], row["total"])
    assert [month["amount"] for month in award["months"]] == row["months"]
    assert (award["from"], award["to"]) == (row["first_month"], award["months"][-1]["month"])
    assert (award["status"], award["schedule"]) == ("applied", row["preset"])


async def test_an_award_is_shown_with_its_months_and_its_working(office: Office) -> None:
    applied = await office.apply()

    shown = await office.see(MANAGER, applied.headers["location"])

    award = shown.json()
    assert shown.status_code == 200
    assert award == applied.json()
    assert award["months"][0] == {
        "month": "2026-03", "step": 1, "percent": "100", "amount": "505.00",
        "state": "planned", "days": 31, "of_days": 31, "spans": [[1, 31]],
    }  # fmt: skip
    assert award["months"][-1]["percent"] == "25"
    assert (award["computed_by"], award["approved_by"]) == (SOCIAL_WORKER.worker, None)
    assert [(working["month"], working["pl"].split()[0]) for working in award["trace"]] == [
        ("2026-02", "zasiłek"),
        ("2026-03", "dochód"), ("2026-03", "zasiłek"),
        ("2026-03", "utracone"),
    ]  # fmt: skip
    assert award["trace"][0]["parameters"][0]["source"]["act"] == "Dz.U. 2024 poz. 1044"


async def test_the_answer_says_where_the_award_lives_and_whom_it_is_about(office: Office) -> None:
    answer = await office.apply()

    assert answer.headers["location"] == f"/v1/awards/{answer.json()['id']}"
    assert answer.headers["etag"] == '"v1"'
    assert answer.headers["okienko-client"] == str(CLIENT)
    assert answer.headers["sync-token"] == f"benefits:{CLIENT}:1"


async def test_that_an_award_was_computed_is_announced_without_an_amount(office: Office) -> None:
    award = (await office.apply()).json()

    assert await announced(office.database) == [
        {
            "type": "award.applied.v1",
            "actor": SOCIAL_WORKER.worker,
            "client_id": str(CLIENT),
            "award_id": award["id"],
        }
    ]


async def test_the_schedule_may_be_left_out(office: Office) -> None:
    body = {name: said for name, said in APPLICATION.items() if name != "schedule"}

    award = (await office.decide(SOCIAL_WORKER, "/v1/awards", body)).json()

    assert (award["schedule"], award["from"], len(award["months"])) == ("STEP-12", "2026-03", 12)


async def test_support_may_begin_with_the_next_month(office: Office) -> None:
    schedule = {"preset": "STEP-12", "start_rule": "next_month"}

    award = (await office.apply(schedule=schedule)).json()

    assert (award["from"], award["to"]) == ("2026-04", "2027-03")


async def test_no_transaction_is_open_while_intake_is_asked(office: Office) -> None:
    opened: list[int] = []

    async def count() -> None:
        query = (
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
        )
        opened.append(await office.database.pool.fetchval(query))

    office.gateway.when_asked = count

    await office.apply()

    assert opened == [0]
    assert office.gateway.questions == [f"/internal/ask/intake/clients/{CLIENT}/means/2026-03-01"]


@pytest.mark.parametrize("month", ["2026-02", "2026-03"])
async def test_without_the_incomes_of_both_months_nothing_is_computed(
    office: Office, month: str
) -> None:
    office.gateway.means = T01 | {"incomes": without(month)}

    answer = await office.apply()

    assert answer.status_code == 409
    assert answer.json()["type"] == "/problems/IncomeNotDeclared"
    assert answer.json()["month"] == month


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"household_size": None}, "HouseholdNotDeclared"),
        ({"municipality": None}, "MunicipalityUnknown"),
        ({"employments": []}, "NoSuchEmployment"),
        ({"incomes": {"2026-02": [], "2026-03": []}}, "NothingLost"),
    ],
)
async def test_what_is_missing_is_said_by_name(
    office: Office, changes: dict[str, Any], problem: str
) -> None:
    office.gateway.means = T01 | changes

    answer = await office.apply()

    assert (answer.status_code, answer.json()["type"]) == (409, f"/problems/{problem}")
    assert await announced(office.database) == []


async def test_a_job_that_begins_in_more_than_92_days_is_too_far_ahead(office: Office) -> None:
    day = clock.today() + timedelta(days=93)

    answer = await office.apply(employment_started_on=day.isoformat())

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/AppliedTooEarly")
    assert answer.json()["errors"][0]["pointer"] == "/employment_started_on"


async def test_an_unknown_schedule_is_refused_at_its_field(office: Office) -> None:
    answer = await office.apply(schedule={"preset": "STEP-99"})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/UnknownPreset")
    assert answer.json()["errors"][0]["pointer"] == "/schedule/preset"
    assert answer.json()["known"] == sorted(load_parameters().schedule_presets)
    assert "STEP-99" not in answer.text


@pytest.mark.parametrize(
    ("said", "pointer", "unspoken"),
    [
        ({"client_id": "Wymyślona-44"}, "/client_id", "Wymy"),
        ({"employment_started_on": "-2026-03-01"}, "/employment_started_on", "-2026"),
        ({"employment_started_on": "2026-02-30"}, "/employment_started_on", "02-30"),
        ({"employment_started_on": -1}, "/employment_started_on", "-1"),
        ({"employment_started_on": "99999-01-01"}, "/employment_started_on", "99999"),
        ({"schedule": {"preset": "'; DROP TABLE awards"}}, "/schedule/preset", "DROP"),
        ({"schedule": {"preset": "A" * 10_000}}, "/schedule/preset", "AAA"),
        ({"schedule": {"preset": -12}}, "/schedule/preset", "-12"),
        ({"schedule": {"start_rule": "yesterday"}}, "/schedule/start_rule", "yesterday"),
        ({"schedule": None}, "/schedule", "null"),
        ({"lost_benefit": "1000000.00"}, "/lost_benefit", "1000000"),
    ],
)
async def test_what_makes_no_sense_is_refused_at_its_field_and_not_repeated(
    office: Office, said: dict[str, Any], pointer: str, unspoken: str
) -> None:
    answer = await office.apply(**said)

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert unspoken not in answer.text
    assert office.gateway.questions == []


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "1900-01-01", "2015-10-01"])
async def test_a_day_before_the_law_we_know_is_refused(office: Office, day: str) -> None:
    incomes: dict[str, list[str]] = {"1900-01": [], "2015-09": [], "2015-10": []}
    jobs = [{"id": str(ids.new()), "started_on": day}]
    office.gateway.means = T01 | {"incomes": incomes, "employments": jobs}

    answer = await office.apply(employment_started_on=day)

    assert answer.status_code == 422, answer.text


async def test_for_a_stranger_the_client_does_not_exist(office: Office) -> None:
    known = await office.apply(STRANGER)
    unknown = await office.apply(STRANGER, client_id=str(ids.new()))

    assert (known.status_code, known.json()["type"]) == (404, "/problems/ClientNotFound")
    assert known.json() == unknown.json()


async def test_a_client_whom_intake_does_not_know_does_not_exist(office: Office) -> None:
    nobody = ids.new()
    await relate(office.database, nobody, OPS)

    answer = await office.apply(client_id=str(nobody))

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_who_decides_on_awards_does_not_compute_them(office: Office) -> None:
    answer = await office.apply(MANAGER)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")
    assert office.gateway.questions == []


async def test_of_two_applications_at_the_same_instant_one_is_taken(office: Office) -> None:
    together = asyncio.Barrier(2)

    async def both_here() -> None:
        await together.wait()

    office.gateway.when_asked = both_here

    answers = await asyncio.gather(office.apply(), office.apply())

    taken, refused = sorted(answers, key=lambda answer: answer.status_code)
    assert (taken.status_code, refused.status_code) == (201, 409)
    assert refused.json()["type"] == "/problems/AwardOpen"
    assert refused.json()["award_id"] == taken.json()["id"]
    assert await office.database.pool.fetchval("SELECT count(*) FROM awards") == 1


async def test_an_application_waits_for_the_one_before_it(office: Office) -> None:
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/reject", {"reason": "computed_wrongly"})
    command = ApplyForAward.model_validate(APPLICATION)

    async with begin(office.database, by=SOCIAL_WORKER) as tx:
        first = await apply_for_award(command, by=SOCIAL_WORKER, tx=tx, house=office.house)
        second = asyncio.create_task(office.apply())
        await asyncio.wait([second], timeout=0.3)

    refused = await second
    assert (refused.status_code, refused.json()["award_id"]) == (409, str(first.id))


async def test_an_approved_award_keeps_its_months_too(office: Office) -> None:
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/approve")

    answer = await office.apply(schedule={"preset": "STEP-10", "start_rule": "next_month"})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AwardOpen")
    assert f"/v1/awards/{answer.json()['award_id']}" == address


async def test_after_a_rejection_one_may_apply_again(office: Office) -> None:
    address = await office.applied()
    await office.decide(MANAGER, f"{address}/reject", {"reason": "computed_wrongly"})

    again = await office.apply()

    assert again.status_code == 201


@pytest.mark.parametrize(("first", "last"), [("2023-03", "2024-02"), ("2023-04", None)])
async def test_between_two_awards_of_a_person_lie_24_months(
    office: Office, first: str, last: str | None
) -> None:
    known = await office.applied()
    office.gateway.means = {
        **T01,
        "incomes": {
            shifted(first, -1): [],
            first: [{"kind": "employment", "monthly": "4000.00"}],
        },
        "employments": [{"id": str(ids.new()), "started_on": f"{first}-01"}],
    }

    other = await office.apply(employment_started_on=f"{first}-01", received_on=f"{first}-01")

    if last:
        assert (other.status_code, other.json()["to"]) == (201, last)
    else:
        assert (other.status_code, other.json()["type"]) == (409, "/problems/AwardTooSoon")
        assert known.endswith(other.json()["award_id"])
        assert other.json()["months"] == 24


async def test_a_repeat_with_the_same_key_has_its_effect_once(office: Office) -> None:
    key = {"Idempotency-Key": "one-and-the-same"}

    first, second = await office.apply(headers=key), await office.apply(headers=key)

    assert (first.json(), first.status_code) == (second.json(), second.status_code)
    assert len(office.gateway.questions) == 1


async def test_no_amount_can_be_read_in_the_tables(office: Office) -> None:
    award = (await office.apply(headers={"Idempotency-Key": "kept, and sealed too"})).json()
    amounts = {"3355.85", award["lost_benefit"], award["total"]}
    amounts |= {month["amount"] for month in award["months"]}

    tables = await office.database.pool.fetch(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
    )
    lying = ""
    for (table,) in tables:
        rows = await office.database.pool.fetch(f'SELECT t::text FROM "{table}" t')  # noqa: S608 PostgreSQL's own names
        lying += "".join(row[0] for row in rows)

    assert set(mapping.metadata.tables) <= {table for (table,) in tables}
    assert award["id"] in lying
    # Bytes are shown in hexadecimal, so what is looked for is written in both ways.
    assert [a for a in amounts if a in lying or a.encode().hex() in lying] == []


async def test_while_intake_is_away_the_caller_is_told_to_repeat(office: Office) -> None:
    office.gateway.intake_is_away = True

    answer = await office.apply()

    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/HouseUnavailable")
    assert int(answer.headers["retry-after"]) >= 1


async def test_while_the_gateway_is_away_the_caller_is_told_to_repeat(office: Office) -> None:
    await office.gateway.close()

    answer = await office.apply()

    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/HouseUnavailable")
    assert int(answer.headers["retry-after"]) >= 1


def test_the_document_names_the_months_as_the_answer_does() -> None:
    document = json.loads(documents.document())

    award = document["components"]["schemas"]["AwardView"]
    assert {"from", "to"} <= set(award["properties"])
    assert "first_month" not in award["properties"]


async def test_an_award_is_justified_on_paper(office: Office) -> None:
    address = await office.applied()

    printed = await office.see(MANAGER, f"{address}/justification.pdf")
    theirs = await office.see(STRANGER, f"{address}/justification.pdf")

    assert printed.content.startswith(b"%PDF-")
    assert printed.headers["cache-control"] == "no-store"
    assert printed.headers["okienko-client"] == str(CLIENT)
    assert theirs.status_code == 404
