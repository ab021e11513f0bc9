"""Assigning, ending, listing: who advises a client at an institution."""

import asyncio
from uuid import UUID

import pytest

from contracts.intake.rights import ClientRestricted
from services.referrals.reactions import reactions
from tests.referrals.advising import (
    ANNA,
    BOSS,
    CLERK,
    IDA,
    OLA,
    PUP_BOSS,
    TO_OLA,
    TODAY,
    advised,
    logged,
    owed,
    problem,
    proposed,
)
from tests.referrals.conftest import ADVISER, CLIENT, NGO, OPS, PUP, STRANGER, House, registered
from tests.support.rooms import announced, fact_of, hear, relate

pytestmark = pytest.mark.anyio
OTHER = UUID("0197a000-0000-7000-8000-00000000c002")


async def test_a_worker_takes_on_a_client_who_has_no_adviser(house: House) -> None:
    advice = await advised(house)

    assert advice["worker"] == {"code": "anna", "name": "Anna Zmyślona", "confirmed": True}
    assert (advice["institution"]["id"], advice["role"]) == (str(OPS), "lead_social_worker")
    assert (advice["since"], advice["until"]) == (TODAY.isoformat(), None)
    assert (await announced(house.database, CLIENT))[-1] == {
        "type": "advice.assigned.v1",
        "actor": "anna",
        "client_id": str(CLIENT),
        "advice_id": advice["id"],
        "institution": str(OPS),
        "role": "lead_social_worker",
        "since": TODAY.isoformat(),
    }
    assert await owed(house, "new_client") == []


async def test_a_manager_assigns_anybody_and_the_worker_is_told(house: House) -> None:
    advice = await advised(house, BOSS, worker=TO_OLA, role="personal_adviser")

    assert advice["worker"] == TO_OLA | {"confirmed": False}
    assert advice["role"] == "personal_adviser"
    assert await owed(house, "new_client") == [("new_client", "ola", "worker", None)]


async def test_a_name_that_was_told_gives_way_to_that_of_her_own_token(house: House) -> None:
    advice = await advised(house, BOSS, worker=TO_OLA)

    await logged(house, advice, OLA)
    await house.ask(BOSS, "/v1/advice", {"client_id": str(CLIENT), "worker": TO_OLA})

    shown = (await house.see(ANNA, f"/v1/advice/{advice['id']}")).json()
    assert shown["worker"] == {"code": "ola", "name": "Ola Zmyślona", "confirmed": True}


async def test_a_worker_assigns_nobody_else(house: House) -> None:
    body = {"client_id": str(CLIENT), "worker": TO_OLA}

    assert problem(await house.ask(ANNA, "/v1/advice", body)) == (403, "ManagersDecide")


async def test_a_clerk_advises_nobody(house: House) -> None:
    answer = await house.ask(CLERK, "/v1/advice", {"client_id": str(CLIENT)})

    assert problem(answer) == (403, "RoleMayNot")


async def test_nobody_advises_a_client_her_institution_may_not_see(house: House) -> None:
    body = {"client_id": str(CLIENT)}

    assert problem(await house.ask(STRANGER, "/v1/advice", body)) == (404, "ClientNotFound")
    assert problem(await house.ask(PUP_BOSS, "/v1/advice", body)) == (404, "ClientNotFound")


async def test_a_relation_that_does_not_open_the_plan_is_not_enough(house: House) -> None:
    await relate(house.database, CLIENT, PUP, scope=["work"])

    answer = await house.ask(ADVISER, "/v1/advice", {"client_id": str(CLIENT)})

    assert problem(answer) == (404, "ClientNotFound")


