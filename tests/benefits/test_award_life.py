"""An award over time: it begins, pauses, goes on with its next step, is corrected, and ends."""

import asyncio
from datetime import date
from typing import Any

import pytest

from contracts.benefits import AwardEnd
from contracts.event import Event
from contracts.intake import EmploymentStarted
from contracts.intake.means import EmploymentEnd, EmploymentEnded
from contracts.intake.person import ClientMoved
from contracts.intake.rights import ClientClosed, ClientErased, ClosingReason
from kernel import clock, ids
from kernel.transactions import begin
from services.benefits.domain.months import shifted
from services.benefits.store.award_months import due_months
from services.benefits.use_cases.keep_award_clocks import keep_award_clocks
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
from tests.benefits.living import JOB, active, amounts, later, outcome, shown, step, told
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio


async def round_made(office: Office) -> None:
    async with begin(office.database) as tx:
        await keep_award_clocks(tx)


async def starting_next_month(office: Office) -> str:
    first = later(1)
    office.gateway.means = T01 | {
        "incomes": {later(0): [], first: [{"kind": "employment", "monthly": "3355.85"}]},
        "employments": [{"id": str(JOB), "started_on": f"{first}-01"}],
    }
    return await active(
        office, employment_started_on=f"{first}-01", received_on=clock.today().isoformat()
    )


async def test_an_award_waits_for_its_first_month_and_then_begins_by_itself(
    office: Office,
) -> None:
    address = await starting_next_month(office)
    assert (await shown(office, address))["status"] == "approved"
    await round_made(office)
    assert (await shown(office, address))["status"] == "approved"

    await office.database.pool.execute("UPDATE awards SET first_month = $1", later(0))
    await office.database.pool.execute(
        "UPDATE award_months SET month = $1 WHERE month = $2", later(0), later(1)
    )
    await round_made(office)

    award = await shown(office, address)
    assert award["status"] == "active"
    assert [e["type"] for e in await announced(office.database, CLIENT)][
        -1
    ] == "award.activated.v1"


async def test_months_fall_due_as_they_come_and_can_be_fetched_to_be_paid(office: Office) -> None:
    award = await shown(office, await active(office))

    now = later(0)
    states = {month["month"]: month["state"] for month in award["months"]}
    assert states == {month: "due" if month <= now else "planned" for month in sorted(states)}
    async with begin(office.database) as tx:
        ((award_id, client_id, line),) = await due_months(tx, "2026-05", OPS)
        assert await due_months(tx, "2026-05", FAR) == []
    assert (str(award_id), client_id, str(line.amount)) == (award["id"], CLIENT, "505.00")


async def test_of_an_award_that_was_not_granted_no_month_is_due(office: Office) -> None:
    address = await office.applied()
    await round_made(office)
    assert {month["state"] for month in (await shown(office, address))["months"]} == {"planned"}

    await office.decide(MANAGER, f"{address}/reject", {"reason": "no_funds"})

    assert {m["state"] for m in (await shown(office, address))["months"]} == {"cancelled"}


async def test_who_loses_the_job_is_paid_for_the_days_of_work(office: Office) -> None:
    address = await active(office)

    ended = EmploymentEnded(
        client_id=CLIENT, employment_id=JOB, ended_on=date(2026, 5, 15),
        reason=EmploymentEnd.CONTRACT_EXPIRED,
    )  # fmt: skip
    await told(office, ended)

    award = await shown(office, address)
    assert (award["status"], award["suspended_from"]) == ("suspended", "2026-05-16")
    # 505.00 × 15 ÷ 31 = 244.35
    assert amounts(award) == [
        ("2026-03", 1, "505.00"), ("2026-04", 2, "505.00"), ("2026-05", 3, "244.35"),
    ]  # fmt: skip
    assert (award["steps_left"], award["months"][-1]["spans"]) == (9, [[1, 15]])
    assert (await announced(office.database, CLIENT))[-1] == {
        "type": "award.suspended.v1",
        "actor": "ops-worker",
        "client_id": str(CLIENT),
        "award_id": award["id"],
        "suspended_from": "2026-05-16",
    }


async def test_another_job_that_ends_changes_nothing(office: Office) -> None:
    address = await active(office)

    await told(
        office,
        EmploymentEnded(
            client_id=CLIENT, employment_id=ids.new(), ended_on=date(2026, 5, 15),
            reason=EmploymentEnd.DISMISSED,
        ),
    )  # fmt: skip

    assert (await shown(office, address))["status"] == "active"


