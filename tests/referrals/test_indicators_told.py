"""Indicators over HTTP: what is never told, and when the rest is."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kernel import clock, ids
from services.referrals.domain.indicator import span
from services.referrals.domain.small_numbers import least
from tests.referrals.conftest import (
    NGO,
    OPS,
    PUP,
    House,
)
from tests.referrals.counted import (
    GROUP,
    ROPS,
    WIDER,
    YEAR,
    answered,
    heard,
    join,
    own,
    partnership,
    referred,
    registered,
    served,
    shown,
)
from tests.referrals.days import MANAGER

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    ("clients", "median", "most"), [(9, None, None), (10, 5.5, None), (49, 25.0, None)]
)
async def test_days_of_so_few_that_they_are_a_persons_are_left_out(
    house: House, clients: int, median: float | None, most: float | None
) -> None:
    await served(house, clients)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["median_days"], one["p90_days"]) == (clients, median, most)
    assert one["suppressed"] is True


async def test_whoever_is_heard_of_is_counted_when_the_quarter_is_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.today()
    for _ in range(5):
        await heard(house)
    last = date(now.year, (now.month - 1) // 3 * 3 + 3, 28)
    months = {"from": f"{last.year}-{last.month - 2:02}", "to": f"{last.year}-{last.month:02}"}
    running = await house.see(MANAGER, "/v1/indicators", **months)

    over = datetime(last.year, last.month, 28, tzinfo=UTC) + timedelta(days=10)
    monkeypatch.setattr(clock, "now", lambda: over)
    one = (await own(house, **months))["first_service"]

    assert running.json()["type"] == "/problems/SpanUnsuitable"
    assert (one["numerator"], one["denominator"]) == (0, 6)


async def test_what_comes_of_a_case_is_told_when_the_quarter_is_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = await registered(house)
    for day in (28, 40):
        when = datetime(2025, 3, 1, 12, tzinfo=UTC) + timedelta(days=day)
        since: dict[str, Any] = {"answered_at": when, "first_visit_on": when.date()}
        for _ in range(5):
            done: dict[str, Any] = since | {
                "ended_at": when + timedelta(days=30),
                "outcome": "training",
            }
            read: dict[str, Any] = {"acknowledged_at": when + timedelta(days=130)}
            await referred(house, client, state="completed", **done, **read)
            await referred(house, client, state="accepted", **since)
            await referred(house, client, state="withdrawn", ended_at=when)
    months = {"from": "2025-01", "to": "2025-03"}
    of = ("referrals_answered", "referrals_accepted", "outcomes", "loop_closed", "first_service")
    told = []
    for now in ((2025, 4, 2), (2025, 6, 30), (2025, 7, 1), (2025, 10, 1)):
        noon = datetime(*now, 12, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda noon=noon: noon)
        codes = await own(house, **months)
        told.append([(codes[code]["numerator"], codes[code]["denominator"]) for code in of])

    assert told[0] == [(10, 30), (10, 10), (0, 10), (0, 0), (None, None)]
    assert told[1] == told[0]
    assert told[2] == [(20, 30), (20, 20), (10, 20), (0, 10), (None, None)]
    assert told[3] == [(20, 30), (20, 20), (10, 20), (10, 10), (None, None)]


async def test_a_small_number_and_its_complement_are_left_out(house: House) -> None:
    for number in range(12):
        client = await registered(house)
        if number < 2:
            begun = datetime(2025, 2, 5, tzinfo=UTC)
            await referred(house, client, state="in_progress", started_at=begun)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (None, 12, None)
    assert (one["median_days"], one["suppressed"]) == (None, True)


async def test_days_of_many_are_left_out_where_their_count_hides_a_few_others(
    house: House,
) -> None:
    await served(house, 50)
    for _ in range(2):
        await registered(house)

    one = (await own(house))["first_service"]

    assert (one["numerator"], one["denominator"]) == (None, 52)
    assert (one["median_days"], one["p90_days"]) == (None, None)


async def test_a_handful_of_clients_is_not_counted_at_all(house: House) -> None:
    for _ in range(least(date(2025, 1, 1)) - 1):
        await registered(house)

    one = (await own(house))["first_service"]

    assert (one["denominator"], one["suppressed"]) == (None, True)


async def test_a_service_a_plan_and_a_job_count_from_the_quarter_they_are_of(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    pool = house.database.pool
    for _ in range(10):
        client = await heard(house)
        begun = datetime(2025, 5, 10, 9, tzinfo=UTC)
        await referred(house, client, state="in_progress", started_at=begun)
        await pool.execute("INSERT INTO jobs VALUES ($1, $2, '2025-02-01')", ids.new(), client)
        await pool.execute(
            "UPDATE plans SET agreed_on = '2025-05-10', active_from = '2025-05-10',"
            " ended_on = '2025-08-01' WHERE client_id = $1",
            client,
        )
        await pool.execute(
            "UPDATE registrations SET registered_on = '2025-02-03' WHERE client_id = $1", client
        )
    of = ("first_service", "plans_agreed", "plans_active", "job_kept_3")
    told = []
    for now in ((2025, 6, 30), (2025, 7, 1), (2025, 10, 1)):
        noon = datetime(*now, 12, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda noon=noon: noon)
        codes = await own(house, **{"from": "2025-01", "to": "2025-03"})
        told.append([codes[code]["numerator"] for code in of])

    assert told == [[0, 0, 0, 0], [10, 10, 10, 10], [10, 10, 0, 10]]


async def test_where_nothing_happened_is_a_zero(house: House) -> None:
    one = (await own(house))["outcomes"]

    assert (one["numerator"], one["denominator"], one["percent"]) == (0, 0, None)
    assert one["suppressed"] is False


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


async def test_one_partnership_taken_from_another_tells_nothing_of_a_few(house: House) -> None:
    await partnership(house, OPS, PUP, NGO)
    await partnership(house, OPS, PUP, NGO, ROPS, group=WIDER)
    for by, count in ((OPS, 9), (PUP, 9), (NGO, 9), (ROPS, 3)):
        for _ in range(count):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert told[str(GROUP)]["first_service"]["denominator"] == 27
    assert told[str(WIDER)]["first_service"]["denominator"] is None


async def test_partnerships_that_differ_by_many_are_both_told(house: House) -> None:
    await partnership(house, OPS, PUP, NGO)
    await partnership(house, OPS, PUP, NGO, ROPS, group=WIDER)
    for by, count in ((OPS, 2), (PUP, 3), (NGO, 3), (ROPS, 5)):
        for _ in range(count):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert told[str(WIDER)]["first_service"]["denominator"] == 13


async def test_what_another_member_could_find_is_told_to_nobody(house: House) -> None:
    """What a partnership is told is shown around there, and one of them reads a second one."""
    await partnership(house, OPS, PUP, NGO)
    await partnership(house, PUP, NGO, group=WIDER)
    for by, count in ((OPS, 2), (PUP, 9), (NGO, 9)):
        for _ in range(count):
            await registered(house, by=by)

    told = await shown(house, by="partnership")

    assert list(told) == [str(GROUP)]
    assert told[str(GROUP)]["first_service"]["denominator"] is None


async def test_whoever_joins_later_changes_nothing_that_was_told(house: House) -> None:
    await partnership(house, OPS, PUP)
    for by, count in ((OPS, 9), (PUP, 9), (NGO, 3)):
        for _ in range(count):
            await registered(house, by=by)
    before = await shown(house, by="partnership")

    await join(house, NGO, group=GROUP, since="2026-01-01")
    after = await shown(house, by="partnership")

    assert before == after
    assert after[str(GROUP)]["first_service"]["denominator"] == 18


async def test_two_spans_of_ones_own_tell_no_quarter_with_a_few(house: House) -> None:
    for on, count in (("2025-02-03", 9), ("2025-05-03", 3), ("2025-08-03", 9)):
        for _ in range(count):
            await registered(house, on)

    quarter = await own(house, to="2025-03")
    half = await own(house, to="2025-06")
    year = await own(house)

    told = [one["first_service"]["denominator"] for one in (quarter, half, year)]
    assert told == [9, None, None]


async def test_below_a_missing_number_no_code_is_named(house: House) -> None:
    client = await registered(house)
    for _ in range(2):
        await referred(house, client, **answered(7, "declined", decline_reason="no_places"))
    for _ in range(9):
        await referred(house, client, **answered(7, "accepted"))

    declined = (await own(house))["referrals_declined"]

    assert (declined["numerator"], declined["denominator"]) == (None, 11)
    assert (declined["by_code"], declined["suppressed"]) == ([], True)


@pytest.mark.parametrize(
    ("first", "last", "by"),
    [
        ("2025-04", "2025-03", "institution"),
        ("2022-01", "2025-03", "institution"),
        ("2025-01", "2025-02", "institution"),
        ("2025-02", "2025-04", "institution"),
        ("2099-01", "2099-03", "institution"),
        ("2025-01", "2025-02", "partnership"),
        ("2025-02", "2025-04", "partnership"),
    ],
)
async def test_indicators_are_counted_over_suitable_months(
    house: House, first: str, last: str, by: str
) -> None:
    answer = await house.see(MANAGER, "/v1/indicators", **{"from": first, "to": last, "by": by})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/SpanUnsuitable")


async def test_no_client_and_no_worker_stands_in_a_report(house: House) -> None:
    clients = [await registered(house) for _ in range(6)]

    answer = await house.see(MANAGER, "/v1/indicators", **YEAR)

    assert not any(str(client) in answer.text for client in clients)
    assert "okienko-client" not in answer.headers


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-03-31", "2025-01-01", "2025-12-31"),
        ("2026-04-01", "2025-04-01", "2026-03-31"),
        ("2026-05-20", "2025-04-01", "2026-03-31"),
    ],
)
def test_unless_told_otherwise_the_last_whole_year_is_counted(
    today: str, first: str, last: str
) -> None:
    counted = span(None, None, date.fromisoformat(today))

    assert [day.isoformat() for day in counted] == [first, last, last]


def test_what_is_told_of_long_ago_is_as_of_the_last_quarter() -> None:
    counted = span("2024-01", "2024-06", date(2026, 5, 20))

    assert counted.as_of == date(2026, 3, 31)
    assert [(one.first.month, one.last.month) for one in counted.quarters()] == [(1, 3), (4, 6)]
