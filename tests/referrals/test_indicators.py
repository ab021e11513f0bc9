"""Indicators over HTTP: what is counted, for whom, and what is never told."""

import csv
import io
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from contracts.directory import InstitutionRegistered
from contracts.intake import ClientMerged, ClientRegistered, EmploymentStarted, MergeReason
from contracts.intake.means import EmploymentEnd, EmploymentEnded
from contracts.intake.rights import ClientErased, ClientRestricted
from contracts.values import BasisKind, InstitutionKind
from kernel import clock, ids
from services.referrals.domain.indicator import By, span
from services.referrals.domain.small_numbers import least
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.referrals.days import MANAGER
from tests.support.rooms import bearer, fact_of, hear, know, worker

pytestmark = pytest.mark.anyio

GROUP = UUID("0197a000-0000-7000-8000-00000000aa01")
ROPS = UUID("0197a000-0000-7000-8000-000000000021")
ANALYST = worker(ROPS, InstitutionKind.ROPS, "regional_analyst")
YEAR = {"from": "2025-01", "to": "2025-12"}


async def registered(
    house: House, on: str = "2025-02-03", by: UUID = OPS, municipality: str = "2478011"
) -> UUID:
    """A client, as she was heard of on a day."""
    client = ids.new()
    await house.database.pool.execute(
        "INSERT INTO registrations (client_id, institution, municipality, registered_on)"
        " VALUES ($1, $2, $3, $4)",
        client, by, municipality, date.fromisoformat(on),
    )  # fmt: skip
    return client


async def heard(house: House) -> UUID:
    """A client, heard of today; she has a plan."""
    client = ids.new()
    event = ClientRegistered(
        client_id=client,
        relation_id=client,
        party_id=OPS,
        basis=BasisKind.REGISTRATION,
        municipality="2478011",
    )
    await hear(house.database, reactions, fact_of(event))
    return client


async def referred(house: House, client: UUID, by: UUID = OPS, **fields: Any) -> None:
    """A referral as it lies in the table, sent on a day and whatever came of it."""
    row: dict[str, Any] = {
        "id": ids.new(), "client_id": client, "relation_id": ids.new(), "sent_by": by,
        "sent_to": ids.new(), "sent_at": datetime(2025, 3, 3, 12, tzinfo=UTC), "urgency": "normal",
        "state": "sent", "version": 1, "sealed": b"",
    } | fields  # fmt: skip
    places = ", ".join(f"${n}" for n in range(1, len(row) + 1))
    await house.database.pool.execute(
        f"INSERT INTO referrals ({', '.join(row)}) VALUES ({places})",  # noqa: S608 names of ours
        *row.values(),
    )


def answered(day: int, state: str, **fields: Any) -> dict[str, Any]:
    return {"state": state, "answered_at": datetime(2025, 3, day, 12, tzinfo=UTC)} | fields


async def shown(house: House, caller: Any = MANAGER, **params: Any) -> Any:
    answer = await house.see(caller, "/v1/indicators", **(YEAR | params))
    assert answer.status_code == 200, answer.text
    return {
        group["id"]: {one["code"]: one for one in group["indicators"]}
        for group in answer.json()["groups"]
    }


async def own(house: House, **params: Any) -> Any:
    return (await shown(house, **params))[str(OPS)]


async def test_the_time_to_the_first_service_is_counted(house: House) -> None:
    for day in range(1, 7):
        client = await registered(house)
        begun = datetime(2025, 2, 3 + day, 9, tzinfo=UTC)
        await referred(house, client, state="in_progress", started_at=begun)
    for _ in range(6):
        await registered(house)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (6, 12, 50.0)
    assert (one["median_days"], one["p90_days"]) == (3.5, 5.5)
    assert one["suppressed"] is False


async def test_whoever_is_heard_of_is_counted_this_month(house: House) -> None:
    for _ in range(5):
        await heard(house)
    month = clock.today().isoformat()[:7]

    one = (await own(house, **{"from": month, "to": month}))["first_service"]

    assert (one["numerator"], one["denominator"]) == (0, 6)


async def test_only_the_months_asked_for_are_counted(house: House) -> None:
    for on in ("2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01"):
        for _ in range(5):
            await registered(house, on)

    one = (await own(house, **{"from": "2025-02", "to": "2025-02"}))["first_service"]

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


