"""The agenda is built from what is overdue, silent, due or urgent, and what was not done rolls over."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.intake.rights import ClientErased
from kernel import clock, ids
from services.referrals.reactions import reactions
from tests.referrals.conferring import OTHER, Table, days, decision, lay, only
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    OPS,
    PUP,
    SOCIAL_WORKER,
    House,
)
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio


@pytest.fixture
async def table(house: House) -> Table:
    return await lay(house)


async def built(table: Table, address: str) -> list[Any]:
    """The agenda the house proposes."""
    return list((await table.done(SOCIAL_WORKER, f"{address}/agenda"))["agenda"])


async def late(table: Table, about: str, **changes: Any) -> Any:
    """Decide something, and let its day pass."""
    item = await table.done(SOCIAL_WORKER, f"{about}/decisions", decision(**changes))
    await table.database.pool.execute(
        "UPDATE meeting_decisions SET due_on = current_date - 5 WHERE id = $1::uuid",
        item["decisions"][-1]["id"],
    )
    return item["decisions"][-1]


async def test_an_overdue_action_brings_its_client_onto_the_agenda(table: Table) -> None:
    action = await table.overdue()
    address = await table.convened()

    agenda = await built(table, address)

    assert [(i["client_id"], i["state"], i["purpose"]) for i in agenda] == [
        (str(CLIENT), "proposed", None)
    ]
    assert agenda[0]["reasons"] == [
        {"reason": "overdue_action", "thing_id": action, "due_on": days(-3), "times": 0}
    ]


async def test_what_is_not_due_by_the_day_of_the_meeting_does_not(table: Table) -> None:
    await table.overdue(since=-3)

    soon, later = await table.convened(), await table.convened(planned_on=days(10))

    assert await built(table, soon) == []
    assert len(await built(table, later)) == 1


async def test_what_is_proposed_is_the_chairs_until_it_is_confirmed(table: Table) -> None:
    await table.overdue()
    address = await table.convened()
    proposed = (await built(table, address))[0]
    about = f"{address}/items/{proposed['id']}"

    before = await table.shown(ADVISER, address)
    confirmed = await table.done(SOCIAL_WORKER, f"{about}/confirm")

    assert before["agenda"] == []
    assert (confirmed["state"], confirmed["version"]) == ("confirmed", 2)
    assert len((await table.shown(ADVISER, address))["agenda"]) == 1
    again = await table.ask(SOCIAL_WORKER, f"{about}/confirm")
    assert (again.status_code, again.json()["allowed"]) == (409, ["withdraw"])


async def test_only_the_chair_confirms(table: Table) -> None:
    address = await table.convened()
    about = await table.item(address, ADVISER)

    answer = await table.ask(ADVISER, f"{about}/confirm")

    assert (answer.status_code, answer.json()["type"].split("/")[-1]) == (403, "NotTheChair")


async def test_built_again_it_is_the_same(table: Table) -> None:
    await table.overdue()
    address = await table.convened()

    first, again = await built(table, address), await built(table, address)

    assert first == again
    told = await announced(table.database, UUID(first[0]["id"]))
    assert [event["type"] for event in told] == ["item.added.v1"]


async def test_built_by_two_at_once_no_client_stands_there_twice(table: Table) -> None:
    await table.overdue()
    address = await table.convened()

    asked = [table.ask(SOCIAL_WORKER, f"{address}/agenda") for _ in range(4)]
    answers = await asyncio.gather(*asked)

    assert {answer.status_code for answer in answers} == {200}
    assert len((await table.shown(SOCIAL_WORKER, address))["agenda"]) == 1


async def test_what_was_dropped_comes_back_only_for_a_new_reason(table: Table) -> None:
    await table.overdue()
    address = await table.convened()
    proposed = (await built(table, address))[0]
    path = f"{address}/items/{proposed['id']}/withdraw"
    await table.done(SOCIAL_WORKER, path, {"reason": "not_now"})

    same = await built(table, address)
    await table.overdue("Zapisać się na kurs")
    more = await built(table, address)

    assert same == []
    assert [len(item["reasons"]) for item in more] == [2]


async def test_a_client_whom_one_institution_alone_sees_needs_no_meeting(table: Table) -> None:
    await table.overdue()
    for party in (PUP, NGO):
        await table.end_relation(CLIENT, party)

    assert await built(table, await table.convened()) == []


async def test_a_client_whom_the_chair_does_not_see_stays_unknown_to_it(table: Table) -> None:
    await table.overdue()
    address = await table.convened()
    await table.end_relation(CLIENT, OPS)
    await table.done(ADVISER, f"{address}/answer", {"answer": "accepted"})

    assert await built(table, address) == []


async def test_the_worst_comes_first(table: Table) -> None:
    await table.another_client(OTHER, PUP)
    await table.overdue()
    await table.house.sent(client_id=str(OTHER), urgency="urgent")

    agenda = await built(table, await table.convened())

    assert [item["number"] for item in agenda] == [1, 2]
    assert [item["client_id"] for item in agenda] == [str(OTHER), str(CLIENT)]
    assert [item["reasons"][0]["reason"] for item in agenda] == ["crisis", "overdue_action"]


async def test_a_silent_referral_and_an_escalated_one_are_told_apart(table: Table) -> None:
    address = await table.house.sent()
    number = address.rsplit("/", 1)[1]
    pool = table.database.pool
    await pool.execute(
        "UPDATE referrals SET answer_due_on = current_date - 3 WHERE id = $1::uuid", number
    )
    silent = await built(table, await table.convened())

    await pool.execute(
        "UPDATE referrals SET escalated_on = current_date WHERE id = $1::uuid", number
    )
    escalated = await built(table, await table.convened())

    assert [r["reason"] for r in silent[0]["reasons"]] == ["silent_referral"]
    assert [r["reason"] for r in escalated[0]["reasons"]] == ["escalated_referral"]


async def test_who_may_not_see_referrals_is_not_told_of_one(table: Table) -> None:
    await table.end_relation(CLIENT, NGO)
    await relate(table.database, CLIENT, NGO, scope=["plan", "meetings"])
    await table.house.sent(urgency="urgent")
    address = await table.convened()
    item = (await built(table, address))[0]
    await table.done(SOCIAL_WORKER, f"{address}/items/{item['id']}/confirm")

    mine = (await table.shown(ADVISER, address))["agenda"][0]
    hers = (await table.shown(COORDINATOR, address))["agenda"][0]

    assert [r["reason"] for r in mine["reasons"]] == ["crisis"]
    assert hers["reasons"] == []


async def test_a_review_that_is_due_is_on_the_agenda(table: Table) -> None:
    plan_id = UUID(table.house.plan_id)
    await table.database.pool.execute(
        "INSERT INTO duties (thing_id, kind, institution, client_id, audience, since, due_on)"
        " VALUES ($1, 'review_plan', $2, $3, 'worker', $4, current_date)",
        plan_id, OPS, CLIENT, clock.now(),
    )  # fmt: skip

    agenda = await built(table, await table.convened())

    assert [r["reason"] for r in agenda[0]["reasons"]] == ["review_due"]
    assert agenda[0]["reasons"][0]["thing_id"] == str(plan_id)


async def test_a_decision_that_was_not_done_rolls_over_and_counts_how_often(table: Table) -> None:
    _, about = await table.held()
    decided = await late(table, about)

    times = []
    for _ in range(3):
        address = await table.convened()
        item = (await built(table, address))[0]
        times += [(r["reason"], r["thing_id"], r["times"]) for r in item["reasons"]]
        await table.done(SOCIAL_WORKER, f"{address}/items/{item['id']}/confirm")
        await table.open(address, PUP)

    assert times == [("decision_not_done", decided["id"], number) for number in range(3)]


async def test_a_decision_that_is_done_does_not(table: Table) -> None:
    _, about = await table.held()
    decided = await late(table, about)
    action = decided["action_id"]
    await table.done(ADVISER, f"/v1/plans/{table.house.plan_id}/actions/{action}/finish")

    assert await built(table, await table.convened()) == []


async def test_a_delicate_decision_rolls_over_within_its_own_list(table: Table) -> None:
    _, about = await table.held(PUP, NGO, need_to_know=only(PUP), delicate=True)
    await late(table, about)
    address = await table.convened()
    item = (await built(table, address))[0]
    await table.done(SOCIAL_WORKER, f"{address}/items/{item['id']}/confirm")

    assert (item["delicate"], item["restricted"]) == (True, True)
    assert [r["institution"]["id"] for r in item["may_know"]] == [str(OPS), str(PUP)]
    assert (await table.shown(COORDINATOR, address))["agenda"] == []
    assert len((await table.shown(ADVISER, address))["agenda"]) == 1


@pytest.mark.parametrize("said", [{}, {"need_to_know": only(PUP)}], ids=["nobody", "by name"])
async def test_what_rolls_over_keeps_its_circle_though_it_is_worded_anew(
    table: Table, said: dict[str, Any]
) -> None:
    _, about = await table.held(PUP, NGO, need_to_know=only(PUP))
    await late(table, about)
    address = await table.convened()
    item = (await built(table, address))[0]

    changed = await table.done(
        SOCIAL_WORKER, f"{address}/items/{item['id']}/change", {"purpose": "Anew"} | said
    )

    assert changed["restricted"] is True
    assert [r["institution"]["id"] for r in changed["may_know"]] == [str(OPS), str(PUP)]
    assert (await table.shown(COORDINATOR, address))["agenda"] == []


async def test_what_was_for_some_stays_so_where_they_are_alone_at_the_table(table: Table) -> None:
    _, about = await table.held(PUP, NGO, need_to_know=only(PUP))
    await late(table, about)
    alone = {"participants": [{"institution": str(PUP)}]}
    address = await table.convened(**alone)
    item = (await built(table, address))[0]

    changed = await table.done(
        SOCIAL_WORKER,
        f"{address}/items/{item['id']}/change",
        {"purpose": "Anew", "need_to_know": only(PUP)},
    )

    assert changed["restricted"] is True


async def test_a_restricted_client_is_not_discussed(table: Table) -> None:
    await table.overdue()
    address = await table.convened()
    about = await table.item(address)
    await table.database.pool.execute("INSERT INTO restrictions (client_id) VALUES ($1)", CLIENT)

    proposed = await built(table, address)
    brought = await table.ask(
        SOCIAL_WORKER, f"{address}/items", {"client_id": str(CLIENT), "purpose": "X"}
    )

    assert [item["state"] for item in proposed] == ["confirmed"]
    assert (brought.status_code, brought.json()["type"].split("/")[-1]) == (
        409,
        "ClientRestricted",
    )
    assert (await table.see(ADVISER, about)).status_code == 404


async def test_whatever_stood_there_about_an_erased_client_is_gone(table: Table) -> None:
    address, about = await table.held()
    await table.done(SOCIAL_WORKER, f"{about}/decisions", decision())

    erased = ClientErased.example().model_copy(update={"client_id": CLIENT})
    await hear(table.database, reactions, fact_of(erased))

    assert (await table.shown(SOCIAL_WORKER, address))["agenda"] == []
    assert (await table.see(SOCIAL_WORKER, about)).status_code == 404
    minutes = await table.shown(ADVISER, f"{address}/minutes")
    assert minutes["items"] == []


async def test_merged_clients_stand_there_once(table: Table) -> None:
    from tests.referrals.test_merged import MERGED  # noqa: PLC0415 only here

    await table.another_client(OTHER, PUP)
    await table.overdue()
    await table.house.sent(client_id=str(OTHER), urgency="urgent")
    await hear(table.database, reactions, fact_of(MERGED))

    agenda = await built(table, await table.convened())

    assert [item["client_id"] for item in agenda] == [str(CLIENT)]
    assert {r["reason"] for r in agenda[0]["reasons"]} == {"crisis", "overdue_action"}


async def test_merged_after_the_agenda_was_built_a_person_is_not_proposed_again(
    table: Table,
) -> None:
    from tests.referrals.test_merged import MERGED  # noqa: PLC0415 only here

    await table.another_client(OTHER, PUP)
    await table.house.sent(client_id=str(OTHER), urgency="urgent")
    address = await table.convened()
    before = await built(table, address)
    await hear(table.database, reactions, fact_of(MERGED))

    assert [item["id"] for item in await built(table, address)] == [before[0]["id"]]


async def test_nothing_is_built_once_the_meeting_is_opened(table: Table) -> None:
    address, _ = await table.held()

    answer = await table.ask(SOCIAL_WORKER, f"{address}/agenda")

    assert answer.status_code == 409
    assert "decide" in answer.json()["allowed"]


async def test_the_database_itself_keeps_a_client_from_standing_there_twice(table: Table) -> None:
    await table.overdue()
    address = await table.convened()
    await built(table, address)
    row = await table.database.pool.fetchrow("SELECT * FROM meeting_items")
    assert row is not None
    twin = dict(row) | {"id": ids.new()}
    names, marks = ", ".join(twin), ", ".join(f"${n}" for n in range(1, len(twin) + 1))

    with pytest.raises(Exception, match="uq_meeting_items_built"):
        await table.database.pool.execute(
            f"INSERT INTO meeting_items ({names}) VALUES ({marks})",  # noqa: S608 columns of ours
            *twin.values(),
        )
