"""Registering a client, over HTTP."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.values import InstitutionKind
from tests.intake.conftest import (
    ADMISSION,
    ADVISER,
    CLERK,
    COORDINATOR,
    LAPSED,
    MANAGER,
    NGO,
    NOBODY,
    OPS,
    PARTNERSHIP,
    PESEL,
    PUP,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, bearer, worker

pytestmark = pytest.mark.anyio


async def test_a_client_is_registered_once_for_every_partner(house: House) -> None:
    answer = await house.register(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    body = answer.json()
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/clients/{body['id']}"
    assert answer.headers["etag"] == '"v1"'
    assert answer.headers["sync-token"] == f"intake:{body['id']}:3"
    assert body["name"] == ADMISSION["name"]
    assert body["pesel"] == "850314*****"
    assert (body["status"], body["version"]) == ("registered", 1)
    assert body.pop("possible_duplicates") == []
    for partner in (ADVISER, COORDINATOR):
        assert (await house.see(partner, answer.headers["location"])).json() == body


async def test_it_is_announced_in_order_and_without_a_name(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    client_id = address.removeprefix("/v1/clients/")
    events = await announced(house.database, UUID(client_id))
    assert [event["type"] for event in events] == [
        "client.registered.v1",
        "sharing.opened.v1",
        "sharing.opened.v1",
    ]
    assert events[0] == {
        "type": "client.registered.v1",
        "actor": "ops-worker",
        "client_id": client_id,
        "relation_id": client_id,
        "party_id": str(OPS),
        "basis": "registration",
        "scope": [],
        "until": None,
        "expires_at": None,
        "municipality": "2478011",
    }
    assert [event["party_id"] for event in events[1:]] == [str(PARTNERSHIP), str(NGO)]
    told = str(events)
    assert [
        word for word in ("Próbna", "Wymyślona", PESEL, "1985", "600100200") if word in told
    ] == []


async def test_who_has_no_number_is_registered_without_one(house: House) -> None:
    answer = await house.register(pesel=None)

    assert (answer.status_code, answer.json()["pesel"]) == (201, None)


async def test_two_without_a_number_are_two_clients(house: House) -> None:
    first = await house.registered(pesel=None)

    assert await house.registered(pesel=None) != first


async def test_a_homeless_client_is_registered_where_she_was_last_known(house: House) -> None:
    residence = {"municipality": "2478011", "homeless": True}

    answer = await house.register(residence=residence, reasons=["homelessness"])

    assert answer.status_code == 201, answer.text
    assert answer.json()["residence"]["homeless"] is True


async def test_a_client_without_any_address_is_registered(house: House) -> None:
    answer = await house.register(residence=None, contact={})

    assert (answer.status_code, answer.json()["residence"]) == (201, None)


async def test_a_foreigner_is_reached_by_her_foreign_phone(house: House) -> None:
    answer = await house.register(pesel=None, contact={"phone": "+380 50 123 45 67"})

    assert answer.json()["contact"]["phone"] == "+380501234567"


async def test_a_number_registered_elsewhere_tells_whom_to_ask_and_not_who_she_is(
    house: House,
) -> None:
    address = await house.registered()

    answer = await house.register(STRANGER)

    body = answer.json()
    assert (answer.status_code, body["type"]) == (409, "/problems/AlreadyRegistered")
    assert body["registered_at"] == "MOPR Zabrze (demo)"
    assert body["ask_for_access"] == {"method": "POST", "href": "/v1/access-requests"}
    assert body["errors"][0]["pointer"] == "/pesel"
    assert "client_id" not in body
    assert address.removeprefix("/v1/clients/") not in f"{answer.text}{answer.headers}"


async def test_a_number_registered_here_leads_to_the_record(house: House) -> None:
    client_id = (await house.registered()).removeprefix("/v1/clients/")

    answer = await house.register()

    assert (answer.status_code, answer.json()["client_id"]) == (409, client_id)
    assert answer.json()["href"] == f"/v1/records/{client_id}"
    assert await house.count("clients") == 1


async def test_a_partner_who_may_see_her_is_led_to_the_record_too(house: House) -> None:
    client_id = (await house.registered(share_with=[WITH_THE_PARTNERSHIP])).split("/")[-1]

    answer = await house.register(ADVISER)

    assert (answer.status_code, answer.json()["client_id"]) == (409, client_id)


async def test_of_eight_at_the_same_instant_one_registers_her(house: House) -> None:
    offices = [SOCIAL_WORKER, ADVISER, COORDINATOR, STRANGER] * 2

    answers = await asyncio.gather(*(house.register(caller) for caller in offices))

    assert sorted(answer.status_code for answer in answers) == [201] + [409] * 7
    assert await house.count("clients") == 1
    assert await house.count("journal") == 1
    assert await house.count("client_keys") == 1


async def test_the_same_key_twice_registers_one_client_without_a_number(house: House) -> None:
    first = await house.ask(
        SOCIAL_WORKER, "/v1/clients", ADMISSION | {"pesel": None}, Idempotency_Key="k1"
    )
    again = await house.ask(
        SOCIAL_WORKER, "/v1/clients", ADMISSION | {"pesel": None}, Idempotency_Key="k1"
    )

    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
    assert again.headers["location"] == first.headers["location"]
    assert await house.count("clients") == 1


async def test_a_refused_registration_may_be_repeated_under_its_key(house: House) -> None:
    wrong = ADMISSION | {"birth_date": "1985-03-15"}
    await house.ask(SOCIAL_WORKER, "/v1/clients", wrong, Idempotency_Key="k1")

    answer = await house.ask(SOCIAL_WORKER, "/v1/clients", ADMISSION, Idempotency_Key="k1")

    assert answer.status_code == 201


@pytest.mark.parametrize("caller", [CLERK, MANAGER, worker(OPS, InstitutionKind.OPS, "operator")])
async def test_only_a_caseworker_registers(house: House, caller: Any) -> None:
    answer = await house.register(caller)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")
    assert await house.count("clients") == 0


async def test_nobody_unknown_registers(house: House) -> None:
    answer = await house.client.post("/v1/clients", json=ADMISSION)

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/NotLoggedIn")
    assert answer.headers["www-authenticate"].startswith("Bearer")


async def test_one_who_may_not_learns_nothing_of_what_was_wrong(house: House) -> None:
    answer = await house.register(CLERK, pesel="00210100000")

    assert answer.status_code == 403


async def test_a_record_is_shared_at_once_with_a_known_partner_only(house: House) -> None:
    answer = await house.register(
        share_with=[WITH_THE_NGO, WITH_THE_NGO | {"institution": NOBODY}]
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/PartyUnknown")
    assert answer.json()["errors"][0]["pointer"] == "/share_with/1/institution"
    assert await house.count("clients") == 0


@pytest.mark.parametrize(
    ("party", "problem"),
    [
        (NOBODY, "PartyUnknown"),
        (str(NGO), "PartyUnknown"),
        (str(LAPSED), "PartnershipNotInForce"),
    ],
)
async def test_a_partnership_must_be_one_in_force(house: House, party: str, problem: str) -> None:
    answer = await house.register(share_with=[WITH_THE_PARTNERSHIP | {"partnership": party}])

    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert answer.json()["errors"][0]["pointer"] == "/share_with/0/partnership"
    assert await house.count("clients") == 0


async def test_a_partnership_is_no_institution(house: House) -> None:
    share = WITH_THE_NGO | {"institution": str(PARTNERSHIP)}

    answer = await house.register(share_with=[share])

    assert answer.json()["type"] == "/problems/PartyUnknown"


async def test_nobody_shares_in_a_partnership_he_is_not_in(house: House) -> None:
    answer = await house.register(COORDINATOR, share_with=[WITH_THE_PARTNERSHIP])

    assert answer.json()["type"] == "/problems/PartnershipNotInForce"


async def test_a_consent_that_is_over_shares_nothing_and_is_named(house: House) -> None:
    over = {"kind": "consent", "evidence": "form 12/2026", "until": "2026-01-31"}

    answer = await house.register(
        share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO | {"basis": over}]
    )

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/ConsentOver")
    assert answer.json()["errors"][0]["pointer"] == "/share_with/1/basis/until"
    assert await house.count("clients") == 0
    assert await house.count("sharings") == 0


async def test_the_answer_speaks_polish_to_whoever_prefers_it(house: House) -> None:
    answer = await house.ask(
        SOCIAL_WORKER,
        "/v1/clients",
        ADMISSION | {"birth_date": "1985-03-15"},
        Accept_Language="pl-PL, en;q=0.5",
    )

    assert answer.json()["title"] == "Numer PESEL zawiera inną datę urodzenia niż podana."
    assert answer.headers["content-language"] == "pl"


async def test_a_client_is_shown_with_her_version(house: House) -> None:
    address = await house.registered()

    answer = await house.see(SOCIAL_WORKER, address)

    assert (answer.status_code, answer.headers["etag"]) == (200, '"v1"')
    assert PESEL not in answer.text


@pytest.mark.parametrize("caller", [STRANGER, ADVISER])
async def test_a_stranger_learns_nothing_of_her(house: House, caller: Any) -> None:
    address = await house.registered()

    answer = await house.see(caller, address)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


async def test_an_id_that_is_none_names_nobody(house: House) -> None:
    answer = await house.see(SOCIAL_WORKER, "/v1/clients/85031412347")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NoSuchAddress")
    assert PESEL not in answer.text


async def test_an_expired_partnership_shows_her_no_more(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    await house.database.pool.execute("UPDATE memberships SET valid_to = '2026-01-31'")

    assert (await house.see(ADVISER, address)).status_code == 404
    assert (await house.see(SOCIAL_WORKER, address)).status_code == 200


async def test_the_pup_registers_as_well(house: House) -> None:
    answer = await house.register(ADVISER)

    assert answer.json()["registered_by"] == str(PUP)


async def test_a_query_parameter_nobody_knows_is_refused(house: House) -> None:
    answer = await house.client.post(
        "/v1/clients?dry_run=true", json=ADMISSION, headers=bearer(SOCIAL_WORKER)
    )

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/UnknownParameter")
    assert await house.count("clients") == 0
