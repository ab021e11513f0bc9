"""The labour office: registration, the end of it, and by when an individual action plan is due."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contracts.intake.means import LabourEnd, LabourStatus
from services.intake.domain.labour import (
    IpdDue,
    IpdReason,
    LabourFacts,
    Registration,
    ipd_due,
)
from tests.intake.conftest import (
    ADVISER,
    COORDINATOR,
    MANAGER,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import HOUSE, announced

pytestmark = pytest.mark.anyio

FACTS: dict[str, Any] = {
    "education": "technical_secondary",
    "occupations": ["522301"],
    "languages": [{"code": "en", "level": "B1"}],
    "work_history": [
        {"employer": "Zmyślony Sklep", "valid_from": "2015-05-01", "valid_to": "2024-12-31"}
    ],
    "disability": "light",
    "work_limits": "No heavy lifting",
    "benefit_right": {"granted": True, "valid_from": "2026-03-10", "days_used": 12},
}
REGISTERED: dict[str, Any] = {
    "status": "unemployed",
    "registered_on": "2026-03-02",
    "facts": FACTS,
}
END: dict[str, Any] = {"ended_on": "2026-06-30", "reason": "took_job"}
AT = datetime(2026, 3, 2, tzinfo=UTC)
MARCH = date(2026, 3, 2)
OLD, YOUNG = date(1985, 3, 14), date(2000, 3, 14)


def registration(
    on: date, until: date | None = None, status: LabourStatus = LabourStatus.UNEMPLOYED
) -> Registration:
    some = UUID(int=on.toordinal())
    return Registration(some, some, status, on, LabourFacts(), some, AT, ended_on=until)


async def registered(house: House, **changes: Any) -> str:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    body = REGISTERED | changes
    answer = await house.ask(ADVISER, f"{address}/labour-registration", body)
    assert answer.status_code == 201, answer.text
    return address


async def sections(house: House, address: str) -> Any:
    path = f"/internal/clients/{address.rsplit('/', maxsplit=1)[-1]}/card"
    return (await house.client.get(path, headers=HOUSE)).json()["sections"]


async def test_the_office_registers_on_the_same_record(house: House) -> None:
    address = await registered(house)

    [seen] = (await house.see(ADVISER, f"{address}/labour-registrations")).json()["items"]

    assert (seen["status"], seen["registered_on"]) == ("unemployed", "2026-03-02")
    assert (seen["ipd_due_on"], seen["ipd_due_because"]) == ("2026-05-30", "long_registered")
    assert seen["facts"]["benefit_right"]["days_used"] == 12
    assert seen["facts"]["disability"] is None
    last = (await announced(house.database))[-1]
    assert (last["type"], last["status"]) == ("labour.registered.v1", "unemployed")
    assert "Sklep" not in str(last)


async def test_partners_are_told_status_and_days_and_of_health_only_limits(house: House) -> None:
    address = await registered(house)

    card = await sections(house, address)

    office = card["work"]["summary"]["labour_office"]
    assert (office["status"], office["registered_on"]) == ("unemployed", "2026-03-02")
    assert "benefit_right" not in str(card["work"])
    assert "light" not in str(card["work"])
    assert card["health"]["full"]["labour_office"]["disability"] == "light"
    assert card["health"]["summary"] == {"recorded": True, "work_limits": "No heavy lifting"}


async def test_a_social_worker_reads_it_with_health(house: House) -> None:
    address = await registered(house)

    [seen] = (await house.see(SOCIAL_WORKER, f"{address}/labour-registrations")).json()["items"]

    assert seen["facts"]["disability"] == "light"


async def test_nobody_is_registered_twice_on_one_day(house: House) -> None:
    address = await registered(house)

    again = await house.ask(ADVISER, f"{address}/labour-registration", REGISTERED)
    await house.ask(ADVISER, f"{address}/labour-registration/deregister", END)
    same_day = await house.ask(
        ADVISER, f"{address}/labour-registration", REGISTERED | {"registered_on": "2026-06-30"}
    )
    day_after = await house.ask(
        ADVISER, f"{address}/labour-registration", REGISTERED | {"registered_on": "2026-07-01"}
    )

    assert (again.status_code, again.json()["since"]) == (409, "2026-03-02")
    assert (same_day.status_code, same_day.json()["until"]) == (409, "2026-06-30")
    assert day_after.status_code == 201, day_after.text


async def test_of_two_advisers_at_once_one_registers(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    answers = await asyncio.gather(
        *(house.ask(ADVISER, f"{address}/labour-registration", REGISTERED) for _ in range(3))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]


async def test_the_registration_ends_with_a_reason(house: House) -> None:
    address = await registered(house)

    ended = await house.ask(ADVISER, f"{address}/labour-registration/deregister", END)
    again = await house.ask(ADVISER, f"{address}/labour-registration/deregister", END)

    assert (ended.json()["ended_on"], ended.json()["end_reason"]) == ("2026-06-30", "took_job")
    assert ended.json()["ipd_due_on"] is None
    assert (again.status_code, again.json()["type"]) == (409, "/problems/NotAtLabourOffice")
    last = (await announced(house.database))[-1]
    assert (last["type"], last["reason"]) == ("labour.deregistered.v1", "took_job")


@pytest.mark.parametrize(
    ("verb", "body", "refusal"),
    [
        ("deregister", END | {"ended_on": "2026-03-01"}, "BeforeRegistration"),
        ("deregister", END | {"ended_on": "2199-01-01"}, "InTheFuture"),
        ("ipd", {"made_on": "2026-03-01"}, "BeforeRegistration"),
        ("contacts", {"contacted_on": "2026-03-01", "channel": "visit"}, "BeforeRegistration"),
        ("contacts", {"contacted_on": "2199-01-01", "channel": "visit"}, "InTheFuture"),
        ("ipd", {"made_on": "2199-01-01"}, "InTheFuture"),
        ("ipd", {"made_on": "2026-03-09", "ends_on": "2026-03-08"}, "EndsBeforeItBegins"),
    ],
)
async def test_a_day_that_cannot_be_is_refused(
    house: House, verb: str, body: Any, refusal: str
) -> None:
    address = await registered(house)

    answer = await house.ask(ADVISER, f"{address}/labour-registration/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{refusal}")


async def test_with_a_title_that_excludes_one_is_a_job_seeker(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    body = REGISTERED | {"facts": {"excluding_titles": ["farm"]}}

    refused = await house.ask(ADVISER, f"{address}/labour-registration", body)
    taken = await house.ask(
        ADVISER, f"{address}/labour-registration", body | {"status": "job_seeker"}
    )

    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/TitleExcludes")
    assert taken.json()["ipd_due_on"] is None


async def test_a_plan_is_kept_and_the_next_contact_is_due_in_thirty_days(house: House) -> None:
    address = await registered(house)

    made = await house.ask(
        ADVISER,
        f"{address}/labour-registration/ipd",
        {"made_on": "2026-03-09", "goals": "Course, then shop work."},
    )

    assert made.status_code == 201, made.text
    [plan] = made.json()["ipds"]
    assert plan["contact_every_days"] == 30
    assert made.json()["next_contact_due_on"] == "2026-04-08"
    assert made.json()["ipd_due_on"] is None
    office = (await sections(house, address))["work"]["summary"]["labour_office"]
    assert office["ipd_made_on"] == "2026-03-09"
    assert "Course" not in str(await announced(house.database))
    assert (await announced(house.database))[-1]["type"] == "ipd.recorded.v1"


async def test_each_contact_puts_the_next_one_off(house: House) -> None:
    address = await registered(house)
    path = f"{address}/labour-registration"
    before = await house.ask(
        ADVISER, f"{path}/contacts", {"contacted_on": "2026-03-05", "channel": "visit"}
    )
    await house.ask(ADVISER, f"{path}/ipd", {"made_on": "2026-03-09", "ends_on": "2026-05-31"})

    after = await house.ask(
        ADVISER, f"{path}/contacts", {"contacted_on": "2026-04-02", "channel": "phone"}
    )
    last = await house.ask(
        ADVISER, f"{path}/contacts", {"contacted_on": "2026-05-04", "channel": "phone"}
    )

    assert before.json()["next_contact_due_on"] is None
    assert after.json()["next_contact_due_on"] == "2026-05-02"
    assert last.json()["next_contact_due_on"] is None
    assert len(last.json()["contacts"]) == 3
    event = (await announced(house.database))[-1]
    assert (event["type"], event["channel"]) == ("labour.contacted.v1", "phone")


@pytest.mark.parametrize(("caller", "status"), [(SOCIAL_WORKER, 403), (COORDINATOR, 403)])
async def test_only_the_labour_office_registers(house: House, caller: Any, status: int) -> None:
    address = await house.registered(share_with=[WITH_THE_NGO])

    for verb, body in (
        ("", REGISTERED),
        ("/deregister", END),
        ("/ipd", {"made_on": "2026-03-09"}),
    ):
        answer = await house.ask(caller, f"{address}/labour-registration{verb}", body)
        assert answer.status_code == status


async def test_of_a_client_it_does_not_know_the_office_learns_nothing(house: House) -> None:
    address = await house.registered()

    told = await house.see(ADVISER, f"{address}/labour-registrations")
    taken = await house.ask(ADVISER, f"{address}/labour-registration", REGISTERED)

    assert {told.json()["type"], taken.json()["type"]} == {"/problems/ClientNotFound"}


@pytest.mark.parametrize(
    ("caller", "status"), [(COORDINATOR, 403), (STRANGER, 404), (MANAGER, 200)]
)
async def test_who_reads_of_the_office(house: House, caller: Any, status: int) -> None:
    address = await registered(house)

    assert (await house.see(caller, f"{address}/labour-registrations")).status_code == status


def test_for_whoever_has_not_turned_thirty_a_plan_is_due_at_once() -> None:
    assert ipd_due(registration(MARCH), YOUNG, []) == IpdDue(MARCH, IpdReason.YOUNG)
    birthday = date(1996, 3, 2)
    due = ipd_due(registration(MARCH), birthday, [])
    assert due is not None
    assert due.reason is IpdReason.LONG_REGISTERED


def test_days_of_an_earlier_registration_count_within_the_last_half_year() -> None:
    earlier = registration(date(2025, 12, 1), date(2026, 1, 29))

    due = ipd_due(registration(MARCH), OLD, [earlier])

    assert due == IpdDue(MARCH + timedelta(days=29), IpdReason.LONG_REGISTERED)


def test_a_leap_day_child_turns_thirty_on_the_first_of_march() -> None:
    born = date(2000, 2, 29)

    day_before = ipd_due(registration(date(2030, 2, 28)), born, [])
    birthday = ipd_due(registration(date(2030, 3, 1)), born, [])

    assert day_before is not None
    assert day_before.reason is IpdReason.YOUNG
    assert birthday is not None
    assert birthday.reason is IpdReason.LONG_REGISTERED


@pytest.mark.parametrize("status", [LabourStatus.JOB_SEEKER, LabourStatus.INACTIVE])
def test_only_the_unemployed_are_owed_a_plan(status: LabourStatus) -> None:
    assert ipd_due(registration(MARCH, status=status), OLD, []) is None


def test_after_the_end_no_plan_is_due() -> None:
    ended = registration(MARCH)
    ended.end(MARCH + timedelta(days=10), LabourEnd.NO_SHOW, MARCH + timedelta(days=20))

    assert ipd_due(ended, OLD, []) is None


@given(st.lists(st.tuples(st.integers(1, 120), st.integers(0, 90)), max_size=4))
def test_the_plan_is_due_on_the_ninetieth_day_of_half_a_year(
    spells: list[tuple[int, int]],
) -> None:
    """Earlier spells as (days since the next one, days registered), the latest first."""
    earlier, begin = [], MARCH
    for gap, length in spells:
        until = begin - timedelta(days=gap)
        begin = until - timedelta(days=length)
        earlier.append(registration(begin, until))
        begin -= timedelta(days=1)

    due = ipd_due(registration(MARCH), OLD, earlier)

    assert due is not None
    was = {r.registered_on + timedelta(n) for r in earlier if r.ended_on
           for n in range((r.ended_on - r.registered_on).days + 1)}  # fmt: skip

    def counted(day: date) -> int:
        now = {MARCH + timedelta(n) for n in range((day - MARCH).days + 1)}
        return len({d for d in was | now if day - timedelta(days=180) < d <= day})

    assert counted(due.on) >= 90
    assert due.on == MARCH or counted(due.on - timedelta(days=1)) < 90