async def test_work_that_begins_again_is_noted_and_a_worker_resumes_with_the_next_step(
    office: Office,
) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    await told(
        office,
        EmploymentStarted(client_id=CLIENT, employment_id=ids.new(), started_on=date(2026, 7, 10)),
    )
    waiting = await shown(office, address)
    listed = (await office.see(MANAGER, "/v1/awards?to_do=true")).json()["items"]
    resumed = await step(office, address, "resume", {"from_day": "2026-07-10"})

    assert (waiting["status"], waiting["resumable_from"]) == ("suspended", "2026-07-10")
    assert [one["id"] for one in listed] == [waiting["id"]]
    assert (resumed["status"], resumed["resumable_from"]) == ("active", None)
    # Step 4 from 10 July: 378.75 × 22 ÷ 31 = 268.79; no step is paid twice, none is lost.
    assert amounts(resumed)[2:5] == [
        ("2026-05", 3, "244.35"), ("2026-07", 4, "268.79"), ("2026-08", 5, "378.75"),
    ]  # fmt: skip
    assert [month["step"] for month in resumed["months"]] == list(range(1, 13))
    assert resumed["to"] == "2027-03"


async def test_in_the_month_in_which_work_ended_the_same_step_goes_on(office: Office) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    resumed = await step(office, address, "resume", {"from_day": "2026-05-20"})

    # 15 days and 12 days: 505.00 × 27 ÷ 31 = 439.84
    assert amounts(resumed)[2:4] == [("2026-05", 3, "439.84"), ("2026-06", 4, "378.75")]
    assert resumed["months"][2]["spans"] == [[1, 15], [20, 31]]


async def test_resumed_on_the_next_day_it_is_as_if_nothing_had_been(office: Office) -> None:
    address = await active(office)
    before = amounts(await shown(office, address))
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    resumed = await step(office, address, "resume", {"from_day": "2026-05-16"})

    assert amounts(resumed) == before


async def test_it_is_not_resumed_before_it_was_suspended(office: Office) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    answer = await office.decide(SOCIAL_WORKER, f"{address}/resume", {"from_day": "2026-05-15"})

    assert outcome(answer) == (422, "/problems/ResumedTooEarly")
    assert answer.json()["suspended_from"] == "2026-05-16"


async def test_beyond_the_window_nothing_is_laid(office: Office) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    # 36 months from March 2026 end with February 2029.
    resumed = await step(office, address, "resume", {"from_day": "2029-01-01"})
    too_late = await active_again_too_late(office, address)

    assert resumed["to"] == "2029-02"
    assert outcome(too_late) == (409, "/problems/NothingToResume")


async def active_again_too_late(office: Office, address: str) -> Any:
    await step(office, address, "suspend", {"last_day": "2029-01-31"})
    return await office.decide(SOCIAL_WORKER, f"{address}/resume", {"from_day": "2029-03-01"})


async def test_a_second_click_suspends_once(office: Office) -> None:
    address = await active(office)
    body = {"last_day": "2026-05-15"}

    answers = await asyncio.gather(
        *(office.decide(SOCIAL_WORKER, f"{address}/suspend", body) for _ in range(2))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


async def test_who_decided_on_an_older_version_is_told_so(office: Office) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})

    late = await office.decide(
        SOCIAL_WORKER, f"{address}/resume", {"from_day": "2026-06-01"}, if_match='"v3"'
    )

    assert outcome(late) == (412, "/problems/VersionIsOld")


@pytest.mark.parametrize(
    ("event", "reason", "last_day"),
    [
        (
            ClientMoved(client_id=CLIENT, moved_on=date(2026, 6, 11), municipality="1261011"),
            AwardEnd.MOVED_OUT,
            "2026-06-10",
        ),
        (
            ClientClosed(client_id=CLIENT, closed_on=date(2026, 6, 10), reason=ClosingReason.DIED),
            AwardEnd.DEATH,
            "2026-06-10",
        ),
    ],
)
async def test_it_ends_when_she_moves_away_or_dies(
    office: Office, event: Event, reason: AwardEnd, last_day: str
) -> None:
    address = await active(office)

    await told(office, event)

    award = await shown(office, address)
    assert (award["status"], award["end_reason"], award["ended_on"]) == (
        "ended", reason.value, last_day,
    )  # fmt: skip
    # Step 4 for ten days: 378.75 × 10 ÷ 30
    assert amounts(award)[-1] == ("2026-06", 4, "126.25")


@pytest.mark.parametrize(
    "event",
    [
        ClientMoved(client_id=CLIENT, moved_on=date(2026, 6, 11), municipality="2478011"),
        ClientMoved(client_id=CLIENT, moved_on=date(2026, 6, 11), municipality=None),
        ClientClosed(
            client_id=CLIENT, closed_on=date(2026, 6, 10), reason=ClosingReason.NO_CONTACT
        ),
    ],
)
async def test_it_goes_on_where_nothing_of_the_kind_happened(office: Office, event: Event) -> None:
    address = await active(office)

    await told(office, event)

    assert (await shown(office, address))["status"] == "active"


