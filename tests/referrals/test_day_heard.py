"""What is heard of other services, and what nobody can see any more: duties come and go."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.intake.interviews import (
    InterviewKind,
    InterviewOpened,
    InterviewSigned,
    InterviewWithdrawn,
)
from contracts.intake.rights import ClientErased, ClientRestricted
from kernel import clock
from kernel.transactions import begin
from services.referrals.domain.day import SECTIONS, WORDS, address, days_late
from services.referrals.domain.duty import DutyKind
from services.referrals.reactions import reactions
from services.referrals.use_cases.tidy_duties import TidyDuties
from tests.referrals.conftest import CLIENT, OPS, PUP, SOCIAL_WORKER, House
from tests.referrals.days import owe
from tests.support.rooms import fact_of, hear, relate

pytestmark = pytest.mark.anyio

INTERVIEW = UUID("0197a000-0000-7000-8000-00000000cc01")
NEXT = UUID("0197a000-0000-7000-8000-00000000cc02")
TODAY = clock.today()


async def told(house: House, event: Any) -> None:
    await hear(house.database, reactions, replace(fact_of(event), institution=OPS))


def opened(interview_id: UUID = INTERVIEW) -> InterviewOpened:
    return InterviewOpened(
        client_id=CLIENT,
        interview_id=interview_id,
        kind=InterviewKind.INTERVIEW,
        due_on=TODAY + timedelta(days=3),
        urgent=False,
    )


def signed(update_due_on: date | None, interview_id: UUID = INTERVIEW) -> InterviewSigned:
    return InterviewSigned(
        client_id=CLIENT,
        interview_id=interview_id,
        kind=InterviewKind.INTERVIEW,
        signed_on=TODAY,
        update_due_on=update_due_on,
    )


async def owed(house: House) -> list[tuple[str, str]]:
    rows = await house.database.pool.fetch("SELECT kind, thing_id FROM duties ORDER BY since")
    return [(row["kind"], str(row["thing_id"])) for row in rows]


async def test_an_interview_is_to_be_held_by_whoever_called_for_it(house: House) -> None:
    await told(house, opened())

    item = (await house.see(SOCIAL_WORKER, "/v1/my-day")).json()["due"]["items"][0]
    assert (item["kind"], item["worker"]) == ("hold_interview", "ops-worker")
    assert item["address"] == f"/v1/interviews/{INTERVIEW}"


async def test_a_signed_interview_is_to_be_updated_in_time(house: House) -> None:
    await told(house, opened())
    await told(house, signed(TODAY + timedelta(days=180)))

    assert await owed(house) == [("update_interview", str(INTERVIEW))]


async def test_a_later_interview_takes_the_place_of_the_update(house: House) -> None:
    await told(house, signed(TODAY))
    await told(house, opened(NEXT))
    between = await owed(house)
    await told(house, signed(TODAY + timedelta(days=180), NEXT))

    assert [kind for kind, _ in between] == ["update_interview", "hold_interview"]
    assert await owed(house) == [("update_interview", str(NEXT))]


async def test_an_interview_given_up_is_owed_no_more(house: House) -> None:
    await told(house, opened())
    await told(house, InterviewWithdrawn(client_id=CLIENT, interview_id=INTERVIEW))

    assert await owed(house) == []


async def test_an_interview_heard_twice_is_owed_once(house: House) -> None:
    await told(house, opened())
    await told(house, opened())

    assert await owed(house) == [("hold_interview", str(INTERVIEW))]


async def test_of_whoever_is_erased_nothing_is_owed_nor_counted(house: House) -> None:
    await owe(house.database, DutyKind.REVIEW_PLAN, 1)

    await told(house, ClientErased.example())

    assert await owed(house) == []
    assert await house.database.pool.fetchval("SELECT count(*) FROM registrations") == 0


async def tidied(house: House) -> None:
    tidy, more = TidyDuties(), True
    while more:
        async with begin(house.database) as tx:
            more = await tidy(tx)


async def test_a_duty_nobody_could_see_for_a_week_is_struck_out(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    for hours in (1, 24 * 9):
        await owe(house.database, DutyKind.REVIEW_PLAN, 1, institution=PUP, hours_ago=hours)
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() - interval '8 days' WHERE relation_id = $1",
        relation,
    )

    await tidied(house)

    assert len(await owed(house)) == 1


async def test_a_duty_somebody_sees_or_may_see_again_stays(house: House) -> None:
    await owe(house.database, DutyKind.REVIEW_PLAN, 1, hours_ago=24 * 30)
    await owe(house.database, DutyKind.PREPARE_MEETING, 1, client_id=None, hours_ago=24 * 30)
    relation = await relate(house.database, CLIENT, PUP)
    await owe(house.database, DutyKind.AGREE_PLAN, 1, institution=PUP, hours_ago=24 * 30)
    await told(house, ClientRestricted.example())
    await house.database.pool.execute(
        "UPDATE relations SET closed_at = now() - interval '2 days' WHERE relation_id = $1",
        relation,
    )

    await tidied(house)

    assert len(await owed(house)) == 3


async def test_the_round_goes_through_very_many_and_then_rests(house: House) -> None:
    for _ in range(3):
        await owe(house.database, DutyKind.REVIEW_PLAN, 1, client_id=UUID(int=9), hours_ago=999)
    tidy = TidyDuties(done_on=TODAY)

    async with begin(house.database) as tx:
        assert await tidy(tx) is False

    assert len(await owed(house)) == 3


@pytest.mark.parametrize("kind", DutyKind)
def test_every_kind_of_duty_has_its_words_its_section_and_its_address(kind: DutyKind) -> None:
    sections = [name for name, kinds in SECTIONS.items() if kind in kinds]

    assert len(sections) == 1
    assert {word.strip() for word in WORDS[kind]} == set(WORDS[kind])
    assert address(kind, INTERVIEW).endswith(str(INTERVIEW))


@pytest.mark.parametrize(
    ("due_on", "today", "late"),
    [
        ("2026-03-06", "2026-03-09", 1),
        ("2026-03-06", "2026-03-08", 0),
        ("2026-12-23", "2026-12-28", 1),
        ("2026-03-09", "2026-03-09", 0),
    ],
)
def test_lateness_is_counted_in_working_days(due_on: str, today: str, late: int) -> None:
    assert days_late(date.fromisoformat(due_on), date.fromisoformat(today)) == late
