"""A joint case meeting is planned, convened, moved, cancelled and opened."""

import asyncio
from datetime import date
from uuid import UUID

import pytest

from kernel.transactions import begin
from services.referrals.domain.meeting_terms import next_day
from services.referrals.use_cases.tidy_duties import TidyDuties
from tests.referrals.advising import at
from tests.referrals.conferring import PARTNERSHIP, Table, days, lay, plan, today
from tests.referrals.conftest import (
    ADVISER,
    COORDINATOR,
    FAR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio


@pytest.fixture
async def table(house: House) -> Table:
    return await lay(house)


async def test_a_member_of_a_partnership_plans_a_meeting_and_chairs_it(table: Table) -> None:
    answer = await table.ask(SOCIAL_WORKER, "/v1/meetings", plan())

    body = answer.json()
    assert answer.status_code == 201
    assert (body["state"], body["planned_on"]) == ("planned", days(0))
    assert body["chair"]["name"] == "MOPR Zabrze (demo)"
    assert {p["institution"]["kind"]: p["role"] for p in body["participants"]} == {
        "OPS": "chair", "PUP": "member", "NGO": "member",
    }  # fmt: skip
    events = await announced(table.database, UUID(body["id"]))
    assert [event["type"] for event in events] == ["meeting.planned.v1"]
    assert events[0]["partnership_id"] == str(PARTNERSHIP)


async def test_who_is_no_member_plans_nothing_there(table: Table) -> None:
    answer = await table.ask(STRANGER, "/v1/meetings", plan())

    assert answer.status_code == 422
    assert answer.json()["type"].endswith("/NotOfThisPartnership")
    assert "meeting.planned.v1" not in {event["type"] for event in await announced(table.database)}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"planned_on": days(-1)}, "MeetingBeforeToday"),
        ({"participants": [{"institution": str(UUID(int=9))}]}, "ParticipantUnknown"),
        ({"participants": [{"institution": str(PARTNERSHIP)}]}, "ParticipantUnknown"),
        ({"starts_at": "25:00"}, "FieldsAtFault"),
    ],
)
async def test_what_is_wrong_with_a_plan_is_told_and_nothing_kept(
    table: Table, change: dict[str, object], problem: str
) -> None:
    answer = await table.ask(SOCIAL_WORKER, "/v1/meetings", plan() | change)

    assert answer.status_code == 422
    assert answer.json()["type"].endswith(f"/{problem}")
    assert await table.database.pool.fetchval("SELECT count(*) FROM meetings") == 0


async def test_planned_twice_with_one_key_it_is_one_meeting(table: Table) -> None:
    first = await table.ask(SOCIAL_WORKER, "/v1/meetings", plan(), idempotency_key="m1")
    again = await table.ask(SOCIAL_WORKER, "/v1/meetings", plan(), idempotency_key="m1")

    assert first.json() == again.json()
    assert await table.database.pool.fetchval("SELECT count(*) FROM meetings") == 1


async def test_until_they_are_invited_the_others_do_not_know_of_it(table: Table) -> None:
    address = await table.planned()

    before = await table.see(ADVISER, address)
    await table.done(SOCIAL_WORKER, f"{address}/invite")

    assert before.status_code == 404
    assert (await table.see(ADVISER, address)).status_code == 200
    assert (await table.see(STRANGER, address)).status_code == 404


async def test_whoever_is_invited_owes_preparing_for_it(table: Table) -> None:
    address = await table.planned()
    chair_alone = await table.duties("prepare_meeting")

    await table.done(SOCIAL_WORKER, f"{address}/invite")

    assert [duty["institution"] for duty in chair_alone] == [OPS]
    owed = await table.duties("prepare_meeting")
    assert {duty["institution"] for duty in owed} == {OPS, PUP, NGO}
    assert {duty["due_on"].isoformat() for duty in owed} == {days(0)}
    assert {duty["client_id"] for duty in owed} == {None}


async def test_a_meeting_that_is_convened_is_joined_by_others(table: Table) -> None:
    address = await table.convened(participants=[{"institution": str(PUP)}])

    body = {"participants": [{"institution": str(NGO), "role": "expert"}]}
    meeting = await table.done(SOCIAL_WORKER, f"{address}/invite", body)
    again = await table.ask(SOCIAL_WORKER, f"{address}/invite", body)

    assert [p["institution"]["id"] for p in meeting["participants"]] == [
        str(OPS),
        str(PUP),
        str(NGO),
    ]
    assert again.status_code == 409
    assert "invite" not in again.json()["allowed"]


