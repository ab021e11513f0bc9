"""Restricted data are only kept: partners see her no more, and nothing is changed (GDPR art. 18)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from contracts.values import BasisKind, InstitutionKind
from kernel import clock
from tests.intake.conftest import (
    ADVISER,
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
from tests.support.rooms import announced, relate, worker

pytestmark = pytest.mark.anyio

DPO = replace(worker(OPS, InstitutionKind.OPS, "dpo"), worker="ops-dpo")
PUP_MANAGER = worker(PUP, InstitutionKind.PUP, "pup_manager")
CONTESTED = {"ground": "accuracy_contested"}
NEED = {"kind": "work"}
EMERGENCY = {
    "pesel": PESEL,
    "reason": "life_in_danger",
    "facts": ["cannot_consent", "owner_closed"],
    "explanation": "Found unconscious at the night shelter; an ambulance is on its way.",
}


def outcome(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"]


async def restricted(house: House) -> str:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    answer = await house.ask(DPO, f"{client}/restriction", CONTESTED)
    assert answer.status_code == 201, answer.text
    assert answer.headers["okienko-closes"] == "true"
    return client


async def test_partners_see_her_no_more_and_her_own_institution_does(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    assert (await house.see(ADVISER, client)).status_code == 200

    await house.ask(DPO, f"{client}/restriction", CONTESTED)

    assert outcome(await house.see(ADVISER, client)) == (404, "/problems/ClientNotFound")
    assert (await house.see(SOCIAL_WORKER, client)).status_code == 200


async def test_nothing_is_changed_meanwhile(house: House) -> None:
    client = await restricted(house)

    need = await house.ask(SOCIAL_WORKER, f"{client}/needs", NEED)
    share = await house.ask(SOCIAL_WORKER, f"{client}/sharings", WITH_THE_NGO)
    close = await house.ask(
        SOCIAL_WORKER,
        f"{client}/close",
        {"closed_on": clock.today().isoformat(), "reason": "died"},
    )

    assert {outcome(a) for a in (need, share, close)} == {(409, "/problems/ClientRestricted")}
    assert await house.count("needs") == 0


async def test_what_only_lessens_stays_possible(house: House) -> None:
    client = await house.registered(share_with=[WITH_THE_NGO])
    sharing = await house.database.pool.fetchval("SELECT id FROM sharings")
    await house.ask(DPO, f"{client}/restriction", CONTESTED)
    asked = {"kind": "access", "received_on": clock.today().isoformat(), "channel": "post"}

    done = [
        await house.ask(SOCIAL_WORKER, f"{client}/sharings/{sharing}/withdraw"),
        await house.ask(DPO, f"{client}/holds", {"reason": "claim"}),
        await house.ask(SOCIAL_WORKER, f"{client}/subject-requests", asked),
        await house.ask(DPO, f"{client}/restriction/lift"),
    ]

    assert [answer.status_code for answer in done] == [200, 201, 201, 200]


async def test_to_save_a_life_she_is_seen_all_the_same(house: House) -> None:
    client = await restricted(house)
    relation = await relate(
        house.database, UUID(client.split("/")[-1]), NGO, BasisKind.VITAL_INTEREST
    )
    coordinator = worker(NGO, InstitutionKind.NGO, "ngo_coordinator")
    assert (await house.see(coordinator, client)).status_code == 404

    await house.database.pool.execute(
        "UPDATE relations SET expires_at = now() + interval '4 hours' WHERE relation_id = $1",
        relation,
    )

    assert (await house.see(coordinator, client)).status_code == 200


async def test_a_broken_glass_is_judged_and_a_request_taken_back_all_the_same(
    house: House,
) -> None:
    client = await house.registered()
    asked = await house.ask(
        STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła do nas."}
    )
    await house.ask(DPO, f"{client}/restriction", CONTESTED)
    broken = await house.ask(STRANGER, "/v1/break-glass", EMERGENCY)
    (alarm,) = (await house.see(MANAGER, "/v1/alarms")).json()["items"]

    judged = await house.ask(MANAGER, f"/v1/alarms/{alarm['id']}/review", {"verdict": "justified"})
    taken = await house.ask(STRANGER, f"/v1/access-requests/{asked.json()['id']}/withdraw")

    assert broken.status_code == 201, broken.text
    assert (judged.status_code, judged.json().get("verdict")) == (200, "justified")
    assert (taken.status_code, taken.json().get("state")) == (200, "withdrawn")


async def test_lifted_all_is_as_before(house: House) -> None:
    client = await restricted(house)

    lifted = await house.ask(MANAGER, f"{client}/restriction/lift")

    assert lifted.json()["lifted_at"]
    assert (await house.see(ADVISER, client)).status_code == 200
    assert (await house.ask(SOCIAL_WORKER, f"{client}/needs", NEED)).status_code < 300
    assert [fact["type"] for fact in await announced(house.database)][-3:-1] == [
        "client.unrestricted.v1",
        "need.added.v1",
    ]


async def test_it_is_placed_and_lifted_once(house: House) -> None:
    client = await restricted(house)

    twice = await house.ask(DPO, f"{client}/restriction", CONTESTED)
    await house.ask(DPO, f"{client}/restriction/lift")
    none = await house.ask(DPO, f"{client}/restriction/lift")

    assert outcome(twice) == (409, "/problems/AlreadyRestricted")
    assert outcome(none) == (409, "/problems/NotRestricted")


@pytest.mark.parametrize("path", ["restriction", "restriction/lift"])
async def test_only_her_own_institution_decides(house: House, path: str) -> None:
    client = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    assert outcome(await house.ask(PUP_MANAGER, f"{client}/{path}", CONTESTED)) == (
        403, "/problems/OnlyItsRegistrar",
    )  # fmt: skip
    assert (
        await house.ask(replace(STRANGER, roles=DPO.roles), f"{client}/{path}", CONTESTED)
    ).status_code == 404
    assert (await house.ask(SOCIAL_WORKER, f"{client}/{path}", CONTESTED)).status_code == 403


async def test_it_is_looked_at_again_on_a_day_to_come(house: House) -> None:
    client = await house.registered()
    past = (clock.today() - timedelta(days=1)).isoformat()

    answer = await house.ask(DPO, f"{client}/restriction", CONTESTED | {"review_on": past})

    assert outcome(answer) == (422, "/problems/ReviewInThePast")


async def test_a_stranger_who_asks_for_access_is_told_nothing_of_it(house: House) -> None:
    await restricted(house)
    body = {"pesel": "85031412347", "reason": "Przyszła do nas."}

    assert (await house.ask(STRANGER, "/v1/access-requests", body)).status_code == 201
