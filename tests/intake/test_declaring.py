"""Household, incomes, needs and jobs, over HTTP."""

import asyncio
from typing import Any
from uuid import UUID

import pytest

from contracts.benefits import AwardApproved
from services.intake.reactions import reactions
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    MANAGER,
    NOBODY,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_NGO,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced, fact_of, hear

pytestmark = pytest.mark.anyio

HOUSEHOLD: dict[str, Any] = {
    "valid_from": "2026-01-01",
    "members": [
        {"relation": "applicant", "birth_date": "1985-03-14"},
        {"relation": "child", "birth_date": "2015-06-01", "name": "Zmyślony Wymyślony"},
    ],
}
INCOMES: dict[str, Any] = {
    "month": "2026-02",
    "items": [{"kind": "employment", "monthly": "600.00"}],
}
NEED: dict[str, Any] = {"kind": "work", "note": "Prefers mornings."}
JOB: dict[str, Any] = {"started_on": "2026-03-02", "employer": "Zmyślona Piekarnia"}
VERBS = [
    ("household", HOUSEHOLD, 200, "household.changed.v1"),
    ("incomes", INCOMES, 200, "income.declared.v1"),
    ("needs", NEED, 201, "need.added.v1"),
    ("employments", JOB, 201, "employment.started.v1"),
]


def types_of(events: list[dict[str, Any]]) -> list[str]:
    return [event["type"] for event in events]


@pytest.mark.parametrize(("verb", "body", "status", "event"), VERBS)
async def test_it_is_kept_and_announced_thinly(
    house: House, verb: str, body: Any, status: int, event: str
) -> None:
    address = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/{verb}", body)

    events = await announced(house.database, UUID(address.split("/")[-1]))
    assert answer.status_code == status, answer.text
    assert event in types_of(events)
    told = str(events)
    words = ("600.00", "Zmyślony", "Piekarnia", "mornings", "child")
    assert [word for word in words if word in told] == []
    assert answer.headers["sync-token"] == f"intake:{address.split('/')[-1]}:{len(events)}"
    assert (await house.see(SOCIAL_WORKER, address)).headers["etag"] == '"v2"'


@pytest.mark.parametrize(("verb", "body"), [verb[:2] for verb in VERBS])
async def test_of_a_stranger_nothing_is_taken(house: House, verb: str, body: Any) -> None:
    address = await house.registered()

    answer = await house.ask(STRANGER, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")
    assert types_of(await announced(house.database)) == ["client.registered.v1"]


@pytest.mark.parametrize(("verb", "body"), [verb[:2] for verb in VERBS])
async def test_nobody_declares_of_a_client_who_is_not(house: House, verb: str, body: Any) -> None:
    answer = await house.ask(SOCIAL_WORKER, f"/v1/clients/{NOBODY}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/ClientNotFound")


@pytest.mark.parametrize(
    ("caller", "verb", "body"),
    [
        (ADVISER, "household", HOUSEHOLD),
        (COORDINATOR, "household", HOUSEHOLD),
        (MANAGER, "household", HOUSEHOLD),
        (ADVISER, "incomes", INCOMES),
        (COORDINATOR, "incomes", INCOMES),
        (CLERK, "needs", NEED),
        (CLERK, "employments", JOB),
        (MANAGER, "employments", JOB),
    ],
)
async def test_a_role_without_the_right_is_told_so(
    house: House, caller: Any, verb: str, body: Any
) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP, WITH_THE_NGO])

    answer = await house.ask(caller, f"{address}/{verb}", body)

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize(("verb", "body"), [("household", HOUSEHOLD), ("incomes", INCOMES)])
async def test_the_clerk_takes_declarations_of_means(house: House, verb: str, body: Any) -> None:
    address = await house.registered()

    assert (await house.ask(CLERK, f"{address}/{verb}", body)).status_code == 200


@pytest.mark.parametrize(("verb", "body"), [("needs", NEED), ("employments", JOB)])
async def test_a_partner_who_sees_her_records_too(house: House, verb: str, body: Any) -> None:
    address = await house.registered(share_with=[WITH_THE_PARTNERSHIP])

    assert (await house.ask(ADVISER, f"{address}/{verb}", body)).status_code == 201


