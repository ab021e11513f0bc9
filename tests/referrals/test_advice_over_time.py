"""What becomes of advisers when rights end, cases close, records are merged, clients are erased."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, ClientStatus, ClientUnmerged, MergeReason, SharingClosed
from contracts.intake.rights import (
    ClientClosed,
    ClientErased,
    ClientReopened,
    ClientRestricted,
    ClosingReason,
)
from kernel.transactions import begin, look
from services.referrals.reactions import reactions
from services.referrals.use_cases.follow_access import check_access
from services.referrals.views.advice import advisers_of
from tests.referrals.advising import (
    ANNA,
    BOSS,
    DAY,
    OLA,
    TODAY,
    advised,
    at,
    hear_oneself,
    logged,
    owed,
    problem,
    proposed,
)
from tests.referrals.conftest import ADVISER, CLIENT, OPS, PUP, House, registered
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
TWICE = UUID("0197a000-0000-7000-8000-00000000c002")
MERGED = ClientMerged(client_id=CLIENT, merged_id=TWICE, reason=MergeReason.REGISTERED_TWICE)
PARTED = ClientUnmerged(client_id=CLIENT, merged_id=TWICE)


async def active(house: House) -> list[tuple[str, str]]:
    rows = await house.database.pool.fetch(
        "SELECT worker, client_id FROM advice WHERE ended_on IS NULL ORDER BY id"
    )
    return [(row["worker"], str(row["client_id"])) for row in rows]


async def make_rounds(house: House) -> bool:
    async with begin(house.database) as tx:
        return await check_access(tx)


async def test_when_the_last_relation_ends_the_advice_ends_and_nothing_is_owed(
    house: House,
) -> None:
    one = await relate(house.database, CLIENT, PUP)
    two = await relate(house.database, CLIENT, PUP)
    await advised(house, ADVISER)
    mine = await advised(house, contact_every_days=7)

    await hear(house.database, reactions, fact_of(_closed(one)))
    still = await active(house)
    await hear(house.database, reactions, fact_of(_closed(two)))

    assert len(still) == 2
    assert await active(house) == [("anna", mine["client_id"])]
    ended = (await announced(house.database, CLIENT))[-1]
    assert (ended["type"], ended["reason"]) == ("advice.ended.v1", "access_ended")
    assert [d[1] for d in await owed(house, "contact_client", "new_client")] == ["anna"]


async def test_a_proposal_falls_with_the_right_to_see(house: House) -> None:
    relation = await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)
    await proposed(house, advice, {"code": "eva", "name": "Ewa"}, ADVISER)

    await hear(house.database, reactions, fact_of(_closed(relation)))

    assert await owed(house, "accept_handover", "contact_client") == []
    assert await house.database.pool.fetchval("SELECT state FROM handovers") == "superseded"


async def test_a_referral_that_ended_takes_the_receivers_adviser_with_it(house: House) -> None:
    address = await house.accepted()
    await hear_oneself(house, "referral.sent.v1")
    await advised(house, ADVISER)

    await house.ask(
        ADVISER, f"{address}/complete", {"outcome": "employment", "note": "Piekarnia."}
    )
    await hear_oneself(house, "referral.completed.v1")

    assert await active(house) == []


async def test_a_right_that_ends_by_a_day_is_noticed_by_the_clock(
    house: House, monkeypatch: Any
) -> None:
    await relate(house.database, CLIENT, PUP)
    await house.database.pool.execute(
        "UPDATE relations SET until = $1 WHERE party_id = $2", TODAY + DAY, PUP
    )
    await advised(house, ADVISER)

    rounds = []
    for day in (TODAY, TODAY + DAY, TODAY + 2 * DAY):
        at(monkeypatch, day)
        more = await make_rounds(house)
        rounds.append((len(await active(house)), more, await make_rounds(house)))

    # Each day looks once, and is then done.
    assert rounds == [(1, True, False), (1, True, False), (0, True, False)]
    assert (await announced(house.database, CLIENT))[-1]["actor"] is None


async def test_a_restriction_ends_no_advice(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await advised(house, ADVISER)
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    await make_rounds(house)

    assert len(await active(house)) == 1


async def test_who_closes_the_case_is_done_and_others_go_on(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await advised(house)
    await advised(house, ADVISER)
    closed = ClientClosed(client_id=CLIENT, closed_on=TODAY, reason=ClosingReason.INDEPENDENT)

    await hear(house.database, reactions, replace(fact_of(closed), institution=OPS))

    assert [worker for worker, _ in await active(house)] == ["pup-worker"]
    unassigned = (await house.see(ANNA, "/v1/advice/unassigned")).json()["items"]
    assert unassigned == []
    assert await owed(house, "new_client") == []


async def test_reopened_she_is_without_an_adviser(house: House) -> None:
    closed = ClientClosed(client_id=CLIENT, closed_on=TODAY, reason=ClosingReason.RESIGNED)
    reopened = ClientReopened(client_id=CLIENT, status=ClientStatus.REGISTERED)
    await hear(house.database, reactions, replace(fact_of(closed), institution=OPS))

    await hear(house.database, reactions, fact_of(reopened))

    unassigned = (await house.see(ANNA, "/v1/advice/unassigned")).json()["items"]
    assert [item["client_id"] for item in unassigned] == [str(CLIENT)]


async def test_of_an_erased_client_nothing_of_this_is_left(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await advised(house, ANNA, TWICE)
    advice = await advised(house, contact_every_days=7)
    await logged(house, advice, note="Choruje.")
    await proposed(house, advice)

    await hear(house.database, reactions, fact_of(ClientErased(client_id=CLIENT)))

    assert await active(house) == [("anna", str(TWICE))]
    for table in ("contacts", "handovers"):
        count = f"SELECT count(*) FROM {table}"  # noqa: S608 tables of ours
        assert await house.database.pool.fetchval(count) == 0
    assert await owed(house, "contact_client", "accept_handover") == []
    assert (await house.see(ANNA, f"/v1/advice/{advice['id']}")).status_code == 404


async def test_merged_both_advisers_are_shown_the_leading_records_first(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await advised(house, OLA, TWICE)
    await advised(house, ANNA)

    await hear(house.database, reactions, fact_of(MERGED))

    page = (await house.see(BOSS, "/v1/advice", client_id=str(TWICE))).json()["items"]
    assert {item["worker"]["code"] for item in page} == {"anna", "ola"}
    async with look(house.database) as tx:
        card = await advisers_of(tx, [CLIENT, TWICE])
    assert [adviser["worker"]["code"] for adviser in card] == ["anna", "ola"]
    assert {*card[0]} == {"id", "client_id", "institution", "worker", "role", "since"}


async def test_merged_nobody_is_assigned_beside_the_adviser_of_the_other_record(
    house: House,
) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await advised(house, OLA, TWICE)
    await hear(house.database, reactions, fact_of(MERGED))

    for one in (CLIENT, TWICE):
        answer = await house.ask(ANNA, "/v1/advice", {"client_id": str(one)})
        assert problem(answer) == (409, "AdviserAlready")


async def test_assigned_under_the_old_id_it_is_the_record_that_goes_on(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await hear(house.database, reactions, fact_of(MERGED))

    assert (await advised(house, ANNA, TWICE))["client_id"] == str(CLIENT)


async def test_a_contact_under_either_id_counts_while_they_are_merged(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await logged(house, await advised(house, OLA, TWICE))
    mine = await advised(house, ANNA, contact_every_days=7)

    async def last() -> Any:
        return (await house.see(ANNA, f"/v1/advice/{mine['id']}")).json()["last_contact_on"]

    apart = await last()
    await hear(house.database, reactions, fact_of(MERGED))
    together = await last()
    await hear(house.database, reactions, fact_of(PARTED))

    assert (apart, together, await last()) == (None, TODAY.isoformat(), None)


async def test_a_merged_person_counts_once_in_the_caseload(house: House) -> None:
    await hear(house.database, reactions, fact_of(registered(TWICE)))
    await advised(house, ANNA, TWICE)
    await advised(house, ANNA)
    await hear(house.database, reactions, fact_of(MERGED))

    load = (await house.see(BOSS, "/v1/advice/caseload")).json()

    assert [(w["worker"]["code"], w["clients"]) for w in load["workers"]] == [("anna", 1)]


async def test_after_a_break_the_silence_is_counted_from_the_new_adviser(
    house: House, monkeypatch: Any
) -> None:
    await relate(house.database, CLIENT, PUP)
    first = await advised(house, ADVISER)
    await logged(house, first, ADVISER)
    await house.ask(ADVISER, f"/v1/advice/{first['id']}/end", {"reason": "other"})
    later = TODAY + timedelta(days=100)
    at(monkeypatch, later)

    second = await advised(house, ADVISER)

    assert second["next_contact_on"] == (later + timedelta(days=30)).isoformat()


def _closed(relation: UUID) -> SharingClosed:
    return SharingClosed(client_id=CLIENT, relation_id=relation)
