"""Signed links: an institution without software answers one referral, and nothing else."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.intake.rights import ClientErased, ClientRestricted
from contracts.values import InstitutionKind
from kernel import clock
from kernel.passes import Passes, pass_for
from services.referrals.domain.links import ROLE
from services.referrals.reactions import reactions
from tests.referrals.conftest import (
    ADVISER,
    CLIENT,
    COORDINATOR,
    NGO,
    SOCIAL_WORKER,
    STRANGER,
    TO_THE_PUP,
    VISIT,
    House,
)
from tests.referrals.requesting import REQUESTS, on, outcome
from tests.support.rooms import HOUSE_KEY, announced, fact_of, hear

pytestmark = pytest.mark.anyio

TO_THE_NGO = {"to": {"institution": str(NGO)}, "purpose": "Paczka żywnościowa"}
DONE = {"outcome": "goal_reached", "note": "Dostała paczkę."}
NOTE = {"handed_to": "Pani Ewa z Fundacji, telefonicznie"}


async def sent(house: House) -> str:
    return await house.sent(**TO_THE_NGO)


async def handed(house: House, referral: str) -> tuple[str, str]:
    """Hand a link out; answer its id and token."""
    answer = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE)
    assert answer.status_code == 201, answer.text
    body = answer.json()
    return body["link"]["id"], body["address"].split("#")[1]


async def do(
    house: House, token: str, path: str, body: Any = None, **headers: str
) -> httpx2.Response:
    shown = {"Authorization": f"Pass {token}"} | {
        k.replace("_", "-"): v for k, v in headers.items()
    }
    if body is None:
        return await house.client.get(path, headers=shown)
    return await house.client.post(path, json=body, headers=shown)


async def test_a_link_is_handed_out_for_the_receiver_for_eight_days(house: House) -> None:
    referral = await sent(house)

    answer = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE)

    body = answer.json()
    link = body["link"]
    event = (await announced(house.database, CLIENT))[-1]
    left = clock.now() + timedelta(days=8)
    assert answer.status_code == 201
    assert body["address"].startswith("/answer#ey")
    assert (link["institution"]["id"], link["handed_to"]) == (str(NGO), NOTE["handed_to"])
    assert link["until"][:13] == left.isoformat()[:13]
    assert answer.headers["cache-control"] == "no-store"
    assert (event["type"], event["link_id"]) == ("link.handed.v1", link["id"])


async def test_the_link_itself_is_nowhere_but_in_the_answer(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    rows = await house.database.pool.fetch("SELECT * FROM referral_links")
    listed = await house.see(SOCIAL_WORKER, f"{referral}/links")
    kept = str([dict(row) for row in rows]) + str(await announced(house.database)) + listed.text

    assert token.split(".")[2] not in kept
    assert "Ewa" not in str([dict(row) for row in rows])
    assert listed.json()["items"][0]["handed_to"] == NOTE["handed_to"]


async def test_the_receiver_answers_by_it(house: House) -> None:
    referral = await sent(house)
    link_id, token = await handed(house, referral)

    seen = await do(house, token, f"{referral}/answer-sheet")
    received = await do(house, token, f"{referral}/receive", {})
    accepted = await do(house, token, f"{referral}/accept", VISIT)
    completed = await do(house, token, f"{referral}/complete", DONE)

    mine = (await house.see(SOCIAL_WORKER, referral)).json()
    told = await announced(house.database, CLIENT)
    answers = (seen, received, accepted, completed)
    assert [answer.status_code for answer in answers] == [200, 200, 200, 200]
    assert seen.json()["purpose"] == "Paczka żywnościowa"
    assert (mine["state"], mine["outcome"]) == ("completed", "goal_reached")
    answered = [event for event in told if event["type"].startswith("referral.")][1:]
    assert {event["actor"] for event in answered} == {f"pass:{link_id}"}


async def test_the_receiver_declines_by_it(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    answer = await do(house, token, f"{referral}/decline", {"reason": "no_places"})

    assert (answer.json()["state"], answer.json()["basis"]) == ("declined", None)


async def test_a_sheet_says_what_is_to_be_answered_and_nobodys_name(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    answer = await do(house, token, f"{referral}/answer-sheet")

    sheet = answer.json()
    assert sheet["number"] == f"{referral[-8:-4]}-{referral[-4:]}".upper()
    assert (sheet["from"]["name"], sheet["to"]["id"]) == ("MOPR Zabrze (demo)", str(NGO))
    assert sheet["allowed"] == ["receive", "return", "accept", "decline"]
    assert not {"client_id", "basis", "goal_id"} & set(sheet)
    assert str(CLIENT) not in str(sheet)
    assert answer.headers["cache-control"] == "no-store"


async def test_what_can_be_done_next_is_said_of_every_state(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    steps = ("schedule", "miss", "cancel-appointment", "note", "complete")

    await do(house, token, f"{referral}/accept", VISIT)
    accepted = (await do(house, token, f"{referral}/answer-sheet")).json()["allowed"]
    await do(house, token, f"{referral}/start", {})
    started = (await do(house, token, f"{referral}/answer-sheet")).json()["allowed"]

    assert accepted == ["decline", "start", *steps]
    assert started == ["decline", *steps, "fail"]


async def test_every_step_that_is_said_to_be_possible_is(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    steps = [
        ("return", {"question": "Czy ma dziecko?"}),
        ("accept", VISIT),
        ("start", {}),
        ("schedule", {"visit_on": "2099-03-12"}),
        ("cancel-appointment", {}),
        ("note", {"note": "Przychodzi."}),
        ("fail", {"reason": "no_contact"}),
    ]
    for verb, body in steps:
        sheet = (await do(house, token, f"{referral}/answer-sheet")).json()
        if sheet["state"] == "returned":
            await house.ask(SOCIAL_WORKER, f"{referral}/supply", {"answer": "Nie."})
            sheet = (await do(house, token, f"{referral}/answer-sheet")).json()
        assert verb in sheet["allowed"]
        answer = await do(house, token, f"{referral}/{verb}", body)
        assert answer.status_code == 200, answer.text


async def test_an_answer_by_link_shows_no_more_than_is_needed(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    body = (await do(house, token, f"{referral}/receive", {})).json()

    assert (body["basis"], body["goal_id"], body["action_id"]) == (None, None, None)
    assert (await house.see(COORDINATOR, referral)).json()["basis"]["kind"] == "statutory_task"


async def test_a_whole_referral_is_not_read_by_link(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    assert outcome(await do(house, token, referral)) == (403, "RoleMayNot")
    assert outcome(await do(house, token, f"{referral}/history")) == (403, "RoleMayNot")


async def test_an_answer_sent_twice_counts_once(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    first = await do(house, token, f"{referral}/accept", VISIT, Idempotency_Key="a1")
    again = await do(house, token, f"{referral}/accept", VISIT, Idempotency_Key="a1")

    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"


async def test_what_cannot_be_done_now_is_told_with_what_can(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    await do(house, token, f"{referral}/accept", VISIT)

    answer = await do(house, token, f"{referral}/receive", {})

    assert outcome(answer) == (409, "IllegalMove")
    assert "complete" in answer.json()["allowed"]


# --- What a link does not open --------------------------------------------------------------------


async def test_a_link_opens_no_other_referral(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    other = await house.sent()

    answers = [
        await do(house, token, f"{other}/answer-sheet"),
        await do(house, token, f"{other}/accept", VISIT),
        await do(house, token, f"{other}/decline", {"reason": "no_places"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


async def test_not_even_another_referral_to_the_same_institution(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    await do(house, token, f"{referral}/decline", {"reason": "no_places"})
    other = await sent(house)

    assert (await do(house, token, f"{other}/answer-sheet")).status_code == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/referrals", 403),
        (REQUESTS, 403),
        (f"/v1/plans/{CLIENT}", 403),
        (f"/v1/referral-links/{CLIENT}", 404),
    ],
)
async def test_a_link_lists_nothing_and_reads_nothing_else(
    house: House, path: str, status: int
) -> None:
    _, token = await handed(house, await sent(house))

    assert (await do(house, token, path)).status_code == status


@pytest.mark.parametrize("verb", ["withdraw", "links"])
async def test_a_link_does_nothing_that_is_the_senders(house: House, verb: str) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)

    answer = await do(house, token, f"{referral}/{verb}", {})

    assert outcome(answer) == (403, "RoleMayNot")


async def test_a_link_sends_nobody_on(house: House) -> None:
    _, token = await handed(house, await sent(house))

    answer = await do(house, token, "/v1/referrals", TO_THE_PUP)

    assert outcome(answer) == (403, "RoleMayNot")


def forged(referral: str, link_id: str, **changes: Any) -> str:
    """A pass that the house itself signed, but for what is changed."""
    party = (NGO, "Fundacja Krok (demo)", InstitutionKind.NGO)
    only = UUID(referral.rsplit("/", maxsplit=1)[-1])
    holder = pass_for(UUID(link_id), ROLE, only=only, party=party, name="x")
    return Passes(bytes.fromhex(HOUSE_KEY)).make(
        replace(holder, **changes), clock.now() + timedelta(days=1)
    )


async def test_a_link_that_nobody_handed_out_opens_nothing(house: House) -> None:
    referral = await sent(house)

    answer = await do(house, forged(referral, str(CLIENT)), f"{referral}/answer-sheet")

    assert outcome(answer) == (401, "PassOver")


async def test_a_link_of_another_institution_opens_nothing(house: House) -> None:
    referral = await sent(house)
    link_id, _ = await handed(house, referral)

    answer = await do(
        house, forged(referral, link_id, institution=UUID(int=5)), f"{referral}/answer-sheet"
    )

    assert outcome(answer) == (401, "PassOver")


async def test_a_link_to_one_referral_is_none_to_another(house: House) -> None:
    referral, other = await sent(house), await house.sent()
    link_id, _ = await handed(house, referral)

    answer = await do(house, forged(other, link_id), f"{other}/answer-sheet")

    assert outcome(answer) == (401, "PassOver")


async def test_a_link_taken_back_is_over_at_once(house: House) -> None:
    referral = await sent(house)
    link_id, token = await handed(house, referral)

    revoked = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/revoke")
    again = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/revoke")
    answer = await do(house, token, f"{referral}/accept", VISIT)

    assert revoked.json()["alive"] is False
    assert outcome(again) == (409, "LinkGone")
    assert outcome(answer) == (401, "PassOver")
    assert (await house.see(SOCIAL_WORKER, referral)).json()["state"] == "sent"
    assert (await announced(house.database, CLIENT))[-1]["type"] == "link.revoked.v1"


async def test_a_link_is_over_when_its_days_are(house: House) -> None:
    referral = await sent(house)
    link_id, token = await handed(house, referral)
    await house.database.pool.execute(
        "UPDATE referral_links SET until = now() - interval '1 second' WHERE id = $1",
        UUID(link_id),
    )

    assert outcome(await do(house, token, f"{referral}/answer-sheet")) == (401, "PassOver")


async def test_a_link_is_over_when_its_referral_is(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    await do(house, token, f"{referral}/decline", {"reason": "no_places"}, Idempotency_Key="d1")

    seen = await do(house, token, f"{referral}/answer-sheet")
    again = await do(
        house, token, f"{referral}/decline", {"reason": "no_places"}, Idempotency_Key="d1"
    )

    assert outcome(seen) == outcome(again) == (401, "PassOver")


async def test_a_link_to_a_restricted_client_rests(house: House) -> None:
    referral = await sent(house)
    _, token = await handed(house, referral)
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    assert outcome(await do(house, token, f"{referral}/answer-sheet")) == (401, "PassOver")


async def test_of_an_erased_client_a_link_shows_nothing(house: House) -> None:
    referral = await sent(house)
    link_id, token = await handed(house, referral)
    await hear(house.database, reactions, fact_of(ClientErased(client_id=CLIENT)))

    answer = await do(house, token, f"{referral}/answer-sheet")
    renewed = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/renew")

    assert answer.status_code in {401, 404}
    assert "Paczka" not in answer.text
    assert outcome(renewed) == (404, "LinkNotFound")


# --- Handing out, renewing, taking back ---------------------------------------------------------


async def test_one_link_is_in_somebodys_hands_at_a_time(house: House) -> None:
    referral = await sent(house)
    link_id, _ = await handed(house, referral)

    again = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE)

    assert outcome(again) == (409, "LinkHandedOut")
    assert again.json()["link_id"] == link_id


async def test_of_several_handed_out_at_once_one_is(house: House) -> None:
    referral = await sent(house)

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE) for _ in range(5))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409]


async def test_a_renewed_link_lives_and_the_old_one_dies(house: House) -> None:
    referral = await sent(house)
    link_id, old = await handed(house, referral)

    answer = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/renew")

    new = answer.json()["address"].split("#")[1]
    listed = (await house.see(SOCIAL_WORKER, f"{referral}/links")).json()["items"]
    assert answer.status_code == 201
    assert outcome(await do(house, old, f"{referral}/answer-sheet")) == (401, "PassOver")
    assert (await do(house, new, f"{referral}/answer-sheet")).status_code == 200
    assert [item["alive"] for item in listed] == [True, False]
    assert listed[1]["renewed_by"] == listed[0]["id"]
    assert listed[0]["handed_to"] == NOTE["handed_to"]


async def test_a_link_that_ran_out_is_renewed_or_another_handed_out(house: House) -> None:
    referral, other = await sent(house), await house.sent()
    for address in (referral, other):
        await handed(house, address)
    await house.database.pool.execute("UPDATE referral_links SET until = now()")
    (first,) = (await house.see(SOCIAL_WORKER, f"{referral}/links")).json()["items"]

    renewed = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{first['id']}/renew")
    another = await house.ask(SOCIAL_WORKER, f"{other}/links", NOTE)

    assert [renewed.status_code, another.status_code] == [201, 201]


async def test_a_link_taken_back_is_not_renewed(house: House) -> None:
    link_id, _ = await handed(house, await sent(house))
    await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/revoke")

    answer = await house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/renew")

    assert outcome(answer) == (409, "LinkGone")


async def test_only_the_sender_hands_links_out(house: House) -> None:
    referral = await sent(house)

    receiver = await house.ask(COORDINATOR, f"{referral}/links", NOTE)
    stranger = await house.ask(STRANGER, f"{referral}/links", NOTE)

    assert outcome(receiver) == (403, "NotYoursToHandOut")
    assert outcome(stranger) == (404, "ReferralNotFound")


@pytest.mark.parametrize("verb", ["renew", "revoke"])
async def test_anothers_link_does_not_exist(house: House, verb: str) -> None:
    link_id, _ = await handed(house, await sent(house))

    answer = await house.ask(COORDINATOR, f"/v1/referral-links/{link_id}/{verb}")

    assert outcome(answer) == (404, "LinkNotFound")


async def test_there_is_nothing_to_answer_of_a_referral_that_ended(house: House) -> None:
    referral = await sent(house)
    await house.ask(SOCIAL_WORKER, f"{referral}/withdraw")

    answer = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE)

    assert outcome(answer) == (409, "NobodyToAnswer")


async def test_a_repeated_command_hands_out_the_same_link(house: House) -> None:
    referral = await sent(house)

    first = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE, Idempotency_Key="l1")
    again = await house.ask(SOCIAL_WORKER, f"{referral}/links", NOTE, Idempotency_Key="l1")

    assert first.json() == again.json()


async def test_a_link_in_use_and_taken_back_at_once_does_one_or_the_other(house: House) -> None:
    referral = await sent(house)
    link_id, token = await handed(house, referral)

    used, revoked = await asyncio.gather(
        do(house, token, f"{referral}/accept", VISIT),
        house.ask(SOCIAL_WORKER, f"/v1/referral-links/{link_id}/revoke"),
    )

    state = (await house.see(SOCIAL_WORKER, referral)).json()["state"]
    assert revoked.status_code == 200
    assert (used.status_code, state) in {(200, "accepted"), (401, "sent")}


async def test_links_are_not_listed_to_the_receiver(house: House) -> None:
    referral = await house.sent()
    await handed(house, referral)

    assert (await house.see(ADVISER, f"{referral}/links")).json()["items"] == []


async def test_an_old_link_is_refused_by_its_own_clock(house: House) -> None:
    referral = await sent(house)
    with on(clock.today() - timedelta(days=30)):
        _, token = await handed(house, referral)

    assert outcome(await do(house, token, f"{referral}/answer-sheet")) == (401, "PassOver")
