"""Awards of merged records: one card, no month twice, and all of it back again."""

from typing import Any
from uuid import UUID

import pytest

from contracts.intake import ClientMerged, ClientUnmerged, MergeReason
from services.benefits.reactions import reactions
from tests.benefits.conftest import CLIENT, FAR, MANAGER, SOCIAL_WORKER, STRANGER, Office
from tests.support.rooms import HOUSE, announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
GOES_ON = UUID("0197a000-0000-7000-8000-00000000c002")
# The gateway of these tests knows CLIENT's means: hers is the record that is merged.
MERGED = ClientMerged(client_id=GOES_ON, merged_id=CLIENT, reason=MergeReason.MISTYPED)
PARTED = ClientUnmerged(client_id=GOES_ON, merged_id=CLIENT)


async def test_the_card_of_the_record_that_goes_on_shows_the_awards_of_both(
    office: Office,
) -> None:
    address = await office.applied()
    assert await _card(office, GOES_ON) is None

    await _merge(office)

    card = await _card(office, GOES_ON)
    (shown,) = card["sections"]["awards"]["full"]
    assert address.endswith(shown["id"])
    assert await _card(office, CLIENT) == card


async def test_parted_each_card_is_as_before_and_newer(office: Office) -> None:
    await office.applied()
    before = await _card(office, CLIENT)

    await _merge(office)
    await hear(office.database, reactions, fact_of(PARTED))

    after = await _card(office, CLIENT)
    assert after["sections"] == before["sections"]
    assert after["version"] > before["version"]
    assert await _card(office, GOES_ON) is None


async def test_it_says_that_its_cards_are_others_now(office: Office) -> None:
    await _merge(office)
    await hear(office.database, reactions, fact_of(PARTED))

    told = await announced(office.database, GOES_ON)
    assert [(e["type"], e["merged_id"]) for e in told] == [
        ("awards.regrouped.v1", str(CLIENT)),
        ("awards.regrouped.v1", str(CLIENT)),
    ]


async def test_an_application_under_the_old_id_is_one_of_the_record_that_goes_on(
    office: Office,
) -> None:
    await _merge(office)

    answer = await office.apply()

    assert answer.status_code == 201, answer.text
    assert answer.json()["client_id"] == str(GOES_ON)


async def test_no_month_is_awarded_twice_under_two_ids(office: Office) -> None:
    address = await office.applied()
    await _merge(office)

    answer = await office.apply()

    assert answer.json()["type"] == "/problems/AwardOpen"
    assert address.endswith(answer.json()["award_id"])


async def test_an_award_of_the_old_id_is_decided_by_its_own_address(office: Office) -> None:
    address = await office.applied()
    await _merge(office)

    answer = await office.decide(MANAGER, f"{address}/approve")

    assert answer.status_code == 200, answer.text
    (shown,) = (await _card(office, GOES_ON))["sections"]["awards"]["full"]
    assert shown["status"] == "active"


async def test_whoever_sees_one_reads_the_awards_of_the_other_until_they_are_parted(
    office: Office,
) -> None:
    address = await office.applied()
    await relate(office.database, GOES_ON, FAR)
    assert (await office.see(STRANGER, address)).status_code == 404

    await _merge(office)
    while_merged = (await office.see(STRANGER, address)).status_code
    await hear(office.database, reactions, fact_of(PARTED))

    assert while_merged == 200
    assert (await office.see(STRANGER, address)).status_code == 404
    assert (await office.see(SOCIAL_WORKER, address)).status_code == 200


async def _merge(office: Office) -> None:
    await hear(office.database, reactions, fact_of(MERGED))


async def _card(office: Office, client_id: UUID) -> Any:
    answer = await office.client.get(f"/internal/clients/{client_id}/card", headers=HOUSE)
    return answer.json() if answer.status_code == 200 else None
