"""Sharing a record, withdrawing it, asking for access, and finding only what one may see."""

from typing import Any
from uuid import UUID

import pytest

from tests.intake.conftest import (
    ADMISSION,
    ADVISER,
    BASIS,
    CLERK,
    CONSENT,
    COORDINATOR,
    FAR,
    LAPSED,
    NGO,
    NOBODY,
    OPS,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio

ASKED = {"pesel": PESEL, "reason": "She came to our office."}
NO_BASIS = {"reason": "no_legal_basis"}


async def asked(house: House) -> str:
    """A stranger asks for access; answer the address of his request."""
    answer = await house.ask(STRANGER, "/v1/access-requests", ASKED)
    assert answer.status_code == 201, answer.text
    return f"/v1/access-requests/{answer.json()['id']}"


PESELS = {"85031412347": "1985-03-14", "44051401359": "1944-05-14", "90010112349": "1990-01-01"}


async def asked_of(house: House, pesel: str) -> str:
    """A stranger asks for access to one of several clients."""
    await house.registered(pesel=pesel, birth_date=PESELS[pesel])
    answer = await house.ask(STRANGER, "/v1/access-requests", ASKED | {"pesel": pesel})
    assert answer.status_code == 201, answer.text
    return f"/v1/access-requests/{answer.json()['id']}"


async def test_a_record_is_shared_by_consent(house: House) -> None:
    address = await house.registered()
    share = WITH_THE_NGO | {"sections": ["household"], "basis": CONSENT | {"until": "2199-12-31"}}

    answer = await house.ask(SOCIAL_WORKER, f"{address}/sharings", share)

    body = answer.json()
    event = (await announced(house.database))[-1]
    assert answer.status_code == 201, answer.text
    assert (body["party"], body["basis"], body["until"]) == (str(NGO), "consent", "2199-12-31")
    assert body["closed_at"] is None
    assert (event["type"], event["scope"]) == ("sharing.opened.v1", ["household"])
    assert (event["relation_id"], event["until"]) == (body["id"], "2199-12-31")
    assert "form 12/2026" not in f"{answer.text}{event}"
    assert (await house.see(COORDINATOR, address)).status_code == 200


async def test_a_withdrawn_sharing_shows_nothing_from_the_next_request_on(house: House) -> None:
    address = await house.registered()
    share = await house.ask(SOCIAL_WORKER, f"{address}/sharings", WITH_THE_NGO)
    sharing = f"{address}/sharings/{share.json()['id']}"

    answer = await house.ask(SOCIAL_WORKER, f"{sharing}/withdraw")

    assert answer.status_code == 200, answer.text
    assert answer.json()["closed_at"] is not None
    assert answer.headers["okienko-closes"] == "true"
    assert (await house.see(COORDINATOR, address)).status_code == 404
    assert (await announced(house.database))[-1]["type"] == "sharing.closed.v1"


async def test_a_partner_does_not_withdraw_what_another_institution_shared(house: House) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    shared = await house.ask(SOCIAL_WORKER, f"{address}/sharings", WITH_THE_NGO)

    answer = await house.ask(ADVISER, f"{address}/sharings/{shared.json()['id']}/withdraw")

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/SharingOfOthers")
    assert (await house.see(COORDINATOR, address)).status_code == 200


async def test_a_sharing_is_withdrawn_once(house: House) -> None:
    address = await house.registered()
    share = await house.ask(SOCIAL_WORKER, f"{address}/sharings", WITH_THE_NGO)
    sharing = f"{address}/sharings/{share.json()['id']}/withdraw"
    await house.ask(SOCIAL_WORKER, sharing)

    answer = await house.ask(SOCIAL_WORKER, sharing)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/SharingOver")


async def test_a_sharing_of_another_client_is_not_hers(house: House) -> None:
    address = await house.registered()
    other = await house.registered(pesel=None)
    share = await house.ask(SOCIAL_WORKER, f"{other}/sharings", WITH_THE_NGO)

    answer = await house.ask(SOCIAL_WORKER, f"{address}/sharings/{share.json()['id']}/withdraw")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/SharingNotFound")


@pytest.mark.parametrize(
    ("share", "pointer"),
    [
        (WITH_THE_NGO | {"institution": NOBODY}, "/institution"),
        (WITH_THE_PARTNERSHIP | {"partnership": str(LAPSED)}, "/partnership"),
        (WITH_THE_NGO | {"basis": CONSENT | {"until": "2026-01-31"}}, "/basis/until"),
    ],
)
async def test_a_sharing_that_cannot_be_opened_is_refused_by_its_field(
    house: House, share: dict[str, Any], pointer: str
) -> None:
    address = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/sharings", share)

    assert answer.status_code == 422, answer.text
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert await house.count("sharings") == 0


async def test_a_stranger_shares_and_withdraws_nothing(house: House) -> None:
    address = await house.registered()
    share = await house.ask(SOCIAL_WORKER, f"{address}/sharings", WITH_THE_NGO)
    sharing = f"{address}/sharings/{share.json()['id']}/withdraw"

    opened = await house.ask(STRANGER, f"{address}/sharings", WITH_THE_NGO)
    closed = await house.ask(STRANGER, sharing)

    assert (opened.status_code, closed.status_code) == (404, 404)


async def test_a_clerk_neither_shares_nor_withdraws(house: House) -> None:
    address = await house.registered()

    opened = await house.ask(CLERK, f"{address}/sharings", WITH_THE_NGO)
    closed = await house.ask(CLERK, f"{address}/sharings/{NOBODY}/withdraw")

    assert (opened.status_code, closed.status_code) == (403, 403)


async def test_access_is_asked_for_without_learning_who_she_is(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]

    answer = await house.ask(STRANGER, "/v1/access-requests", ASKED)

    body = answer.json()
    assert answer.status_code == 201, answer.text
    assert (body["client_id"], body["state"]) == (None, "open")
    assert (body["owner"], body["asked_by"]) == (str(OPS), str(FAR))
    # Only the gateway is told, which tells the audit and nobody else.
    told = {name: value for name, value in answer.headers.items() if client_id in value}
    assert client_id not in answer.text
    assert told == {"okienko-client": client_id}
    event = (await announced(house.database))[-1]
    assert (event["type"], event["asked_by"]) == ("access.requested.v1", str(FAR))
    assert "office" not in str(event)


async def test_each_side_finds_the_request_in_its_box(house: House) -> None:
    client_id = (await house.registered()).split("/")[-1]
    await asked(house)

    mine = (await house.see(SOCIAL_WORKER, "/v1/access-requests")).json()["items"]
    made = (await house.see(STRANGER, "/v1/access-requests", box="out")).json()["items"]
    others = (await house.see(ADVISER, "/v1/access-requests")).json()["items"]

    assert [item["client_id"] for item in mine] == [client_id]
    assert mine[0]["reason"] == "She came to our office."
    assert [item["client_id"] for item in made] == [None]
    assert others == []


async def test_a_granted_request_opens_the_record(house: House) -> None:
    address = await house.registered()
    request = await asked(house)

    answer = await house.ask(SOCIAL_WORKER, f"{request}/grant", {"basis": BASIS})

    event = (await announced(house.database))[-1]
    assert (answer.status_code, answer.json()["state"]) == (200, "granted")
    assert (event["type"], event["party_id"]) == ("sharing.opened.v1", str(FAR))
    assert (await house.see(STRANGER, address)).status_code == 200


async def test_a_refused_request_opens_nothing(house: House) -> None:
    address = await house.registered()
    request = await asked(house)

    answer = await house.ask(SOCIAL_WORKER, f"{request}/refuse", NO_BASIS)

    assert (answer.status_code, answer.json()["state"]) == (200, "refused")
    assert (await announced(house.database))[-1]["type"] == "access.refused.v1"
    assert (await house.see(STRANGER, address)).status_code == 404


async def test_a_request_is_answered_once(house: House) -> None:
    await house.registered()
    request = await asked(house)
    await house.ask(SOCIAL_WORKER, f"{request}/refuse", NO_BASIS)

    answer = await house.ask(SOCIAL_WORKER, f"{request}/grant", {"basis": BASIS})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AccessAnswered")


@pytest.mark.parametrize("caller", [STRANGER, ADVISER])
async def test_only_the_owner_answers(house: House, caller: Any) -> None:
    await house.registered(share_with=[WITH_THE_PARTNERSHIP])
    request = await asked(house)

    answer = await house.ask(caller, f"{request}/grant", {"basis": BASIS})

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/AccessRequestNotFound")


async def test_a_grant_on_a_consent_that_is_over_leaves_the_request_open(house: House) -> None:
    await house.registered()
    request = await asked(house)
    over = CONSENT | {"until": "2026-01-31"}

    answer = await house.ask(SOCIAL_WORKER, f"{request}/grant", {"basis": over})

    items = (await house.see(SOCIAL_WORKER, "/v1/access-requests")).json()["items"]
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "/basis/until"
    assert items[0]["state"] == "open"


async def test_who_sees_her_already_need_not_ask(house: House) -> None:
    await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    answer = await house.ask(ADVISER, "/v1/access-requests", ASKED)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AlreadyVisible")


async def test_of_somebody_nobody_registered_no_access_is_asked(house: House) -> None:
    answer = await house.ask(STRANGER, "/v1/access-requests", ASKED)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NobodyRegistered")


async def test_requests_come_page_by_page(house: House) -> None:
    made = [(await asked_of(house, number)).split("/")[-1] for number in PESELS]

    first = (await house.see(SOCIAL_WORKER, "/v1/access-requests", limit=2)).json()
    rest = (
        await house.see(SOCIAL_WORKER, "/v1/access-requests", limit=2, cursor=first["next"])
    ).json()

    assert [item["id"] for item in first["items"] + rest["items"]] == made[::-1]
    assert rest["next"] is None


@pytest.mark.parametrize("cursor", ["!", "x", "ODUwMzE0MTIzNDc"])
async def test_a_cursor_nobody_gave_is_refused(house: House, cursor: str) -> None:
    answer = await house.see(SOCIAL_WORKER, "/v1/access-requests", cursor=cursor)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


async def found(house: House, caller: Any, **by: str) -> list[str]:
    answer = await house.ask(caller, "/v1/clients/search", by)
    assert answer.status_code == 200, answer.text
    return [item["client_id"] for item in answer.json()["items"]]


async def test_only_whom_one_may_see_is_found(house: House) -> None:
    shared = (await house.registered(share_with=[WITH_THE_PARTNERSHIP])).split("/")[-1]
    kept = (await house.registered(pesel=None)).split("/")[-1]

    assert set(await found(house, SOCIAL_WORKER, family="Wymyślona")) == {shared, kept}
    assert await found(house, ADVISER, family="Wymyślona") == [shared]
    assert await found(house, STRANGER, family="Wymyślona") == []
    assert await found(house, STRANGER, pesel=PESEL) == []


async def test_she_is_found_by_number_name_and_birth_date(house: House) -> None:
    name = {"given": "Łucja", "family": "Żółć-Ślązak"}
    her = (await house.registered(name=name)).split("/")[-1]

    assert await found(house, SOCIAL_WORKER, pesel=PESEL) == [her]
    assert await found(house, SOCIAL_WORKER, family="ŻÓŁĆ-ŚLĄZAK") == [her]
    assert await found(house, SOCIAL_WORKER, family="żółć-ślązak", birth_date="1985-03-14") == [
        her
    ]
    assert await found(house, SOCIAL_WORKER, family="Żółć-Ślązak", birth_date="1985-03-15") == []
    assert await found(house, SOCIAL_WORKER, pesel="90010112349") == []


async def test_a_search_shows_the_birth_part_of_a_number_only(house: House) -> None:
    await house.registered()

    answer = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": PESEL})

    assert answer.json()["items"][0]["pesel"] == "850314*****"
    assert PESEL not in answer.text


@pytest.mark.parametrize("by", [{}, {"birth_year": 1985}])
async def test_a_search_needs_a_number_or_a_name(house: House, by: dict[str, str]) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/clients/search", by)

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [""]


async def test_a_search_for_no_number_says_so_without_repeating_it(house: House) -> None:
    answer = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": "85031412348"})

    assert answer.json()["errors"][0]["pointer"] == "/pesel"
    assert "85031412348" not in answer.text


async def test_who_was_erased_spoils_no_search_for_the_others(house: House) -> None:
    gone = (await house.registered()).split("/")[-1]
    stays = (await house.registered(pesel=None)).split("/")[-1]
    await asked(house)
    await house.database.pool.execute("DELETE FROM client_keys WHERE client_id = $1", UUID(gone))

    requests = await house.see(SOCIAL_WORKER, "/v1/access-requests")
    assert await found(house, SOCIAL_WORKER, family="Wymyślona") == [stays]
    assert requests.json() == {"items": [], "next": None}
    assert (await house.see(SOCIAL_WORKER, f"/v1/clients/{gone}")).status_code == 404


async def test_a_birth_date_alone_is_not_part_of_the_admission(house: House) -> None:
    unnamed = {field: said for field, said in ADMISSION.items() if field != "name"}

    answer = await house.ask(SOCIAL_WORKER, "/v1/clients", unnamed)

    assert answer.json()["errors"] == [{"pointer": "/name", "detail": "is required"}]
