"""The minutes of a case meeting: drafted, approved by each, final, corrected by an annex."""

import asyncio
from datetime import date
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from contracts.working_days import after
from kernel.transactions import begin
from services.referrals.domain.meeting_terms import missing_for_quorum, next_day
from services.referrals.use_cases.close_silent_minutes import close_silent_minutes
from tests.referrals.conferring import PURPOSE, SETTLED, Table, decision, lay, only, today
from tests.referrals.conftest import (
    ADVISER,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio
NOTE = "Wiesława woli kurs popołudniami"


@pytest.fixture
async def table(house: House) -> Table:
    return await lay(house)


async def close(table: Table) -> bool:
    """One round of the clock."""
    async with begin(table.database) as tx:
        return await close_silent_minutes(tx)


async def overdue(table: Table) -> None:
    """Let the term for approving pass."""
    await table.database.pool.execute("UPDATE meetings SET approve_by = current_date - 2")


async def test_the_minutes_are_made_of_attendance_items_and_decisions(table: Table) -> None:
    address, about = await table.held(PUP)
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())
    notes = [{"item_id": about.rsplit("/", 1)[1], "note": NOTE}]

    minutes = await table.done(SOCIAL_WORKER, f"{address}/minutes", {"notes": notes})

    assert minutes["state"] == "minutes_drafted"
    there = {p["institution"]["id"]: p["present"] for p in minutes["attendance"]}
    assert there == {str(OPS): True, str(PUP): True, str(NGO): False}
    item = minutes["items"][0]
    assert (item["purpose"], item["note"]) == (PURPOSE, NOTE)
    assert [d["text"] for d in item["decisions"]] == [SETTLED]
    assert minutes["approve_by"] == after(today(), 5).isoformat()


async def test_everybody_who_was_there_owes_an_approval(table: Table) -> None:
    await table.minuted(PUP)

    owed = await table.duties("approve_minutes")

    assert {duty["institution"] for duty in owed} == {OPS, PUP}
    assert {duty["due_on"] for duty in owed} == {after(today(), 5)}


async def test_with_the_last_approval_they_are_final(table: Table) -> None:
    address, _ = await table.minuted(PUP)

    first = await table.done(ADVISER, f"{address}/minutes/approve")
    owed = await table.duties("approve_minutes")
    last = await table.done(SOCIAL_WORKER, f"{address}/minutes/approve")

    assert first["state"] == "minutes_drafted"
    assert [duty["institution"] for duty in owed] == [OPS]
    assert last["state"] == "approved"
    assert await table.duties("approve_minutes") == []
    told = await announced(table.database, UUID(address.rsplit("/", 1)[1]))
    assert [event["type"] for event in told][-4:] == [
        "minutes.drafted.v1", "minutes.accepted.v1", "minutes.accepted.v1", "minutes.approved.v1",
    ]  # fmt: skip


async def test_who_was_not_there_approves_nothing(table: Table) -> None:
    address, _ = await table.minuted(PUP)

    answer = await table.ask(COORDINATOR, f"{address}/minutes/approve")

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (403, "NotPresent")


async def test_an_institution_approves_once(table: Table) -> None:
    address, _ = await table.minuted()

    answers = await asyncio.gather(
        *(table.ask(ADVISER, f"{address}/minutes/approve") for _ in range(3))
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409]
    told = await announced(table.database, UUID(address.rsplit("/", 1)[1]))
    assert [e["type"] for e in told].count("minutes.accepted.v1") == 1


async def test_the_last_two_approve_at_once_and_they_are_final_once(table: Table) -> None:
    address, _ = await table.minuted(PUP)

    await asyncio.gather(
        *(table.ask(who, f"{address}/minutes/approve") for who in (ADVISER, SOCIAL_WORKER))
    )

    told = await announced(table.database, UUID(address.rsplit("/", 1)[1]))
    assert [e["type"] for e in told].count("minutes.approved.v1") == 1


async def test_drafted_anew_everybody_approves_anew(table: Table) -> None:
    address, _ = await table.minuted(PUP)
    await table.done(ADVISER, f"{address}/minutes/approve")

    minutes = await table.done(SOCIAL_WORKER, f"{address}/minutes")

    assert {p["approved_at"] for p in minutes["attendance"]} == {None}
    assert len(await table.duties("approve_minutes")) == 2


async def test_everybody_sees_of_the_minutes_what_he_may_know(table: Table) -> None:
    address = await table.convened()
    await table.item(address, need_to_know=only(PUP), purpose="Sprawa poufna")
    await table.item(address)
    await table.open(address, PUP, NGO)
    await table.done(SOCIAL_WORKER, f"{address}/minutes")

    seen = {
        who.kind.value: await table.shown(who, f"{address}/minutes")
        for who in (SOCIAL_WORKER, ADVISER, COORDINATOR)
    }

    assert {kind: len(minutes["items"]) for kind, minutes in seen.items()} == {
        "OPS": 2, "PUP": 2, "NGO": 1,
    }  # fmt: skip
    assert [(i["number"], i["purpose"]) for i in seen["NGO"]["items"]] == [(1, PURPOSE)]


