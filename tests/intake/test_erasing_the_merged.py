"""Erasing and holding whoever was merged: her records count together, whichever id is named."""

import asyncio
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from services.intake.domain.retention import Kept, kept_longest
from tests.intake.conftest import (
    FAR,
    MANAGER,
    NGO,
    OPS,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import relate, worker

DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
BOSS = replace(MANAGER, worker="ops-boss")
FAR_DPO = replace(worker(FAR, InstitutionKind.OPS, "dpo", "social_worker"), worker="far-dpo")
FAR_BOSS = replace(worker(FAR, InstitutionKind.OPS, "ops_manager"), worker="far-boss")
NGO_DPO = worker(NGO, InstitutionKind.NGO, "dpo", "ngo_coordinator")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
OLD, WRONG = {"ground": "no_longer_needed"}, {"ground": "unlawful"}
OPEN_CASE = [{"rule": "case_file", "until": None}]
COURT = {"reason": "court_case"}
EMERGENCY = {
    "pesel": PESEL,
    "reason": "life_in_danger",
    "facts": ["cannot_consent", "owner_closed"],
    "explanation": "Found unconscious at the night shelter; an ambulance is on its way.",
}
http = pytest.mark.anyio


def test_of_two_registrars_the_longer_rule_holds() -> None:
    both = [InstitutionKind.NGO, InstitutionKind.OPS]

    found = kept_longest(both, date(2026, 5, 10), [date(2026, 1, 1)])

    assert found == [Kept("case_file", date(2036, 12, 31)), Kept("consent", date(2029, 12, 31))]
    assert kept_longest(both, None, []) == [Kept("case_file_of_an_organisation", None)]


@http
async def test_an_open_record_merged_into_a_closed_one_keeps_both(house: House) -> None:
    kept, merged = await _two(house)
    await _close(house, kept, "2010-06-01")
    await _merge(house, kept, merged)

    answer = await house.ask(DPO, f"{kept}/erasures", OLD)

    assert _bars(answer) == OPEN_CASE
    assert await _due(house) == []
    await house.ask(SOCIAL_WORKER, f"{kept}/reopen")
    await _close(house, kept, "2010-06-01")
    assert [item["client_id"] for item in await _due(house)] == [_id(kept)]
    assert (await house.ask(DPO, f"{kept}/erasures", OLD)).status_code == 201


@http
async def test_a_record_merged_after_the_proposal_stops_its_approval(house: House) -> None:
    kept, merged = await _two(house)
    await _close(house, kept, "2010-06-01")
    proposed = await house.ask(DPO, f"{kept}/erasures", OLD)
    await _merge(house, kept, merged)

    assert _bars(await house.ask(BOSS, _approval(proposed))) == OPEN_CASE
    assert await house.count("client_keys") == 2


@http
async def test_the_case_closed_last_counts_for_all_of_her(house: House) -> None:
    kept, merged = await _two(house)
    await _close(house, kept, "2010-06-01")
    await _close(house, merged, "2025-06-01")
    await _merge(house, kept, merged)

    answer = await house.ask(DPO, f"{kept}/erasures", OLD)

    assert _bars(answer) == [{"rule": "case_file", "until": "2035-12-31"}]
    assert await _due(house) == []


@http
async def test_two_whose_time_has_run_out_are_due_and_erased_as_one(house: House) -> None:
    kept, merged = await _two(house)
    await _close(house, kept, "2010-06-01")
    await _close(house, merged, "2011-06-01")
    await _merge(house, kept, merged)

    (due,) = await _due(house)
    proposed = await house.ask(DPO, f"{kept}/erasures", OLD)
    done = await house.ask(BOSS, _approval(proposed))

    assert (due["client_id"], due["closed_on"]) == (_id(kept), "2011-06-01")
    assert (due["kept_until"], due["held"]) == ("2021-12-31", False)
    assert done.status_code == 200, done.text
    assert await house.count("client_keys") == 0


@http
async def test_parted_again_each_is_open_or_closed_for_itself(house: House) -> None:
    kept, merged = await _two(house)
    await _merge(house, kept, merged)
    await _close(house, kept, "2010-06-01")
    await house.ask(SOCIAL_WORKER, f"{kept}/unmerge", {"merged_id": _id(merged)})

    assert _bars(await house.ask(DPO, f"{merged}/erasures", OLD)) == OPEN_CASE
    assert [item["client_id"] for item in await _due(house)] == [_id(kept)]


@http
async def test_whose_record_was_merged_into_anothers_is_erased_by_the_other_alone(
    house: House,
) -> None:
    """The registrar of the record that goes on decides, also on what was proposed before."""
    theirs = await house.registered(STRANGER, pesel=None)
    ours = await house.registered()
    await relate(house.database, UUID(_id(theirs)), OPS)
    proposed = await house.ask(DPO, f"{ours}/erasures", WRONG)
    merged = await _merge(house, theirs, ours)

    approved = await house.ask(BOSS, _approval(proposed))
    again = await house.ask(DPO, f"{ours}/erasures", WRONG)

    assert merged.status_code == 200, merged.text
    assert _outcome(approved) == _outcome(again) == (403, "/problems/OnlyItsRegistrar")
    proposed = await house.ask(FAR_DPO, f"{ours}/erasures", WRONG)
    assert proposed.json()["client_id"] == _id(theirs)
    assert (await house.ask(FAR_BOSS, _approval(proposed))).status_code == 200
    assert await house.count("client_keys") == 0


@http
async def test_a_merge_and_an_approval_at_once_wait_for_each_other(house: House) -> None:
    kept, merged = await _two(house)
    await _close(house, kept, "2010-06-01")
    proposed = await house.ask(DPO, f"{kept}/erasures", OLD)

    joined, approved = await asyncio.gather(
        _merge(house, kept, merged), house.ask(BOSS, _approval(proposed))
    )

    # Whichever came first: the open record of the other is there still.
    assert (joined.status_code, approved.status_code) in {(200, 409), (404, 200)}
    assert await house.database.pool.fetchval(
        "SELECT count(*) FROM client_keys WHERE client_id = $1", UUID(_id(merged))
    )


@http
async def test_a_hold_on_a_record_merged_since_is_listed_stands_and_is_lifted(
    house: House,
) -> None:
    kept, merged = await _two(house)
    for one in (kept, merged):
        await _close(house, one, "2010-06-01")
    hold = (await house.ask(DPO, f"{merged}/holds", COURT)).json()
    await _merge(house, kept, merged)

    assert [one["id"] for one in (await house.see(DPO, f"{kept}/holds")).json()] == [hold["id"]]
    assert [item["held"] for item in await _due(house)] == [True]
    _bars(await house.ask(DPO, f"{kept}/erasures", OLD))
    assert (await house.ask(DPO, f"{kept}/holds/{hold['id']}/lift")).status_code == 200
    assert (await house.see(DPO, f"{kept}/holds")).json() == []


@http
async def test_who_broke_the_glass_places_no_hold(house: House) -> None:
    client = await house.registered()
    await house.ask(STRANGER, "/v1/break-glass", EMERGENCY)

    refused = await house.ask(FAR_DPO, f"{client}/holds", COURT)
    await relate(house.database, UUID(_id(client)), FAR)
    placed = await house.ask(FAR_DPO, f"{client}/holds", COURT)

    assert _outcome(refused) == (403, "/problems/HoldOnVitalInterest")
    assert placed.status_code == 201, placed.text


@http
async def test_a_vital_interest_shared_without_an_end_places_no_hold_either(house: House) -> None:
    client = await house.registered()
    await relate(house.database, UUID(_id(client)), FAR, BasisKind.VITAL_INTEREST)

    refused = await house.ask(FAR_DPO, f"{client}/holds", COURT)

    assert _outcome(refused) == (403, "/problems/HoldOnVitalInterest")


@http
async def test_her_registrar_lifts_the_hold_of_another(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])
    hold = (await house.ask(PUP_MANAGER, f"{client}/holds", COURT)).json()
    path = f"{client}/holds/{hold['id']}/lift"

    neither = await house.ask(NGO_DPO, path)
    stranger = await house.ask(FAR_DPO, path)
    lifted = await house.ask(DPO, path)

    assert _outcome(neither) == (403, "/problems/HoldOfOthers")
    assert _outcome(stranger) == (404, "/problems/ClientNotFound")
    assert lifted.json()["lifted_at"]