async def test_of_the_erased_nothing_falls_due_and_nothing_is_said(office: Office) -> None:
    await active(office)
    said = len(await announced(office.database, CLIENT))

    await told(office, ClientErased(client_id=CLIENT))
    await round_made(office)

    rows = await office.database.pool.fetch("SELECT state, end_reason FROM awards")
    assert [tuple(row) for row in rows] == [("ended", "client_erased")]
    months = await office.database.pool.fetch("SELECT DISTINCT state FROM award_months")
    assert [row["state"] for row in months] == ["cancelled"]
    assert len(await announced(office.database, CLIENT)) == said


async def test_she_may_waive_it_and_a_manager_may_end_it(office: Office) -> None:
    address = await active(office)
    refused = await office.decide(
        SOCIAL_WORKER, f"{address}/end", {"last_day": "2026-06-30", "reason": "fraud"}
    )

    waived = await step(office, address, "waive", {"last_day": "2026-06-30"})

    assert outcome(refused) == (403, "/problems/RoleMayNot")
    assert (waived["end_reason"], waived["ended_by"]) == ("waived", SOCIAL_WORKER.worker)
    assert amounts(waived)[-1] == ("2026-06", 4, "378.75")
    again = await office.decide(
        MANAGER, f"{address}/end", {"last_day": "2026-06-30", "reason": "fraud"}
    )
    assert outcome(again) == (409, "/problems/IllegalMove")
    assert again.json()["allowed"] == []


async def test_a_dismissal_takes_support_away_only_where_the_programme_says_so(
    office: Office,
) -> None:
    address = await active(office)

    answer = await office.decide(
        MANAGER, f"{address}/end", {"last_day": "2026-06-30", "reason": "disqualified"}
    )

    assert outcome(answer) == (409, "/problems/DismissalNoGround")


async def test_what_is_over_ends_by_itself(office: Office) -> None:
    first = "2025-02"
    office.gateway.means = T01 | {
        "incomes": {"2025-01": [], first: [{"kind": "employment", "monthly": "3355.85"}]},
        "employments": [{"id": str(JOB), "started_on": f"{first}-01"}],
    }
    over = await active(office, employment_started_on=f"{first}-01", received_on=f"{first}-01")

    await round_made(office)

    award = await shown(office, over)
    assert (award["status"], award["end_reason"]) == ("ended", "exhausted")
    assert (award["ended_on"], award["ended_by"], len(award["months"])) == ("2026-01-31", None, 12)
    assert {month["state"] for month in award["months"]} == {"due"}


async def test_what_waits_for_work_too_long_ends_by_itself(office: Office) -> None:
    address = await active(office)
    await step(office, address, "suspend", {"last_day": "2026-05-15"})
    await round_made(office)
    assert (await shown(office, address))["status"] == "suspended"

    await office.database.pool.execute("UPDATE awards SET suspended_from = $1", date(2025, 1, 1))
    await round_made(office)

    award = await shown(office, address)
    assert (award["status"], award["end_reason"]) == ("ended", "not_resumed")


async def test_for_a_stranger_no_award_can_be_suspended_or_listed(office: Office) -> None:
    address = await active(office)
    body = {"last_day": "2026-05-15"}

    hidden = await office.decide(STRANGER, f"{address}/suspend", body)
    await relate(office.database, CLIENT, FAR)
    of_another = await office.decide(STRANGER, f"{address}/suspend", body)

    assert outcome(hidden) == (404, "/problems/AwardNotFound")
    assert outcome(of_another) == (403, "/problems/NotTheAwarder")
    assert (await office.see(STRANGER, "/v1/awards")).json()["items"] == []
    of_client = (await office.see(STRANGER, f"/v1/awards?client_id={CLIENT}")).json()
    assert len(of_client["items"]) == 1


async def test_awards_are_listed_by_state_page_by_page_and_without_amounts(
    office: Office,
) -> None:
    made = []
    for year in (2016, 2020, 2024):
        first = f"{year}-03"
        office.gateway.means = T01 | {
            "incomes": {
                shifted(first, -1): [],
                first: [{"kind": "employment", "monthly": "3355.85"}],
            },
            "employments": [{"id": str(ids.new()), "started_on": f"{first}-01"}],
        }
        day = f"{first}-01"
        made.append(await office.applied(employment_started_on=day, received_on=day))

    page = (await office.see(MANAGER, "/v1/awards?limit=2&state=applied")).json()
    rest = (await office.see(MANAGER, f"/v1/awards?limit=2&cursor={page['next']}")).json()

    seen = [f"/v1/awards/{one['id']}" for one in page["items"] + rest["items"]]
    assert seen == made[::-1]
    assert rest["next"] is None
    assert (await office.see(MANAGER, "/v1/awards?state=active")).json()["items"] == []
    assert {"lost_benefit", "total", "months"}.isdisjoint(page["items"][0])
