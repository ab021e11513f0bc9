"""A year in a town: no referral is silent and forgotten, nothing is owed for what is over, the counts agree."""

import random
from calendar import monthrange
from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.values import InstitutionKind
from kernel import clock
from services.referrals.app import build
from services.referrals.settings import Settings
from services.referrals.tables import mapping
from tests.support.rooms import bearer, room, worker
from tests.year.lives import Job, Lives
from tests.year.town import FORGETFUL, FRIENDS, OPS, SILENT, Case, Town, new_year

pytestmark = pytest.mark.anyio

BOSS = worker(OPS.institution, InstitutionKind.OPS, "ops_manager")
AGES = (3, 6, 12)
"""Months after which it is asked whether a job is still kept."""
TAIL = 60
"""Days after the year on which nobody new comes: by then every term is over."""

QUARTERS = [
    ("2026-01", "2026-03"),
    ("2026-04", "2026-06"),
    ("2026-07", "2026-09"),
    ("2026-10", "2026-12"),
    ("2027-01", "2027-03"),
]
AFTERWARDS = datetime(2027, 4, 1, 8, tzinfo=UTC)
"""When all of them are over."""


@pytest.fixture
async def town(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    time = new_year()
    monkeypatch.setattr(clock, "now", time.now)
    async with room(lambda said: build(Settings(**said)), mapping.metadata) as (http, database):
        town = Town(http, database, time, random.Random(2026))
        await town.found()
        yield town


@pytest.fixture
def lives(town: Town) -> Lives:
    """What else happens there."""
    lives = Lives(town)
    town.arrivals.append(lives.begin)
    return lives


async def test_a_season_of_a_small_town(town: Town, lives: Lives) -> None:
    await town.live(60, lambda day: 2 if day % 2 else 1)
    await town.live(TAIL, lambda _: 0)

    await everything_holds(town, lives, clients=90)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
async def test_a_year_of_two_thousand_clients(town: Town, lives: Lives) -> None:
    await town.live(365, lambda day: 6 if day % 2 == 0 or day > 354 else 5)
    await town.live(TAIL, lambda _: 0)

    await everything_holds(town, lives, clients=2013)


async def everything_holds(town: Town, lives: Lives, clients: int) -> None:
    assert town.clients == clients
    assert len(town.cases) >= clients * 0.9
    await nothing_is_silent_and_forgotten(town)
    await nothing_is_owed_for_what_is_over(town)
    await every_open_referral_is_somebodys(town)
    await nothing_is_owed_for_a_plan_that_ended(town)
    await the_counts_agree(town, lives)


async def nothing_is_silent_and_forgotten(town: Town) -> None:
    """Two months after the last was sent, whoever never answered has let it expire."""
    rows = await town.database.pool.fetch(
        "SELECT state, escalated_on, sent_to FROM referrals WHERE state NOT IN"
        " ('completed', 'declined', 'expired', 'superseded', 'withdrawn', 'cancelled')"
    )
    silent = await town.database.pool.fetch(
        "SELECT state, count(*) AS n FROM referrals WHERE sent_to = $1 GROUP BY state",
        SILENT.institution,
    )

    assert {row["state"] for row in rows} <= {"in_progress", "accepted", "cancel_requested"}
    assert {row["state"] for row in silent} <= {"expired", "superseded", "withdrawn"}
    assert any(row["state"] == "expired" for row in silent)


async def nothing_is_owed_for_what_is_over(town: Town) -> None:
    """But that its sender reads how it ended."""
    owed = await town.database.pool.fetch(
        "SELECT d.kind, d.institution = r.sent_by AS sender, r.acknowledged_at FROM duties d"
        " JOIN referrals r ON r.id = d.thing_id WHERE r.state NOT IN ('draft', 'sent', 'received',"
        " 'returned', 'waiting', 'accepted', 'in_progress', 'on_hold', 'cancel_requested')"
    )
    strays = await town.database.pool.fetchval(
        "SELECT count(*) FROM duties WHERE thing_id NOT IN (SELECT id FROM referrals)"
        " AND kind LIKE '%referral%'"
    )

    assert {row["kind"] for row in owed} <= {"acknowledge_outcome", "superseded_referral"}
    assert all(row["sender"] and row["acknowledged_at"] is None for row in owed)
    assert strays == 0


async def every_open_referral_is_somebodys(town: Town) -> None:
    """Whatever is still under way is owed by somebody; what is late is with the managers."""
    lost = await town.database.pool.fetch(
        "SELECT state, change, clock_on FROM referrals r WHERE state IN ('accepted', 'in_progress',"
        " 'cancel_requested') AND NOT EXISTS (SELECT 1 FROM duties WHERE thing_id = r.id)"
    )
    late = await town.database.pool.fetchval(
        "SELECT count(*) FROM referrals WHERE sent_to = $1 AND state = 'in_progress'"
        " AND first_visit_on < $2::date - 110 AND escalated_on IS NULL",
        FORGETFUL.institution,
        town.clock.today,
    )

    assert (lost, late) == ([], 0)


async def nothing_is_owed_for_a_plan_that_ended(town: Town) -> None:
    """And what is owed for one that goes on is its next step."""
    stale = await town.database.pool.fetch(
        "SELECT d.kind FROM duties d JOIN plans p ON p.client_id = d.client_id"
        " WHERE p.ended_on IS NOT NULL AND d.kind IN ('agree_plan', 'review_plan', 'finish_action')"
    )
    assert stale == []


async def the_counts_agree(town: Town, lives: Lives) -> None:
    """What the house counts is what was done: in each quarter, and in all together."""
    town.clock.at = max(town.clock.at, AFTERWARDS)
    quarters = [await agrees(town, lives, *quarter) for quarter in QUARTERS]
    # Of all together is told what each quarter tells, and nothing else: so they say what may be hidden.
    whole = await agrees(town, lives, QUARTERS[0][0], QUARTERS[-1][1], hides=True)

    for code, one in whole.items():
        parts = [quarter[code]["numerator"] for quarter in quarters]
        told = None if None in parts else sum(parts)
        assert one["numerator"] == told


async def agrees(town: Town, lives: Lives, first: str, last: str, *, hides: bool = False) -> Any:
    """What is told of some months, held against the ledger."""
    months = {"from": first, "to": last}
    answer = await town.http.get("/v1/indicators", params=months, headers=bearer(BOSS))
    told = {one["code"]: one for one in answer.json()["groups"][0]["indicators"]}

    def within(day: date) -> bool:
        return first <= day.isoformat()[:7] <= last

    mine = [case for case in town.cases if case.sender is OPS and within(case.sent_on)]
    hers = [case for case in town.cases if within(case.registered_on)]
    accepted = [case for case in mine if case.accepted]
    declined = Counter(case.declined for case in mine if case.declined)
    outcomes = Counter(case.outcome for case in mine if case.outcome)
    read = sum(case.acknowledged for case in mine if case.outcome)
    answered = len(accepted) + sum(declined.values())

    same(told["referrals_answered"], answered, len(mine), hides=hides)
    same(told["referrals_accepted"], len(accepted), answered, hides=hides)
    same(told["referrals_declined"], sum(declined.values()), answered, declined, hides=hides)
    same(told["outcomes"], sum(outcomes.values()), len(accepted), outcomes, hides=hides)
    same(told["loop_closed"], read, sum(outcomes.values()), hides=hides)
    clients = sum(map(within, town.registered))
    same(told["first_service"], served(hers), clients, hides=hides)
    agreed = [plan for plan in lives.plans if plan.begun and within(plan.registered_on)]
    same(told["plans_agreed"], len(agreed), clients, hides=hides)
    same(told["plans_active"], sum(not plan.over for plan in agreed), clients, hides=hides)
    as_of = date.fromisoformat(answer.json()["as_of"])
    jobs_agree(told, [job for job in lives.jobs if within(job.started_on)], as_of, hides)
    return told


def jobs_agree(told: Any, jobs: list[Job], as_of: date, hides: bool) -> None:
    """Of the jobs old enough by a day, those kept; untold perhaps, where a part of the sum is small."""
    hides = hides or any(0 < count < 5 for count in fates(jobs, as_of).values())
    for age in AGES:
        old = [job for job in jobs if later(job.started_on, age) <= as_of]
        kept = [job for job in old if lasted(job, age)]
        same(told[f"job_kept_{age}"], len(kept), len(old), hides=hides)


def fates(jobs: list[Job], today: date) -> Counter[tuple[int, int]]:
    """How many jobs by their age and the age they were lost at: what the sums are made of."""
    ages = [max((a for a in AGES if later(job.started_on, a) <= today), default=0) for job in jobs]
    lost = [
        next((a for a in AGES if a <= age and not lasted(job, a)), 0)
        for job, age in zip(jobs, ages, strict=True)
    ]
    return Counter(zip(ages, lost, strict=True))


def later(day: date, months: int) -> date:
    """The same day so many months on; the last of a month that has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def lasted(job: Job, months: int) -> bool:
    """Whether she was still at work that day."""
    return job.ended_on is None or job.ended_on >= later(job.started_on, months)


def served(cases: list[Case]) -> int:
    """One referral of each client: who of them was reached."""
    return sum(case.started for case in cases if case.sender in {OPS, FRIENDS})


def same(
    told: Any, numerator: int, denominator: int, codes: Any = None, *, hides: bool = False
) -> None:
    """What is told is right; what is not told is small, or hides something small."""
    assert told["numerator"] in {numerator, None}
    assert told["denominator"] in {denominator, None}
    if told["numerator"] is None:
        assert told["suppressed"]
    for part in told["by_code"]:
        assert part["count"] in {(codes or {})[part["code"]], None}
    if min(numerator, denominator - numerator) >= 5 and not hides:
        assert (told["numerator"], told["denominator"]) == (numerator, denominator)
