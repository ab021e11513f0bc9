"""Reading the directory, over HTTP."""

from typing import Any

import pytest

from tests.directory.conftest import (
    ADVISER,
    AGREEMENTS,
    NOBODY,
    OPERATOR,
    OPS,
    PARTNERSHIP,
    SOCIAL_WORKER,
    STRANGER,
    THE_AGREEMENT,
    THE_OPS,
    THE_PARTNERSHIP,
    House,
)

pytestmark = pytest.mark.anyio

OTHER = "0197a000-0000-7000-8000-00000000aa02"


def institution(number: int) -> dict[str, Any]:
    return THE_OPS | {
        "id": f"0197a000-0000-7000-8000-{number:012}",
        "name": f"OPS {number} (demo)",
    }


async def enter(house: House, *numbers: int) -> None:
    for number in numbers:
        await house.ask(OPERATOR, "/v1/institutions", institution(number))


def ids_of(answer: Any) -> list[str]:
    return [item["id"] for item in answer.json()["items"]]


async def test_pages_lose_and_repeat_nothing_while_institutions_come(house: House) -> None:
    await enter(house, 10, 20, 30, 40)

    first = await house.see(SOCIAL_WORKER, "/v1/institutions", limit=2)
    await enter(house, 15, 35)
    second = await house.see(
        SOCIAL_WORKER, "/v1/institutions", limit=2, cursor=first.json()["next"]
    )
    third = await house.see(
        SOCIAL_WORKER, "/v1/institutions", limit=2, cursor=second.json()["next"]
    )

    read = [ids_of(first), ids_of(second), ids_of(third)]
    assert read == [
        [institution(10)["id"], institution(20)["id"]],
        [institution(30)["id"], institution(35)["id"]],
        [institution(40)["id"]],
    ]
    assert third.json()["next"] is None


async def test_a_page_that_just_fits_is_the_last(house: House) -> None:
    await enter(house, 10, 20)

    answer = await house.see(SOCIAL_WORKER, "/v1/institutions", limit=2)

    assert (len(ids_of(answer)), answer.json()["next"]) == (2, None)


async def test_a_kind_narrows_the_list(house: House) -> None:
    await house.founded()

    answer = await house.see(SOCIAL_WORKER, "/v1/institutions", kind="PUP")

    assert [item["kind"] for item in answer.json()["items"]] == ["PUP"]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"limit": "0"}, "ParameterAtFault"),
        ({"limit": "101"}, "ParameterAtFault"),
        ({"limit": "many"}, "ParameterAtFault"),
        ({"limit": str(2**70)}, "ParameterAtFault"),
        ({"kind": "BANK"}, "ParameterAtFault"),
        ({"cursor": "x"}, "CursorUnreadable"),
        ({"cursor": "ż"}, "CursorUnreadable"),
        ({"page": "2"}, "UnknownParameter"),
    ],
)
async def test_a_parameter_at_fault_is_refused(
    house: House, asked: dict[str, str], problem: str
) -> None:
    answer = await house.see(SOCIAL_WORKER, "/v1/institutions", **asked)

    assert (answer.status_code, answer.json()["type"]) == (400, f"/problems/{problem}")


async def test_every_worker_reads_of_every_institution(house: House) -> None:
    await house.founded()

    answer = await house.see(STRANGER, f"/v1/institutions/{OPS}")

    assert (answer.status_code, answer.json()["name"]) == (200, "MOPR Zabrze (demo)")
    assert answer.headers["etag"] == '"v1"'


async def test_an_institution_nobody_entered_is_not_there(house: House) -> None:
    answer = await house.see(STRANGER, f"/v1/institutions/{NOBODY}")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/InstitutionNotFound")


async def test_each_sees_its_own_partnerships_and_the_operator_all(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)
    await house.ask(OPERATOR, "/v1/partnerships", THE_PARTNERSHIP | {"id": OTHER})

    assert ids_of(await house.see(ADVISER, "/v1/partnerships")) == [str(PARTNERSHIP)]
    assert ids_of(await house.see(STRANGER, "/v1/partnerships")) == []
    assert ids_of(await house.see(OPERATOR, "/v1/partnerships")) == [str(PARTNERSHIP), OTHER]


async def test_a_partnership_of_others_is_not_there(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, AGREEMENTS, THE_AGREEMENT)

    seen = await house.see(ADVISER, f"/v1/partnerships/{PARTNERSHIP}")
    hidden = await house.see(STRANGER, f"/v1/partnerships/{PARTNERSHIP}")

    assert (seen.status_code, hidden.status_code) == (200, 404)


async def test_partnerships_come_page_by_page(house: House) -> None:
    await house.founded()
    await house.ask(OPERATOR, "/v1/partnerships", THE_PARTNERSHIP | {"id": OTHER})

    first = await house.see(OPERATOR, "/v1/partnerships", limit=1)
    rest = await house.see(OPERATOR, "/v1/partnerships", limit=1, cursor=first.json()["next"])

    assert ids_of(first) + ids_of(rest) == [str(PARTNERSHIP), OTHER]
    assert rest.json()["next"] is None


async def test_nobody_unknown_reads_the_directory(house: House) -> None:
    assert (await house.client.get("/v1/institutions")).status_code == 401
