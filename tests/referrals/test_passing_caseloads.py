"""A whole caseload passes at once: each client as if she passed alone, and in few statements."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from services.referrals.reactions import reactions
from tests.referrals.advising import ANNA, BOSS, OLA, TO_OLA, advised, logged, owed, proposed
from tests.referrals.conftest import CLIENT, TO_THE_PUP, House, registered
from tests.referrals.test_merged import MERGED, TWICE
from tests.support.rooms import announced, fact_of, hear

pytestmark = pytest.mark.anyio


def clients(count: int) -> list[UUID]:
    return [UUID(int=CLIENT.int + 256 * number) for number in range(1, count + 1)]


async def caseload(house: House, count: int) -> list[Any]:
    """Anna advises so many clients, each with a plan and a contact."""
    everybody = clients(count)
    await hear(house.database, reactions, *(fact_of(registered(one)) for one in everybody))
    mine = [await advised(house, ANNA, one, contact_every_days=14) for one in everybody]
    for advice in mine:
        await logged(house, advice)
    return mine


async def referred(house: House, client_id: str) -> str:
    answer = await house.ask(ANNA, "/v1/referrals", TO_THE_PUP | {"client_id": client_id})
    return str(answer.json()["id"])


async def pass_to(house: House, *passing: Any, to: Any = None, by: Any = BOSS) -> Any:
    """Hand these over; what came of each."""
    body = {
        "to": to or TO_OLA,
        "clients": [{"advice_id": one["id"]} | more for one, more in passing],
    }
    answer = await house.ask(by, "/v1/handovers", body)
    assert answer.status_code == 200, answer.text
    return answer.json()["items"]


async def handovers(house: House, items: Any) -> list[Any]:
    paths = [f"/v1/handovers/{one['handover_id']}" for one in items]
    return [(await house.see(OLA, path)).json() for path in paths]


async def test_what_one_more_client_costs_is_her_key(house: House) -> None:
    mine = await caseload(house, 10)
    kept = [(one, {"keep": [await referred(house, one["client_id"])]}) for one in mine]
    said: list[str] = []
    engine = house.database.engine.sync_engine

    @sa.event.listens_for(engine, "before_cursor_execute")
    def count(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    counts = []
    for some in (kept[:2], kept[2:]):
        said.clear()
        items = await pass_to(house, *some)
        counts.append(len(said))
        assert [one["refusal"] for one in items] == [None] * len(some)

    # Asked one by one, under the lock of whoever would be erasing her.
    assert counts[1] - counts[0] == 6
    assert counts[0] < 60


async def test_each_client_has_her_own_summary_events_and_duties(house: House) -> None:
    mine = await caseload(house, 3)
    sent = [await referred(house, one["client_id"]) for one in mine]

    items = await pass_to(house, (mine[0], {}), (mine[1], {"keep": [sent[1]]}), (mine[2], {}))

    for advice, referral, one in zip(mine, sent, await handovers(house, items), strict=True):
        summary = one["summary"]
        assert one["client_id"] == advice["client_id"]
        assert [r["referral_id"] for r in summary["referrals_out"]] == [referral]
        assert [c["kind"] for c in summary["last_contacts"]] == ["phone"]
        assert [d["thing_id"] for d in summary["duties"]] == [advice["id"]]
        assert len(summary["plans"]) == 1
        told = await announced(house.database, UUID(advice["client_id"]))
        falls = ["referral.superseded.v1"] if referral != sent[1] else []
        assert [event["type"] for event in told[told_before(told) :]] == [
            "handover.proposed.v1",
            *falls,
            "advice.ended.v1",
            "advice.assigned.v1",
            "handover.accepted.v1",
        ]
    passed = [("contact_client", "ola"), ("new_client", "ola")]
    assert [d[:2] for d in await owed(house, "contact_client", "new_client")] == [
        one for one in passed for _ in mine
    ]


def told_before(told: Any) -> int:
    return [event["type"] for event in told].index("handover.proposed.v1")


async def test_what_is_refused_of_one_stops_nobody_else(house: House) -> None:
    mine = await caseload(house, 3)
    olas = await advised(house, OLA)
    elsewhere = await referred(house, mine[1]["client_id"])

    items = await pass_to(
        house, (mine[0], {}), (olas, {}), (mine[2], {"keep": [elsewhere]}), (mine[1], {})
    )

    assert [one["refusal"] for one in items] == [
        None,
        "/problems/HandoverToHerself",
        "/problems/KeepsNothing",
        None,
    ]
    left = {event["type"] for event in await announced(house.database, UUID(mine[2]["client_id"]))}
    assert not left & {"handover.proposed.v1", "advice.ended.v1"}


async def test_two_records_of_one_person_pass_one_after_the_other(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    mine = [await advised(house, ANNA, one) for one in (TWICE, CLIENT)]
    fallen = await referred(house, str(TWICE))
    await hear(house.database, reactions, fact_of(MERGED))

    items = await pass_to(house, (mine[0], {}), (mine[1], {}))

    # What fell away with the first rests on nobody when the second passes.
    first, second = await handovers(house, items)
    out = [h["summary"]["referrals_out"] for h in (first, second)]
    assert [[r["referral_id"] for r in one] for one in out] == [[fallen], []]
    told = [event["type"] for event in await announced(house.database)]
    assert (told.count("referral.superseded.v1"), told.count("handover.accepted.v1")) == (1, 2)


async def test_what_the_first_record_kept_is_not_the_seconds_to_keep(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    mine = [await advised(house, ANNA, one) for one in (TWICE, CLIENT)]
    kept = {"keep": [await referred(house, str(CLIENT))]}
    await hear(house.database, reactions, fact_of(MERGED))

    items = await pass_to(house, (mine[0], kept), (mine[1], kept))

    assert [one["refusal"] for one in items] == [None, "/problems/KeepsNothing"]


async def test_two_managers_at_once_hand_each_client_over_once(house: House) -> None:
    mine = await caseload(house, 4)
    one_way: list[Any] = [(one, {}) for one in mine]

    answers = await asyncio.gather(
        pass_to(house, *one_way),
        pass_to(house, *reversed(one_way), by=replace(BOSS, worker="boss-2")),
    )

    passed = [[one["refusal"] for one in items] for items in answers]
    assert sorted(passed, key=str) == [["/problems/IllegalMove"] * 4, [None] * 4]


async def test_a_proposal_that_waits_falls_and_the_others_pass_with_it(house: House) -> None:
    mine = await caseload(house, 2)
    waiting = await proposed(house, mine[0], {"code": "ida", "name": "Ida"})

    items = await pass_to(house, *((one, {}) for one in mine))

    assert [one["refusal"] for one in items] == [None, None]
    assert (await house.see(BOSS, f"/v1/handovers/{waiting['id']}")).json()[
        "state"
    ] == "superseded"
    assert await owed(house, "accept_handover") == []