async def test_an_institution_answers_and_may_think_better_of_it(table: Table) -> None:
    address = await table.convened()

    await table.done(ADVISER, f"{address}/answer", {"answer": "declined"})
    meeting = await table.done(ADVISER, f"{address}/answer", {"answer": "accepted"})

    mine = next(p for p in meeting["participants"] if p["institution"]["id"] == str(PUP))
    assert (mine["answer"], mine["worker"]) == ("accepted", "pup-worker")
    assert meeting["your_answer"] == "accepted"
    assert meeting["quorum"] == {"met": None, "missing": []}
    told = await announced(table.database, UUID(meeting["id"]))
    assert [e["answer"] for e in told if e["type"] == "invitation.answered.v1"] == [
        "declined", "accepted",
    ]  # fmt: skip


async def test_whoever_says_no_prepares_no_longer_unless_she_chairs_it(table: Table) -> None:
    address = await table.convened()

    for who in (ADVISER, SOCIAL_WORKER):
        await table.done(who, f"{address}/answer", {"answer": "declined"})
    declined = await table.duties("prepare_meeting")
    await table.done(ADVISER, f"{address}/answer", {"answer": "accepted"})

    assert {duty["institution"] for duty in declined} == {OPS, NGO}
    assert {duty["institution"] for duty in await table.duties("prepare_meeting")} == {
        OPS, PUP, NGO,
    }  # fmt: skip


