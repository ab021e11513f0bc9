"""Passing a part of a referral on: who may, who sees it, and what becomes of it."""

from typing import Any

import httpx2
import pytest

from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    NGO,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    VISIT,
    House,
)
from tests.referrals.offering import (
    COORDINATOR,
    WORKSHOP,
    counts,
    id_of,
    newcomer,
    offered,
    referral,
)
from tests.support.rooms import announced, relate

pytestmark = pytest.mark.anyio

TO_THE_NGO = {"institution": str(NGO)}
DONE = {"outcome": "training", "note": "A course of forty hours."}


async def pass_on(
    house: House, parent: str, to: Any = TO_THE_NGO, **changes: Any
) -> httpx2.Response:
    body = referral(to, part_of=id_of(parent)) | changes
    return await house.ask(ADVISER, "/v1/referrals", body)


async def passed_on(house: House, to: Any = TO_THE_NGO) -> tuple[str, str]:
    """The PUP accepted a referral, and passed a part of it on; answer both addresses."""
    await relate(house.database, CLIENT, PUP)
    parent = await house.accepted()
    answer = await pass_on(house, parent, to)
    assert answer.status_code == 201, answer.text
    return parent, str(answer.headers["location"])


async def test_a_receiver_passes_a_part_on_and_the_first_sender_sees_it(house: House) -> None:
    parent, part = await passed_on(house)

    seen = (await house.see(SOCIAL_WORKER, parent)).json()["parts"]
    assert (await house.see(ADVISER, part)).json()["part_of"] == id_of(parent)
    assert seen == [
        {
            "id": id_of(part),
            "to": {"id": str(NGO), "name": "Fundacja Krok (demo)", "kind": "NGO"},
            "service_id": None,
            "state": "sent",
            "outcome": None,
        }
    ]


async def test_the_first_sender_sees_what_came_of_the_part(house: House) -> None:
    parent, part = await passed_on(house)

    await house.ask(COORDINATOR, f"{part}/accept", VISIT)
    await house.ask(COORDINATOR, f"{part}/complete", DONE)

    (seen,) = (await house.see(SOCIAL_WORKER, parent)).json()["parts"]
    assert (seen["state"], seen["outcome"]) == ("completed", "training")


async def test_nothing_is_passed_on_before_it_is_accepted(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    parent = await house.sent()

    answer = await pass_on(house, parent)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/PartUnfounded")


async def test_nothing_is_passed_on_after_it_ended(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    parent = await house.accepted()
    await house.ask(ADVISER, f"{parent}/complete", DONE)

    assert (await pass_on(house, parent)).json()["type"] == "/problems/PartUnfounded"


async def test_a_part_is_of_the_same_client(house: House) -> None:
    other = await newcomer(house, 1)
    await relate(house.database, other, PUP)
    parent = await house.accepted()

    answer = await pass_on(house, parent, client_id=str(other))

    assert answer.json()["type"] == "/problems/PartUnfounded"


async def test_only_its_receiver_passes_a_part_on(house: House) -> None:
    parent = await house.accepted()
    body = referral(TO_THE_NGO, part_of=id_of(parent))

    by_sender = await house.ask(SOCIAL_WORKER, "/v1/referrals", body)
    by_stranger = await house.ask(STRANGER, "/v1/referrals", body)

    assert by_sender.json()["type"] == "/problems/PartUnfounded"
    assert by_stranger.json()["type"] == "/problems/ReferralNotFound"


async def test_parts_nobody_answered_fall_away_when_the_whole_comes_to_nothing(
    house: House,
) -> None:
    parent, part = await passed_on(house)

    await house.ask(ADVISER, f"{parent}/decline", {"reason": "client_refused"})

    view = (await house.see(ADVISER, part)).json()
    types = [event["type"] for event in await announced(house.database, CLIENT)]
    assert (view["state"], view["change"]) == ("superseded", "parent_ended")
    assert types[-2:] == ["referral.declined.v1", "referral.superseded.v1"]


async def test_parts_under_way_are_asked_back_when_the_whole_comes_to_nothing(
    house: House,
) -> None:
    await offered(house)
    parent, part = await passed_on(house, {"service": str(WORKSHOP)})
    await house.ask(COORDINATOR, f"{part}/accept", VISIT)

    await house.ask(ADVISER, f"{parent}/decline", {"reason": "client_refused"})

    view = (await house.see(ADVISER, part)).json()
    assert (view["state"], view["change"]) == ("cancel_requested", "parent_ended")
    assert await counts(house) == (1, 0)


async def test_parts_go_on_when_the_whole_is_completed(house: House) -> None:
    parent, part = await passed_on(house)

    await house.ask(ADVISER, f"{parent}/complete", DONE)

    assert (await house.see(ADVISER, part)).json()["state"] == "sent"


async def test_a_part_of_a_part_falls_with_it(house: House) -> None:
    parent, part = await passed_on(house)
    await house.ask(COORDINATOR, f"{part}/accept", VISIT)
    await relate(house.database, CLIENT, NGO)
    await offered(house, institution=PUP)
    body = referral({"service": str(WORKSHOP)}, part_of=id_of(part))
    deeper = await house.ask(COORDINATOR, "/v1/referrals", body)

    await house.ask(ADVISER, f"{parent}/decline", {"reason": "client_refused"})
    await house.ask(COORDINATOR, f"{part}/confirm-cancellation")

    states = [
        (await house.see(COORDINATOR, address)).json()["state"]
        for address in (part, deeper.headers["location"])
    ]
    assert states == ["cancelled", "superseded"]