async def test_each_institution_has_one_adviser_of_its_own(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    mine = await advised(house)

    again = await house.ask(OLA, "/v1/advice", {"client_id": str(CLIENT)})
    theirs = await advised(house, ADVISER)

    assert problem(again) == (409, "AdviserAlready")
    assert again.json()["advice_id"] == mine["id"]
    assert theirs["role"] == "employment_adviser"


async def test_of_two_who_take_a_client_at_once_one_wins(house: House) -> None:
    body = {"client_id": str(CLIENT)}

    answers = await asyncio.gather(
        *(house.ask(who, "/v1/advice", body) for who in (ANNA, OLA, IDA, BOSS))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    told = [event["type"] for event in await announced(house.database, CLIENT)]
    assert told.count("advice.assigned.v1") == 1


async def test_repeated_with_its_key_it_is_done_once(house: House) -> None:
    body = {"client_id": str(CLIENT)}

    one = await house.ask(ANNA, "/v1/advice", body, Idempotency_Key="k1")
    two = await house.ask(ANNA, "/v1/advice", body, Idempotency_Key="k1")

    assert (one.status_code, two.json()) == (201, one.json())


@pytest.mark.parametrize(
    "more",
    [
        {"contact_every_days": 0},
        {"contact_every_days": "14"},
        {"role": "friend"},
        {"worker": {"code": "ola"}},
        {"worker": {"code": "", "name": "Ola"}},
        {"institution": str(PUP)},
    ],
)
async def test_what_cannot_be_read_changes_nothing(house: House, more: object) -> None:
    answer = await house.ask(BOSS, "/v1/advice", {"client_id": str(CLIENT)} | dict(more))  # type: ignore[call-overload]

    assert answer.status_code == 422
    assert "ola" not in answer.text.lower()
    assert await house.database.pool.fetchval("SELECT count(*) FROM advice") == 0


async def test_the_adviser_ends_it_with_a_reason_and_the_managers_look_for_another(
    house: House,
) -> None:
    advice = await advised(house)

    answer = await house.ask(ANNA, f"/v1/advice/{advice['id']}/end", {"reason": "worker_left"})

    assert (answer.json()["until"], answer.json()["end_reason"]) == (
        TODAY.isoformat(),
        "worker_left",
    )
    assert (await announced(house.database, CLIENT))[-1]["reason"] == "worker_left"
    assert await owed(house, "new_client") == [("new_client", None, "manager", None)]


async def test_whoever_is_assigned_next_ends_the_managers_search(house: House) -> None:
    advice = await advised(house)
    await house.ask(ANNA, f"/v1/advice/{advice['id']}/end", {"reason": "caseload"})

    await advised(house, OLA)

    assert await owed(house, "new_client") == []


async def test_taken_in_error_it_is_revoked_and_nobody_searches(house: House) -> None:
    advice = await advised(house)

    await house.ask(BOSS, f"/v1/advice/{advice['id']}/end", {"reason": "taken_in_error"})

    assert await owed(house, "new_client", "contact_client") == []


async def test_a_colleague_does_not_end_it_and_another_institution_neither(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    path = f"/v1/advice/{(await advised(house))['id']}/end"
    body = {"reason": "other"}

    assert problem(await house.ask(OLA, path, body)) == (403, "NotTheAdviser")
    assert problem(await house.ask(PUP_BOSS, path, body)) == (403, "NotYourAdvice")
    assert problem(await house.ask(STRANGER, path, body)) == (404, "AdviceNotFound")


async def test_what_only_the_house_concludes_nobody_says(house: House) -> None:
    path = f"/v1/advice/{(await advised(house))['id']}/end"

    for reason in ("handed_over", "access_ended"):
        assert (await house.ask(ANNA, path, {"reason": reason})).status_code == 422


async def test_an_ended_one_is_not_ended_again(house: House) -> None:
    path = f"/v1/advice/{(await advised(house))['id']}/end"
    await house.ask(ANNA, path, {"reason": "other"})

    again = await house.ask(ANNA, path, {"reason": "other"})

    assert problem(again) == (409, "IllegalMove")
    assert (again.json()["state"], again.json()["allowed"]) == ("ended", [])


async def test_who_decides_on_an_old_version_is_told(house: House) -> None:
    advice = await advised(house)
    await logged(house, advice)

    stale = await house.ask(
        ANNA, f"/v1/advice/{advice['id']}/end", {"reason": "other"}, If_Match='"v1"'
    )

    assert problem(stale) == (412, "VersionIsOld")


async def test_every_institution_of_the_client_sees_who_her_advisers_are(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    await advised(house)
    await advised(house, ADVISER)

    for who in (ANNA, ADVISER):
        page = (await house.see(who, "/v1/advice", client_id=str(CLIENT))).json()
        assert {item["institution"]["name"] for item in page["items"]} == {
            "MOPR Zabrze (demo)",
            "PUP Zabrze (demo)",
        }
    assert (await house.see(STRANGER, "/v1/advice", client_id=str(CLIENT))).json()["items"] == []


async def test_mine_are_my_own_clients_page_by_page(house: House) -> None:
    others = [UUID(int=0x0197A00000007000800000000000D000 + n) for n in range(3)]
    for other in others:
        await hear(house.database, reactions, fact_of(registered(other)))
        await advised(house, ANNA, other)
    await advised(house, OLA)

    one = (await house.see(ANNA, "/v1/advice", mine="true", limit=2)).json()
    two = (await house.see(ANNA, "/v1/advice", mine="true", limit=2, cursor=one["next"])).json()

    shown = [item["client_id"] for item in one["items"] + two["items"]]
    assert shown == [str(other) for other in reversed(others)]
    assert two["next"] is None


async def test_ended_ones_are_listed_when_asked_for(house: House) -> None:
    advice = await advised(house)
    await house.ask(ANNA, f"/v1/advice/{advice['id']}/end", {"reason": "other"})

    assert (await house.see(ANNA, "/v1/advice")).json()["items"] == []
    ended = (await house.see(ANNA, "/v1/advice", state="ended")).json()["items"]
    assert [item["id"] for item in ended] == [advice["id"]]


async def test_a_restricted_client_is_neither_assigned_nor_shown_to_others(house: House) -> None:
    await relate(house.database, CLIENT, PUP)
    advice = await advised(house, ADVISER)
    await hear(house.database, reactions, fact_of(ClientRestricted(client_id=CLIENT)))

    refused = await house.ask(ANNA, "/v1/advice", {"client_id": str(CLIENT)})

    assert problem(refused) == (409, "ClientRestricted")
    assert (await house.see(ADVISER, f"/v1/advice/{advice['id']}")).status_code == 404
    assert (await house.see(ADVISER, "/v1/advice", mine="true")).json()["items"] == []


async def test_clients_without_an_adviser_are_listed_for_whoever_could_take_them(
    house: House,
) -> None:
    await hear(house.database, reactions, fact_of(registered(OTHER)))
    await relate(house.database, OTHER, NGO)
    await advised(house)

    page = (await house.see(ANNA, "/v1/advice/unassigned")).json()

    assert page == {
        "items": [{"client_id": str(OTHER), "since": TODAY.isoformat()}],
        "next": None,
    }
    assert (await house.see(STRANGER, "/v1/advice/unassigned")).json()["items"] == []


async def test_assigning_while_a_handover_waits_is_refused(house: House) -> None:
    advice = await advised(house)
    await proposed(house, advice)

    answer = await house.ask(BOSS, "/v1/advice", {"client_id": str(CLIENT), "worker": TO_OLA})

    assert problem(answer) == (409, "AdviserAlready")
