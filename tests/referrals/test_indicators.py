"""Indicators over HTTP: what is counted, and for whom."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.intake import ClientMerged, EmploymentStarted, MergeReason
from contracts.intake.means import EmploymentEnd, EmploymentEnded
from contracts.intake.rights import ClientErased, ClientRestricted
from kernel import ids
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.referrals.counted import (
    ANALYST,
    GROUP,
    YEAR,
    answered,
    counties,
    heard,
    own,
    partnership,
    referred,
    registered,
    served,
    shown,
)
from tests.referrals.days import MANAGER
from tests.support.rooms import bearer, fact_of, hear

pytestmark = pytest.mark.anyio


async def test_the_time_to_the_first_service_is_counted(house: House) -> None:
    await served(house, 50)
    for _ in range(50):
        await registered(house)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (50, 100, 50.0)
    assert (one["median_days"], one["p90_days"]) == (25.5, 45.1)
    assert one["suppressed"] is False


async def test_days_are_of_the_answers_that_are_counted(house: House) -> None:
    client = await registered(house)
    for _ in range(10):
        await referred(house, client, **answered(5, "accepted"))
        await referred(house, client, **answered(25, "cancelled"))

    one = (await own(house))["referrals_answered"]

    assert (one["numerator"], one["denominator"], one["median_days"]) == (10, 20, 2.0)


async def test_only_the_months_asked_for_are_counted(house: House) -> None:
    for on in ("2025-03-31", "2025-04-01", "2025-06-30", "2025-07-01"):
        for _ in range(5):
            await registered(house, on)

    one = (await own(house, **{"from": "2025-04", "to": "2025-06"}))["first_service"]

    assert one["denominator"] == 10


async def test_answers_are_counted_with_their_reasons_and_days(house: House) -> None:
    client = await registered(house)
    for _ in range(6):
        await referred(house, client, **answered(5, "accepted"))
        await referred(house, client, **answered(7, "declined", decline_reason="no_places"))
        await referred(house, client, **answered(7, "declined", decline_reason="no_contact"))
        await referred(house, client)

    told = await own(house)

    sent, declined = told["referrals_answered"], told["referrals_declined"]
    assert (sent["numerator"], sent["denominator"], sent["percent"]) == (18, 24, 75.0)
    assert sent["median_days"] == 4.0
    assert (told["referrals_accepted"]["numerator"], declined["numerator"]) == (6, 12)
    assert declined["by_code"] == [
        {"code": "no_contact", "count": 6},
        {"code": "no_places", "count": 6},
    ]


async def test_outcomes_and_closed_loops_are_counted(house: House) -> None:
    client = await registered(house)
    read: dict[str, Any] = {"acknowledged_at": datetime(2025, 5, 1, tzinfo=UTC)}
    for _ in range(5):
        await referred(house, client, **answered(5, "completed", outcome="employment"), **read)
        await referred(house, client, **answered(5, "completed", outcome="training"))
        await referred(house, client, **answered(5, "failed"))

    told = await own(house)

    done, closed = told["outcomes"], told["loop_closed"]
    assert (done["numerator"], done["denominator"], done["percent"]) == (10, 15, 66.7)
    assert [part["code"] for part in done["by_code"]] == ["employment", "training"]
    assert (closed["numerator"], closed["denominator"]) == (5, 10)


async def test_jobs_kept_are_counted_by_how_long_they_lasted(house: House) -> None:
    client = await registered(house)
    for ended in (None, "2025-03-15", "2025-06-15", "2025-11-15"):
        for _ in range(5):
            job = ids.new()
            begun = EmploymentStarted(
                client_id=client, employment_id=job, started_on=date(2025, 2, 1)
            )
            await hear(house.database, reactions, fact_of(begun))
            if ended:
                over = EmploymentEnded(
                    client_id=client,
                    employment_id=job,
                    ended_on=date.fromisoformat(ended),
                    reason=EmploymentEnd.CONTRACT_EXPIRED,
                )
                await hear(house.database, reactions, fact_of(over))

    told = await own(house)

    kept = [told[f"job_kept_{m}"] for m in (3, 6, 12)]
    assert [(one["numerator"], one["denominator"]) for one in kept] == [
        (15, 20), (10, 20), (5, 20)
    ]  # fmt: skip


async def test_agreed_plans_and_actions_in_time_are_counted(house: House) -> None:
    for number in range(12):
        client = await heard(house)
        await house.database.pool.execute("UPDATE registrations SET registered_on = '2025-02-03'")
        late = date(2025, 5, 5) if number < 6 else date(2025, 4, 1)
        await house.database.pool.execute(
            "UPDATE plans SET agreed_on = '2025-03-01', active_from = '2025-03-01'"
            " WHERE client_id = $1 AND $2",
            client, number < 6,
        )  # fmt: skip
        goal, plan = ids.new(), "(SELECT id FROM plans WHERE client_id = $2)"
        await house.database.pool.execute(
            f"INSERT INTO goals (id, plan_id, sealed) VALUES ($1, {plan}, '')",  # noqa: S608
            goal, client,
        )  # fmt: skip
        await house.database.pool.execute(
            "INSERT INTO actions (id, goal_id, owner, due_on, status, finished_on, sealed)"
            " VALUES ($1, $2, $3, '2025-05-01', 'done', $4, '')",
            ids.new(), goal, OPS, late,
        )  # fmt: skip

    told = await own(house)

    of = ("plans_agreed", "plans_active", "actions_on_time")
    assert [(told[code]["numerator"], told[code]["denominator"]) for code in of] == [
        (6, 13),
        (6, 13),
        (6, 12),
    ]


async def test_whoever_is_erased_restricted_or_merged_is_not_counted(house: House) -> None:
    clients = [await registered(house) for _ in range(9)]
    for event in (
        ClientErased(client_id=clients[0]),
        ClientRestricted.example().model_copy(update={"client_id": clients[1]}),
        ClientMerged(
            client_id=clients[2], merged_id=clients[3], reason=MergeReason.REGISTERED_TWICE
        ),
    ):
        await hear(house.database, reactions, fact_of(event))

    assert (await own(house))["first_service"]["denominator"] == 6


async def test_a_service_to_a_merged_record_is_a_service_to_her(house: House) -> None:
    for _ in range(5):
        kept, merged = await registered(house), await registered(house)
        begun = datetime(2025, 2, 5, tzinfo=UTC)
        await referred(house, merged, state="in_progress", started_at=begun)
        event = ClientMerged(client_id=kept, merged_id=merged, reason=MergeReason.REGISTERED_TWICE)
        await hear(house.database, reactions, fact_of(event))

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"]) == (5, 5)


async def test_a_partnership_is_counted_as_a_whole(house: House) -> None:
    await partnership(house, OPS, PUP, NGO)
    for by in (OPS, PUP, NGO):
        for _ in range(6):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert list(told) == [str(GROUP)]
    assert told[str(GROUP)]["first_service"]["denominator"] == 18


async def test_an_institution_outside_has_no_partnership_to_count(house: House) -> None:
    await partnership(house, PUP, NGO)

    assert await shown(house, by="partnership") == {}


async def test_a_region_is_counted_by_county(house: House) -> None:
    for municipality, count in (("2478011", 6), ("2466011", 3), ("1611053", 9)):
        for _ in range(count):
            await registered(house, municipality=municipality)

    told = await counties(house)

    denominators = {code: told[code]["first_service"]["denominator"] for code in ("2478", "2466")}
    assert denominators == {"2478": 6, "2466": None}
    assert "1611" not in told


@pytest.mark.parametrize(
    ("caller", "by"),
    [
        (SOCIAL_WORKER, "institution"),
        (ADVISER, "partnership"),
        (MANAGER, "county"),
        (ANALYST, "institution"),
        (ANALYST, "partnership"),
    ],
)
async def test_everybody_counts_only_what_is_his(house: House, caller: Any, by: str) -> None:
    answer = await house.see(caller, "/v1/indicators", **YEAR, by=by)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


async def test_a_sheet_holds_the_same_numbers(house: House) -> None:
    client = await registered(house)
    for _ in range(6):
        await referred(house, client, **answered(7, "declined", decline_reason="no_places"))

    by_format = await house.see(MANAGER, "/v1/indicators", **YEAR, format="csv")
    by_accept = await house.client.get(
        "/v1/indicators", params=YEAR, headers=bearer(MANAGER, Accept="text/csv")
    )

    lines = list(csv.DictReader(io.StringIO(by_format.text)))
    (reason,) = [line for line in lines if line["code"] == "no_places"]
    assert by_format.headers["content-type"] == "text/csv; charset=utf-8"
    assert by_accept.text == by_format.text
    assert (reason["indicator"], reason["numerator"]) == ("referrals_declined", "6")


async def test_definitions_are_told_in_polish(house: House) -> None:
    answer = await house.client.get(
        "/v1/indicators", params=YEAR, headers=bearer(MANAGER, Accept_Language="pl")
    )

    first = answer.json()["groups"][0]["indicators"][0]
    assert (first["title"], answer.headers["content-language"]) == ("Pierwsza usługa", "pl")