@http
async def test_who_sees_her_no_more_lifts_his_own_hold_and_no_other(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_NGO])
    mine = (await house.ask(NGO_DPO, f"{client}/holds", COURT)).json()
    other = (await house.ask(DPO, f"{client}/holds", COURT)).json()
    await house.database.pool.execute("DELETE FROM relations WHERE party_id = $1", NGO)

    foreign = await house.ask(NGO_DPO, f"{client}/holds/{other['id']}/lift")
    lifted = await house.ask(NGO_DPO, f"{client}/holds/{mine['id']}/lift")

    assert _outcome(foreign) == (404, "/problems/ClientNotFound")
    assert lifted.status_code == 200, lifted.text
    assert [one["id"] for one in (await house.see(DPO, f"{client}/holds")).json()] == [other["id"]]


async def _two(house: House) -> tuple[str, str]:
    other = {"given": "Próbna", "family": "Inna"}
    return await house.registered(pesel=None), await house.registered(name=other)


async def _merge(house: House, kept: str, merged: str) -> Any:
    body = {"reason": "registered_twice", "merged_id": _id(merged)}
    return await house.ask(SOCIAL_WORKER, f"{kept}/merge", body)


async def _close(house: House, client: str, day: str) -> None:
    today = {"closed_on": clock.today().isoformat(), "reason": "independent"}
    answer = await house.ask(SOCIAL_WORKER, f"{client}/close", today)
    assert answer.status_code == 200, answer.text
    await house.database.pool.execute(
        "UPDATE closings SET closed_on = $2 WHERE client_id = $1 AND reopened_at IS NULL",
        UUID(_id(client)),
        date.fromisoformat(day),
    )


async def _due(house: House) -> list[Any]:
    items: list[Any] = (await house.see(DPO, "/v1/retention/due")).json()["items"]
    return items


def _approval(proposed: Any) -> str:
    assert proposed.status_code == 201, proposed.text
    return f"/v1/erasures/{proposed.json()['id']}/approve"


def _outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


def _bars(answer: Any) -> list[dict[str, Any]]:
    assert _outcome(answer) == (409, "/problems/ErasureBlocked")
    found: list[dict[str, Any]] = answer.json()["blocked_by"]
    return found


def _id(address: str) -> str:
    return address.rsplit("/", maxsplit=1)[-1]
