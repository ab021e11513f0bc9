"""The operator keeps the directory, over HTTP."""

import asyncio
from typing import Any

import pytest
from uuid_utils.compat import uuid7

from contracts.values import InstitutionKind
from tests.directory.conftest import (
    ADVISER,
    AGREEMENT,
    AGREEMENTS,
    NOBODY,
    OPERATOR,
    OPS,
    PARTNERSHIP,
    PUP,
    SOCIAL_WORKER,
    THE_AGREEMENT,
    THE_OPS,
    THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, worker

pytestmark = pytest.mark.anyio

TERMINATE = f"{AGREEMENTS}/{AGREEMENT}/terminate"


async def types_of(house: House) -> list[str]:
    return [event["type"] for event in await announced(house.database)]


async def test_an_institution_is_entered_and_announced(house: House) -> None:
    answer = await house.ask(OPERATOR, "/v1/institutions", THE_OPS)

    events = await announced(house.database)
    assert answer.status_code == 201, answer.text
    assert answer.json() == THE_OPS | {"version": 1}
    assert answer.headers["location"] == f"/v1/institutions/{OPS}"
    assert answer.headers["etag"] == '"v1"'
    assert answer.headers["sync-token"] == f"directory:{OPS}:1"
    assert (events[0]["type"], events[0]["party_id"]) == ("institution.registered.v1", str(OPS))
    assert (events[0]["name"], events[0]["kind"]) == (THE_OPS["name"], "OPS")


async def test_without_an_id_one_is_made(house: House) -> None:
    unnumbered = {field: said for field, said in THE_OPS.items() if field != "id"}

    answer = await house.ask(OPERATOR, "/v1/institutions", unnumbered)

    found = await house.see(SOCIAL_WORKER, answer.headers["location"])
    assert found.json() == answer.json()


async def test_the_same_institution_again_changes_nothing(house: House) -> None:
    first = await house.ask(OPERATOR, "/v1/institutions", THE_OPS)
    again = await house.ask(OPERATOR, "/v1/institutions", THE_OPS)

    assert (again.status_code, again.json()) == (201, first.json())
    assert await types_of(house) == ["institution.registered.v1"]


async def test_the_same_institution_at_the_same_instant_is_entered_once(house: House) -> None:
    answers = await asyncio.gather(
        *(house.ask(OPERATOR, "/v1/institutions", THE_OPS) for _ in range(6))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert await types_of(house) == ["institution.registered.v1"]


async def test_the_same_partnership_at_the_same_instant_is_founded_once(house: House) -> None:
    answers = await asyncio.gather(
        *(house.ask(OPERATOR, "/v1/partnerships", THE_PARTNERSHIP) for _ in range(6))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert await types_of(house) == ["partnership.founded.v1"]


async def test_another_institution_under_the_same_id_is_refused(house: House) -> None:
    await house.ask(OPERATOR, "/v1/institutions", THE_OPS)

    answer = await house.ask(OPERATOR, "/v1/institutions", THE_OPS | {"name": "Another"})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/InstitutionKnown")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"territory": "2499"}, "/territory"),
        ({"kind": "BANK"}, "/kind"),
        ({"name": ""}, "/name"),
        ({"id": "1"}, "/id"),
        ({"regon": "000017756"}, "/regon"),
    ],
)
async def test_a_field_at_fault_is_named(
    house: House, change: dict[str, Any], pointer: str
) -> None:
    answer = await house.ask(OPERATOR, "/v1/institutions", THE_OPS | change)

    assert answer.status_code == 422
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]


async def test_an_agreement_joins_its_members(house: House) -> None:
    await house.founded()

    answer = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)

    body, event = answer.json(), (await announced(house.database))[-1]
    assert answer.status_code == 201, answer.text
    assert answer.headers["etag"] == '"v2"'
    assert [member["name"] for member in body["members"]] == [
        "MOPR Zabrze (demo)",
        "PUP Zabrze (demo)",
    ]
    assert body["agreements"][0]["in_force"] is True
    assert (event["type"], event["group_id"]) == ("agreement.activated.v1", str(PARTNERSHIP))
    assert event["members"] == [str(OPS), str(PUP)]