@pytest.mark.parametrize(
    ("verb", "body", "pointer"),
    [
        ("household", HOUSEHOLD | {"members": []}, "/members"),
        ("household", HOUSEHOLD | {"members": HOUSEHOLD["members"][1:]}, "/members"),
        ("household", HOUSEHOLD | {"valid_from": "2199-01-01"}, "/valid_from"),
        (
            "household",
            HOUSEHOLD | {"members": [{"relation": "applicant", "birth_date": "2199-01-01"}]},
            "/members/0/birth_date",
        ),
        (
            "household",
            HOUSEHOLD | {"members": [{"relation": "85031412347", "birth_date": "1985-03-14"}]},
            "/members/0/relation",
        ),
        ("incomes", INCOMES | {"month": "2199-01"}, "/month"),
        ("incomes", INCOMES | {"month": "2026-13"}, "/month"),
        ("incomes", INCOMES | {"month": 202602}, "/month"),
        (
            "incomes",
            INCOMES | {"items": [{"kind": "pension", "monthly": 850314.12}]},
            "/items/0/monthly",
        ),
        (
            "incomes",
            INCOMES | {"items": [{"kind": "pension", "monthly": 2**70}]},
            "/items/0/monthly",
        ),
        (
            "incomes",
            INCOMES | {"items": [{"kind": "pension", "monthly": "-850314.12"}]},
            "/items/0/monthly",
        ),
        (
            "incomes",
            INCOMES | {"items": [{"kind": "pension", "monthly": "NaN"}]},
            "/items/0/monthly",
        ),
        ("needs", NEED | {"kind": "85031412347"}, "/kind"),
        ("needs", NEED | {"note": "85031412347\x00"}, "/note"),
        ("employments", JOB | {"started_on": "2199-01-01"}, "/started_on"),
        ("employments", JOB | {"wage": 85031412347}, "/wage"),
    ],
)
async def test_a_field_at_fault_is_named_and_not_repeated(
    house: House, verb: str, body: Any, pointer: str
) -> None:
    address = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{address}/{verb}", body)

    assert answer.status_code == 422, answer.text
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert "850314" not in answer.text
    assert len(await announced(house.database)) == 1


async def test_with_the_first_need_she_counts_as_assessed(house: House) -> None:
    address = await house.registered()

    await house.ask(SOCIAL_WORKER, f"{address}/needs", NEED)
    answer = await house.ask(SOCIAL_WORKER, f"{address}/needs", NEED | {"kind": "food"})

    assert answer.json()["status"] == "assessed"
    assert types_of(await announced(house.database)) == [
        "client.registered.v1",
        "need.added.v1",
        "client.progressed.v1",
        "need.added.v1",
    ]


async def test_a_job_is_recorded_once(house: House) -> None:
    address = await house.registered()

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{address}/employments", JOB) for _ in range(4))
    )

    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409]
    assert await house.count("employments") == 1


async def test_who_decided_on_an_older_version_is_told_so(house: House) -> None:
    address = await house.registered()
    await house.ask(SOCIAL_WORKER, f"{address}/household", HOUSEHOLD, If_Match='"v1"')

    answer = await house.ask(SOCIAL_WORKER, f"{address}/incomes", INCOMES, If_Match='"v1"')

    assert (answer.status_code, answer.json()["type"]) == (412, "/problems/VersionIsOld")
    assert answer.json()["version"] == 2


async def test_of_two_editors_at_once_one_is_told(house: House) -> None:
    address = await house.registered()

    answers = await asyncio.gather(
        *(
            house.ask(SOCIAL_WORKER, f"{address}/incomes", INCOMES, If_Match='"v1"')
            for _ in range(2)
        )
    )

    assert sorted(answer.status_code for answer in answers) == [200, 412]


async def test_an_approved_award_puts_her_at_work_with_support(house: House) -> None:
    address = await house.registered()
    approved = AwardApproved.example().model_copy(
        update={"client_id": UUID(address.split("/")[-1])}
    )

    await hear(house.database, reactions, fact_of(approved, "benefits"))
    await hear(house.database, reactions, fact_of(approved, "benefits"))

    seen = (await house.see(SOCIAL_WORKER, address)).json()
    assert (seen["status"], seen["version"]) == ("in_work_supported", 2)
    assert types_of(await announced(house.database))[1:] == ["client.progressed.v1"]


async def test_an_award_of_somebody_unknown_here_does_nothing(house: House) -> None:
    await hear(house.database, reactions, fact_of(AwardApproved.example(), "benefits"))

    assert await announced(house.database) == []
