"""Reading referrals, over HTTP."""

from typing import Any

import pytest

from contracts.referrals import ReferralSent
from contracts.values import BasisKind
from kernel.journal import Fact
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import announced, fact_of, hear

pytestmark = pytest.mark.anyio


def states_of(answer: Any) -> list[tuple[str, str]]:
    return [(item["to"]["kind"], item["state"]) for item in answer.json()["items"]]


async def test_each_institution_finds_its_own_post_newest_first(house: House) -> None:
    await house.accepted()
    await house.sent(to={"institution": str(NGO)})

    out = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out")
    came_in = await house.see(ADVISER, "/v1/referrals", box="in")
    by_itself = await house.see(COORDINATOR, "/v1/referrals")

    assert states_of(out) == [("NGO", "sent"), ("PUP", "accepted")]
    assert states_of(came_in) == [("PUP", "accepted")]
    assert states_of(by_itself) == [("NGO", "sent")]


@pytest.mark.parametrize("box", ["in", "out"])
async def test_a_box_holds_only_ones_own_post(house: House, box: str) -> None:
    await house.sent()

    answer = await house.see(STRANGER, "/v1/referrals", box=box)

    assert answer.json() == {"items": [], "next": None}


async def test_a_state_narrows_the_list(house: House) -> None:
    await house.accepted()
    await house.sent(to={"institution": str(NGO)})

    answer = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out", state="accepted")

    assert states_of(answer) == [("PUP", "accepted")]


async def test_pages_lose_and_repeat_nothing_while_post_comes(house: House) -> None:
    first = await house.sent()
    second = await house.sent(to={"institution": str(NGO)})
    page = (await house.see(SOCIAL_WORKER, "/v1/referrals", box="out", limit=1)).json()
    await house.ask(ADVISER, f"{first}/decline", {"reason": "no_places"})
    await house.sent()

    rest = await house.see(SOCIAL_WORKER, "/v1/referrals", box="out", limit=1, cursor=page["next"])

    assert second.endswith(page["items"][0]["id"])
    assert first.endswith(rest.json()["items"][0]["id"])
    assert rest.json()["next"] is None


@pytest.mark.parametrize("cursor", ["***", "bm90LWFuLWlk", "żółw"])
async def test_a_cursor_is_passed_back_as_it_was_given(house: House, cursor: str) -> None:
    answer = await house.see(SOCIAL_WORKER, "/v1/referrals", cursor=cursor)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def test_sender_and_receiver_see_the_referral_before_the_relation_is_heard(
    house: House,
) -> None:
    address = await house.sent()

    mine = await house.see(SOCIAL_WORKER, address)
    theirs = await house.see(ADVISER, address)

    assert (mine.status_code, theirs.status_code) == (200, 200)
    assert theirs.headers["etag"] == '"v1"'


async def test_to_a_stranger_the_referral_does_not_exist(house: House) -> None:
    address = await house.sent()

    answer = await house.see(STRANGER, address)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ReferralNotFound")


async def test_once_the_referral_is_heard_the_receiver_sees_the_plan(house: House) -> None:
    await house.sent()
    await hear(house.database, reactions, await sent_as_heard(house))

    answer = await house.see(ADVISER, f"/v1/plans/{house.plan_id}")

    assert answer.status_code == 200


async def sent_as_heard(house: House) -> Fact:
    event = (await announced(house.database, CLIENT))[-1]
    known = {name: event[name] for name in ReferralSent.model_fields}
    assert known["basis"] == BasisKind.REFERRAL
    return fact_of(ReferralSent.model_validate(known), source="referrals")