async def test_the_same_agreement_again_changes_nothing(house: House) -> None:
    await house.founded()
    first = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)
    again = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)

    assert (again.status_code, again.json()) == (201, first.json())
    assert (await types_of(house)).count("agreement.activated.v1") == 1


async def test_an_agreement_of_another_partnership_is_not_taken_over(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)
    other = await house.ask(OPERATOR, "/v1/partnerships", THE_PARTNERSHIP | {"id": str(uuid7())})

    answer = await house.ask(OPERATOR, f"{other.headers['location']}/agreements", THE_AGREEMENT)

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AgreementKnown")


async def test_a_partnership_founded_again_changes_nothing(house: House) -> None:
    await house.founded()

    answer = await house.ask(OPERATOR, "/v1/partnerships", THE_PARTNERSHIP)

    assert (answer.status_code, answer.json()["version"]) == (201, 1)
    assert (await types_of(house)).count("partnership.founded.v1") == 1


async def test_a_member_nobody_entered_is_named_by_its_place(house: House) -> None:
    await house.founded()
    members = [str(OPS), str(NOBODY)]

    answer = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT | {"members": members})

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/MemberUnknown")
    assert answer.json()["errors"][0]["pointer"] == "/members/1"


async def test_one_alone_agrees_with_nobody(house: House) -> None:
    await house.founded()

    answer = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT | {"members": [str(OPS)]})

    assert answer.json()["errors"][0]["pointer"] == "/members"


async def test_an_agreement_that_ends_before_it_begins_is_refused(house: House) -> None:
    await house.founded()

    answer = await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT | {"valid_to": "2025-12-31"})

    assert answer.json()["errors"][0]["pointer"] == "/valid_to"


async def test_a_terminated_agreement_joins_nobody_from_the_day_after(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)

    answer = await house.ask(OPERATOR, TERMINATE, {"ended_on": "2026-01-31"})

    body, event = answer.json(), (await announced(house.database))[-1]
    assert answer.status_code == 200, answer.text
    assert (body["members"], body["agreements"][0]["state"]) == ([], "terminated")
    assert (event["type"], event["ended_on"]) == ("agreement.terminated.v1", "2026-01-31")


async def test_an_agreement_ends_once(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)
    await house.ask(OPERATOR, TERMINATE, {"ended_on": "2026-01-31"})

    answer = await house.ask(OPERATOR, TERMINATE, {"ended_on": "2026-02-28"})

    seen = (await house.see(OPERATOR, f"/v1/partnerships/{PARTNERSHIP}")).json()
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/AgreementOver")
    assert seen["agreements"][0]["valid_to"] == "2026-01-31"


async def test_who_decided_on_an_older_version_is_told_so(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)

    answer = await house.ask(OPERATOR, TERMINATE, {"ended_on": "2026-01-31"}, If_Match='"v1"')

    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/VersionIsOld")


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        (f"/v1/partnerships/{NOBODY}/agreements/{AGREEMENT}/terminate", "PartnershipNotFound"),
        (f"{AGREEMENTS}/{NOBODY}/terminate", "AgreementNotFound"),
    ],
)
async def test_what_is_not_there_is_not_ended(house: House, path: str, problem: str) -> None:
    await house.founded()

    answer = await house.ask(OPERATOR, path, {"ended_on": "2026-01-31"})

    assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{problem}")


@pytest.mark.parametrize(
    "caller", [SOCIAL_WORKER, ADVISER, worker(OPS, InstitutionKind.OPS, "ops_manager")]
)
@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v1/institutions", THE_OPS),
        ("/v1/partnerships", THE_PARTNERSHIP),
        (AGREEMENTS, THE_AGREEMENT),
        (TERMINATE, {"ended_on": "2026-01-31"}),
    ],
)
async def test_only_the_operator_keeps_the_directory(
    house: House, caller: Any, path: str, body: Any
) -> None:
    answer = await house.ask(caller, path, body)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")
    assert await types_of(house) == []


async def test_the_partners_members_are_listed_today_only(house: House) -> None:
    await house.founded()
    later = THE_AGREEMENT | {"valid_from": "2199-01-01"}

    answer = await house.ask(OPERATOR, AGREEMENTS, later)

    assert answer.json()["members"] == []
    assert answer.json()["agreements"][0]["in_force"] is False
    assert str(PUP) not in answer.text