async def test_a_small_number_and_its_complement_are_left_out(house: House) -> None:
    for number in range(12):
        client = await registered(house)
        if number < 2:
            begun = datetime(2025, 2, 5, tzinfo=UTC)
            await referred(house, client, state="in_progress", started_at=begun)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (None, 12, None)
    assert (one["median_days"], one["suppressed"]) == (None, True)


async def test_a_handful_of_clients_is_not_counted_at_all(house: House) -> None:
    for _ in range(least(date(2025, 1, 1)) - 1):
        await registered(house)

    one = (await own(house))["first_service"]

    assert (one["denominator"], one["suppressed"]) == (None, True)


async def test_where_nothing_happened_is_a_zero(house: House) -> None:
    one = (await own(house))["outcomes"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (0, 0, None)
    assert one["suppressed"] is False


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


async def partnership(house: House, *members: UUID) -> None:
    await know(house.database, GROUP, "Partnerstwo Zabrze (demo)", None)
    agreement = ids.new()
    for member in members:
        await house.database.pool.execute(
            "INSERT INTO memberships (agreement_id, member_id, group_id, valid_from)"
            " VALUES ($1, $2, $3, '2024-01-01')",
            agreement, member, GROUP,
        )  # fmt: skip


async def test_a_partnership_is_counted_as_a_whole(house: House) -> None:
    await partnership(house, OPS, PUP, NGO)
    for by in (OPS, PUP, NGO):
        for _ in range(6):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert list(told) == [str(GROUP)]
    assert told[str(GROUP)]["first_service"]["denominator"] == 18


async def test_a_member_cannot_subtract_its_own_to_learn_a_few_of_anothers(house: House) -> None:
    await partnership(house, OPS, PUP)
    for by, count in ((OPS, 20), (PUP, 2)):
        for _ in range(count):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert told[str(GROUP)]["first_service"]["denominator"] is None


async def test_a_year_does_not_tell_what_its_quarters_keep(house: House) -> None:
    await partnership(house, OPS, PUP, NGO)
    for by in (OPS, PUP, NGO):
        for month, count in (("02", 9), ("05", 9), ("08", 9), ("11", 1 if by == OPS else 0)):
            for _ in range(count):
                await registered(house, f"2025-{month}-03", by=by)

    year = await shown(house, by="partnership")
    most = await shown(house, by="partnership", to="2025-09")

    assert year[str(GROUP)]["first_service"]["denominator"] is None
    assert most[str(GROUP)]["first_service"]["denominator"] == 81


async def test_an_institution_outside_has_no_partnership_to_count(house: House) -> None:
    await partnership(house, PUP, NGO)

    assert await shown(house, by="partnership") == {}


async def counties(house: House) -> Any:
    event = InstitutionRegistered(
        party_id=ROPS, name="ROPS (demo)", kind=InstitutionKind.ROPS, territory="24"
    )
    await hear(house.database, reactions, fact_of(event, source="directory"))
    return await shown(house, ANALYST, by="county")


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


@pytest.mark.parametrize(
    ("first", "last", "by"),
    [
        ("2025-03", "2025-02", "institution"),
        ("2022-01", "2025-01", "institution"),
        ("2025-01", "2025-02", "partnership"),
        ("2025-02", "2025-04", "partnership"),
    ],
)
async def test_indicators_are_counted_over_suitable_months(
    house: House, first: str, last: str, by: str
) -> None:
    answer = await house.see(MANAGER, "/v1/indicators", **{"from": first, "to": last, "by": by})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/SpanUnsuitable")


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


async def test_no_client_and_no_worker_stands_in_a_report(house: House) -> None:
    clients = [await registered(house) for _ in range(6)]

    answer = await house.see(MANAGER, "/v1/indicators", **YEAR)

    assert not any(str(client) in answer.text for client in clients)
    assert "okienko-client" not in answer.headers


async def test_definitions_are_told_in_polish(house: House) -> None:
    answer = await house.client.get(
        "/v1/indicators", params=YEAR, headers=bearer(MANAGER, Accept_Language="pl")
    )

    first = answer.json()["groups"][0]["indicators"][0]
    assert (first["title"], answer.headers["content-language"]) == ("Pierwsza usługa", "pl")


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [(By.INSTITUTION, "2025-06-01", "2026-05-31"), (By.COUNTY, "2025-04-01", "2026-03-31")],
)
def test_unless_told_otherwise_a_year_is_counted(by: By, first: str, last: str) -> None:
    counted = span(None, None, by, date(2026, 5, 20))

    assert [day.isoformat() for day in counted] == [first, last]