async def test_of_a_meeting_that_nobody_opened_its_chair_alone_is_reminded(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, coming = await table.convened(), await table.convened(planned_on=days(1))
    at(monkeypatch, date.fromisoformat(days(1)))

    async with begin(table.database) as tx:
        await TidyDuties()(tx)

    owed = await table.duties("prepare_meeting")
    whose = {(str(duty["thing_id"]), duty["institution"]) for duty in owed}
    one, two = (path.rsplit("/", 1)[1] for path in (address, coming))
    assert whose == {(one, OPS), (two, OPS), (two, PUP), (two, NGO)}
    await table.done(SOCIAL_WORKER, f"{address}/move", {"planned_on": days(7)})
    assert len(await table.duties("prepare_meeting")) == 6


async def test_only_the_chair_invites_moves_cancels_and_opens(table: Table) -> None:
    address = await table.convened()
    asked = [
        ("invite", {}),
        ("move", {"planned_on": days(7)}),
        ("cancel", {"reason": "other"}),
        ("open", {"present": []}),
        ("agenda", {}),
    ]

    answers = [await table.ask(ADVISER, f"{address}/{verb}", body) for verb, body in asked]

    assert {answer.status_code for answer in answers} == {403}
    assert {answer.json()["type"].split("/")[-1] for answer in answers} == {"NotTheChair"}


async def test_moved_to_another_day_it_keeps_the_old_one_and_asks_everybody_anew(
    table: Table,
) -> None:
    address = await table.convened()
    await table.done(ADVISER, f"{address}/answer", {"answer": "accepted"})

    meeting = await table.done(SOCIAL_WORKER, f"{address}/move", {"planned_on": days(7)})

    assert (meeting["state"], meeting["planned_on"]) == ("planned", days(7))
    assert meeting["former_days"] == [days(0)]
    assert {p["answer"] for p in meeting["participants"]} == {None}
    assert {d["due_on"].isoformat() for d in await table.duties("prepare_meeting")} == {days(7)}
    last = (await announced(table.database, UUID(meeting["id"])))[-1]
    assert (last["type"], last["moved_from"]) == ("meeting.moved.v1", days(0))
    # Who was invited before still sees it, and is told of the new day.
    assert (await table.shown(ADVISER, address))["planned_on"] == days(7)


async def test_it_is_not_moved_into_the_past(table: Table) -> None:
    address = await table.convened()

    answer = await table.ask(SOCIAL_WORKER, f"{address}/move", {"planned_on": days(-1)})

    assert answer.status_code == 422
    assert (await table.shown(SOCIAL_WORKER, address))["former_days"] == []


async def test_cancelled_nobody_prepares_and_nothing_more_is_possible(table: Table) -> None:
    address = await table.convened()

    meeting = await table.done(SOCIAL_WORKER, f"{address}/cancel", {"reason": "no_quorum"})
    again = await table.ask(SOCIAL_WORKER, f"{address}/cancel", {"reason": "no_quorum"})

    assert (meeting["state"], meeting["cancel_reason"]) == ("cancelled", "no_quorum")
    assert await table.duties("prepare_meeting") == []
    assert (again.status_code, again.json()["allowed"]) == (409, [])


async def test_opened_it_says_who_is_there_and_whether_that_is_a_quorum(table: Table) -> None:
    address = await table.convened()

    meeting = await table.open(address, PUP)

    assert meeting["state"] == "held"
    assert meeting["quorum"] == {"met": True, "missing": []}
    there = {p["institution"]["id"]: p["present"] for p in meeting["participants"]}
    assert there == {str(OPS): True, str(PUP): True, str(NGO): False}
    assert await table.duties("prepare_meeting") == []
    last = (await announced(table.database, UUID(meeting["id"])))[-1]
    assert (last["type"], last["quorum"]) == ("meeting.opened.v1", True)


async def test_without_a_labour_office_there_is_no_quorum(table: Table) -> None:
    address = await table.convened()

    meeting = await table.open(address, NGO)

    assert meeting["quorum"] == {"met": False, "missing": ["PUP"]}


async def test_a_meeting_of_a_later_day_is_not_opened_today(table: Table) -> None:
    address = await table.convened(planned_on=days(2))

    answer = await table.ask(SOCIAL_WORKER, f"{address}/open", {"present": []})

    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/MeetingAhead")


async def test_who_does_not_take_part_is_not_present(table: Table) -> None:
    address = await table.convened()

    body = {"present": [{"institution": str(FAR)}]}
    answer = await table.ask(SOCIAL_WORKER, f"{address}/open", body)

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/present/0/institution"


async def test_what_was_decided_on_an_old_version_is_refused(table: Table) -> None:
    address = await table.convened()

    stale = await table.ask(
        SOCIAL_WORKER, f"{address}/cancel", {"reason": "other"}, if_match='"v1"'
    )

    assert (stale.status_code, stale.json()["version"]) == (412, 2)
    assert (await table.shown(SOCIAL_WORKER, address))["state"] == "convened"


async def test_a_role_without_meetings_asks_in_vain(table: Table) -> None:
    clerk = SOCIAL_WORKER.__class__(
        "clerk", "X", OPS, "OPS", SOCIAL_WORKER.kind, frozenset({"ops_benefits_clerk"})
    )

    answer = await table.see(clerk, "/v1/meetings")

    assert answer.status_code == 403


async def test_lists_show_what_is_to_come_soonest_first_page_by_page(table: Table) -> None:
    for day in (9, 3, 6):
        await table.convened(planned_on=days(day))

    first = await table.shown(ADVISER, "/v1/meetings", limit=2)
    second = await table.shown(ADVISER, "/v1/meetings", limit=2, cursor=first["next"])

    seen = [line["planned_on"] for line in first["items"] + second["items"]]
    assert seen == [days(3), days(6), days(9)]
    assert second["next"] is None
    assert (await table.shown(STRANGER, "/v1/meetings"))["items"] == []


async def test_the_past_is_listed_latest_first(table: Table) -> None:
    called_off = await table.convened(planned_on=days(4))
    await table.done(SOCIAL_WORKER, f"{called_off}/cancel", {"reason": "other"})
    await table.convened()

    past = await table.shown(COORDINATOR, "/v1/meetings", when="past")

    assert [line["state"] for line in past["items"]] == ["cancelled"]


async def test_a_torn_cursor_is_told(table: Table) -> None:
    answer = await table.see(ADVISER, "/v1/meetings", cursor="YWJj")

    assert answer.status_code == 400


async def test_the_next_meeting_is_suggested_a_month_after_the_last(table: Table) -> None:
    address = await table.convened()
    number = address.rsplit("/", 1)[1]
    await table.database.pool.execute(
        "UPDATE meetings SET planned_on = '2099-01-30' WHERE id = $1::uuid", number
    )

    answer = await table.shown(ADVISER, "/v1/meetings/next", partnership=str(PARTNERSHIP))

    (said,) = answer["items"]
    # The month ends on Saturday the 28th: the next working day is Monday.
    assert (said["last_on"], said["suggested_on"]) == ("2099-01-30", "2099-03-02")


async def test_who_is_no_member_is_told_no_day(table: Table) -> None:
    answer = await table.see(STRANGER, "/v1/meetings/next", partnership=str(PARTNERSHIP))

    assert answer.status_code == 422
    assert (await table.shown(STRANGER, "/v1/meetings/next"))["items"] == []


async def test_asked_for_none_it_suggests_a_day_for_each_of_ones_partnerships(
    table: Table,
) -> None:
    (said,) = (await table.shown(ADVISER, "/v1/meetings/next"))["items"]

    assert (said["partnership_id"], said["last_on"]) == (str(PARTNERSHIP), None)
    assert said["suggested_on"] == next_day(today()).isoformat()


async def test_of_two_who_open_it_at_once_one_is_refused(table: Table) -> None:
    address = await table.convened()
    ask = [table.ask(SOCIAL_WORKER, f"{address}/open", {"present": []}) for _ in range(2)]

    answers = await asyncio.gather(*ask)

    assert sorted(answer.status_code for answer in answers) == [200, 409]
