"""A merged client at the gateway: the old id answers, nothing is lost, and parting is exact."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest

from contracts.event import Event
from contracts.intake import ClientMerged, ClientUnmerged, MergeReason, NeedAdded, SharingOpened
from contracts.referrals import PlansRegrouped
from contracts.values import BasisKind
from gateway.record.cards import Cards
from kernel import clock, ids
from kernel.journal import Fact
from kernel.transactions import begin
from tests.gateway.conftest import (
    ADVISER,
    CLIENT,
    PUP,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
    body_of,
    by_the_ops,
)
from tests.support.rooms import bearer, relate

pytestmark = pytest.mark.anyio
TWICE = UUID("0197a000-0000-7000-8000-00000000c002")
OLD = f"/v1/records/{TWICE}"
MERGED = ClientMerged(client_id=CLIENT, merged_id=TWICE, reason=MergeReason.REGISTERED_TWICE)
PARTED = ClientUnmerged(client_id=CLIENT, merged_id=TWICE)


async def test_the_old_id_answers_with_the_record_that_goes_on(house: House) -> None:
    await house.tell(by_the_ops(MERGED))

    answer = await house.see(SOCIAL_WORKER, OLD)

    record = await house.see(SOCIAL_WORKER)
    assert answer.status_code == 200
    assert answer.headers["content-location"] == RECORD
    assert "content-location" not in record.headers
    assert answer.json() == record.json()
    assert record.json()["client_id"] == str(CLIENT)
    assert record.json()["merged_from"] == [str(TWICE)]


async def test_whoever_could_see_either_sees_the_one_until_they_are_parted(house: House) -> None:
    await relate(house.database, TWICE, PUP)
    assert (await house.see(ADVISER)).status_code == 404

    await house.tell(by_the_ops(MERGED))
    while_merged = await house.see(ADVISER)
    await house.tell(by_the_ops(PARTED))

    assert while_merged.status_code == 200
    assert (await house.see(ADVISER)).status_code == 404
    assert (await house.see(STRANGER, OLD)).status_code == 404


async def test_a_merge_fetches_the_one_card_and_leaves_none_of_the_other(house: House) -> None:
    await house.keep("intake", {"identity": body_of("identity")}, client_id=TWICE)
    _answer(house, CLIENT, 2, {"identity": body_of("merged")})

    await _hear(house, by_the_ops(MERGED))

    assert {asked.target for asked in house.service.asked} == {
        f"/internal/clients/{one}/card" for one in (CLIENT, TWICE)
    }
    assert await _cards(house, TWICE) == {}
    shown = (await house.see(SOCIAL_WORKER, OLD)).json()["sections"]
    assert shown["identity"]["about"] == "merged"


async def test_each_service_says_itself_when_its_card_is_another(house: House) -> None:
    await house.keep("referrals", {"plan": body_of("plan")}, client_id=TWICE)
    _answer(house, CLIENT, 2, {"plan": body_of("both")})
    regrouped = PlansRegrouped(client_id=CLIENT, merged_id=TWICE)

    await _hear(house, by_the_ops(regrouped, "referrals"))

    assert await _cards(house, TWICE) == {}
    assert await _cards(house, CLIENT) == {"intake": 1, "referrals": 2, "benefits": 1}


async def test_an_event_of_the_old_id_fetches_the_card_of_the_one_that_goes_on(
    house: House,
) -> None:
    _answer(house, CLIENT, 5, {"needs": body_of("newer")})

    await _hear(house, by_the_ops(_need(TWICE)))

    assert (await _cards(house, CLIENT))["intake"] == 5
    assert await _cards(house, TWICE) == {}


async def test_a_service_that_has_nothing_left_of_a_parted_client_leaves_no_card(
    house: House,
) -> None:
    house.service.status = 404

    await _hear(house, by_the_ops(PARTED, "benefits"))

    assert await _cards(house, CLIENT) == {"intake": 1, "referrals": 1}


async def test_the_timeline_tells_what_happened_to_either_and_marks_it(house: House) -> None:
    mine, theirs = by_the_ops(_need(CLIENT)), by_the_ops(_need(TWICE))
    await house.tell(mine, theirs, by_the_ops(MERGED))

    told = (await house.see(SOCIAL_WORKER, f"{OLD}/timeline")).json()

    assert told["client_id"] == str(CLIENT)
    assert [(item["type"], item["merged_from"]) for item in told["items"]] == [
        ("need.added.v1", None),
        ("need.added.v1", str(TWICE)),
        ("client.merged.v1", None),
    ]


async def test_the_timeline_of_a_parted_client_is_her_own_again(house: House) -> None:
    await house.tell(by_the_ops(_need(TWICE)), by_the_ops(MERGED), by_the_ops(PARTED))

    told = (await house.see(SOCIAL_WORKER, f"{RECORD}/timeline")).json()

    assert [item["type"] for item in told["items"]] == ["client.merged.v1", "client.unmerged.v1"]


async def test_the_audit_keeps_the_id_that_was_asked_and_tells_it_under_both(house: House) -> None:
    await house.tell(by_the_ops(MERGED))

    await house.see(SOCIAL_WORKER, OLD)

    assert [entry["client_id"] for entry in await house.entries()] == [TWICE]
    accesses = (await house.see(SOCIAL_WORKER, f"{RECORD}/accesses")).json()["items"]
    assert [item["verb"] for item in accesses] == ["read_record"]


async def test_a_parted_client_is_still_told_who_saw_her_while_she_was_merged(
    house: House,
) -> None:
    await relate(house.database, TWICE, SOCIAL_WORKER.institution)
    await house.see(SOCIAL_WORKER)
    await house.tell(_at(MERGED, clock.now()))
    await house.see(SOCIAL_WORKER)
    await house.see(SOCIAL_WORKER)
    await house.tell(_at(PARTED, clock.now()))
    await house.see(SOCIAL_WORKER)

    hers = (await house.see(SOCIAL_WORKER, f"{OLD}/accesses")).json()["items"]
    kept = (await house.see(SOCIAL_WORKER, f"{RECORD}/accesses")).json()["items"]

    assert [item["seq"] for item in hers] == [3, 2]
    assert [item["seq"] for item in kept] == [4, 3, 2, 1]


async def test_accesses_of_merged_records_come_page_by_page(house: House) -> None:
    await house.tell(by_the_ops(MERGED))
    for path in (RECORD, OLD, RECORD, OLD):
        await house.see(SOCIAL_WORKER, path)

    page = (await house.see(SOCIAL_WORKER, f"{OLD}/accesses", limit=3)).json()
    rest = (await house.see(SOCIAL_WORKER, f"{OLD}/accesses", limit=3, cursor=page["next"])).json()

    assert [item["seq"] for item in page["items"] + rest["items"]] == [4, 3, 2, 1]


async def test_a_forwarded_command_to_the_old_id_is_noted_under_it(house: House) -> None:
    house.service.headers = {
        "Content-Location": f"/v1/clients/{CLIENT}/merge",
        "Okienko-Client": f"{CLIENT},{PUP}",
        "Okienko-Operation": "merge_clients",
    }

    answer = await house.client.post(
        f"/v1/clients/{TWICE}/merge", json={}, headers=bearer(SOCIAL_WORKER)
    )

    assert answer.headers["content-location"] == f"/v1/clients/{CLIENT}/merge"
    assert {entry["client_id"] for entry in await house.entries()} == {TWICE, PUP}


async def test_a_sharing_opened_for_the_old_id_opens_the_record_that_goes_on(
    house: House,
) -> None:
    await house.tell(by_the_ops(MERGED))
    opened = SharingOpened(
        client_id=TWICE, relation_id=ids.new(), party_id=PUP, basis=BasisKind.CONSENT
    )

    await house.tell(by_the_ops(opened))

    assert (await house.see(ADVISER)).status_code == 200


async def test_the_queue_of_duplicates_is_intakes(house: House) -> None:
    await house.see(SOCIAL_WORKER, "/v1/duplicates")

    assert house.service.asked[0].target == "/v1/duplicates"


def _need(client_id: UUID) -> NeedAdded:
    said = NeedAdded.example().model_dump() | {"client_id": client_id, "need_id": ids.new()}
    return NeedAdded.model_validate(said)


def _at(event: Event, at: datetime) -> Fact:
    return replace(by_the_ops(event), time=at + timedelta(microseconds=1))


def _answer(house: House, client_id: UUID, version: int, sections: Any) -> None:
    """Whatever card is asked for, the service answers with this one."""
    card = {"client_id": str(client_id), "version": version, "sections": sections}
    house.service.body = orjson.dumps(card)


async def _hear(house: House, *facts: Fact) -> None:
    """As the hearer does: fetch, then store in one commit."""
    listener = Cards(house.app.state.house)
    fetched = await listener.prepare(facts)
    async with begin(house.database) as tx:
        await listener.hear(facts, tx, fetched)


async def _cards(house: House, client_id: UUID) -> dict[str, int]:
    rows = await house.database.pool.fetch(
        "SELECT service, version FROM cards WHERE client_id = $1", client_id
    )
    return {row["service"]: row["version"] for row in rows}