async def test_there_are_no_minutes_of_a_meeting_that_was_not_held(table: Table) -> None:
    address = await table.convened()

    answer = await table.see(SOCIAL_WORKER, f"{address}/minutes")

    assert answer.status_code == 409


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/minutes", {"notes": []}),
        ("/minutes/approve", None),
        ("{item}/decisions", decision()),
        ("{item}/change", {"purpose": "X"}),
        ("{item}/withdraw", {"reason": "settled"}),
        ("/items", {"client_id": "0197a000-0000-7000-8000-00000000c001", "purpose": "X"}),
        ("/open", {"present": []}),
        ("/cancel", {"reason": "other"}),
    ],
)
async def test_approved_nothing_in_them_changes_any_more(
    table: Table, path: str, body: object
) -> None:
    address, about = await table.minuted(PUP)
    for who in (ADVISER, SOCIAL_WORKER):
        await table.done(who, f"{address}/minutes/approve")
    before = await table.shown(SOCIAL_WORKER, f"{address}/minutes")

    where = path.format(item=about) if "{item}" in path else f"{address}{path}"
    answer = await table.ask(SOCIAL_WORKER, where, body)

    assert (answer.status_code, answer.json()["allowed"]) == (409, ["annex"])
    assert await table.shown(SOCIAL_WORKER, f"{address}/minutes") == before


async def test_they_do_not_change_when_the_action_is_done(table: Table) -> None:
    address, about = await table.minuted(PUP)
    before = await table.shown(SOCIAL_WORKER, f"{address}/minutes")
    action = (await table.shown(ADVISER, about))["decisions"][0]["action_id"]

    await table.done(ADVISER, f"/v1/plans/{table.house.plan_id}/actions/{action}/finish")

    assert await table.shown(SOCIAL_WORKER, f"{address}/minutes") == before


async def test_an_annex_corrects_what_is_final_and_leaves_it_as_it_was(table: Table) -> None:
    address, about = await table.minuted(PUP)
    for who in (ADVISER, SOCIAL_WORKER):
        await table.done(who, f"{address}/minutes/approve")

    item = await table.done(SOCIAL_WORKER, f"{about}/annexes", {"text": "Kurs od kwietnia."})

    assert [annex["text"] for annex in item["annexes"]] == ["Kurs od kwietnia."]
    minuted = (await table.shown(ADVISER, f"{address}/minutes"))["items"][0]
    assert [d["text"] for d in minuted["decisions"]] == [SETTLED]
    assert minuted["annexes"][0]["added_by"]["id"] == str(OPS)
    told = await announced(table.database, UUID(about.rsplit("/", 1)[1]))
    assert told[-1]["type"] == "minutes.corrected.v1"


async def test_before_that_there_is_nothing_to_correct(table: Table) -> None:
    _, about = await table.minuted(PUP)

    answer = await table.ask(SOCIAL_WORKER, f"{about}/annexes", {"text": "Kurs od kwietnia."})

    assert answer.status_code == 409


async def test_silence_is_consent_once_the_term_is_over(table: Table) -> None:
    address, _ = await table.minuted(PUP, NGO)
    for who in (ADVISER, SOCIAL_WORKER):
        await table.done(who, f"{address}/minutes/approve")

    await close(table)
    in_time = await table.shown(SOCIAL_WORKER, address)
    await overdue(table)
    await close(table)

    assert in_time["state"] == "minutes_drafted"
    assert (await table.shown(COORDINATOR, address))["state"] == "approved"
    assert await table.duties("approve_minutes") == []


async def test_without_chair_and_quorum_the_term_begins_anew(table: Table) -> None:
    address, _ = await table.minuted(PUP, NGO)
    await table.done(COORDINATOR, f"{address}/minutes/approve")
    await overdue(table)

    await close(table)

    meeting = await table.shown(SOCIAL_WORKER, address)
    assert (meeting["state"], meeting["approve_by"]) == (
        "minutes_drafted", after(today(), 5).isoformat(),
    )  # fmt: skip
    assert {d["institution"] for d in await table.duties("approve_minutes")} == {OPS, PUP}


async def test_minutes_of_a_meeting_without_a_quorum_do_not_wait_for_one(table: Table) -> None:
    address, _ = await table.held(NGO)
    await table.done(SOCIAL_WORKER, f"{address}/minutes")
    await table.done(SOCIAL_WORKER, f"{address}/minutes/approve")
    await overdue(table)

    await close(table)

    assert (await table.shown(SOCIAL_WORKER, address))["state"] == "approved"


def test_an_ops_and_a_pup_make_a_quorum_and_a_cus_stands_for_an_ops() -> None:
    kinds, day = InstitutionKind, date(2026, 3, 2)

    assert missing_for_quorum([kinds.OPS, kinds.PUP], day) == []
    assert missing_for_quorum([kinds.CUS, kinds.PUP, kinds.NGO], day) == []
    assert missing_for_quorum([kinds.OPS, kinds.NGO], day) == ["PUP"]
    assert missing_for_quorum([], day) == ["CUS/OPS", "PUP"]


@pytest.mark.parametrize(
    ("last", "suggested"),
    [
        (date(2026, 1, 31), date(2026, 3, 2)),  # 28 February is a Saturday
        (date(2026, 4, 1), date(2026, 5, 4)),  # 1 May, then a weekend with 3 May
        (date(2026, 12, 2), date(2027, 1, 4)),  # a Saturday
    ],
)
def test_one_meets_again_on_a_working_day_a_month_later(last: date, suggested: date) -> None:
    assert next_day(last) == suggested
