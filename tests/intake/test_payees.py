"""What the house is told of whom a service pays."""

from typing import Any
from uuid import UUID

import pytest

from tests.intake.conftest import NOBODY, SOCIAL_WORKER, House
from tests.support.rooms import HOUSE, bearer

pytestmark = pytest.mark.anyio

ACCOUNT = "PL61109010140000071219812874"
PAID: dict[str, Any] = {"bank_account": ACCOUNT}
OTHER: dict[str, Any] = {
    "pesel": None,
    "name": {"given": "Inna", "family": "Zmyślona"},
    "birth_date": "1990-01-01",
}


def id_of(path: str) -> str:
    return path.removeprefix("/v1/clients/")


async def asked(house: House, *clients: str) -> dict[str, dict[str, str | None]]:
    answer = await house.client.get(f"/internal/payees/{','.join(clients)}", headers=HOUSE)
    assert answer.status_code == 200, answer.text
    told: dict[str, dict[str, str | None]] = answer.json()
    return told


async def test_a_payee_is_told_by_name_account_and_address(house: House) -> None:
    client = await house.registered(particulars=PAID)

    assert await asked(house, id_of(client)) == {
        id_of(client): {
            "name": "Próbna Wymyślona",
            "account": ACCOUNT,
            "address": "Wolności 1, 41-800 Zabrze",
        }
    }


async def test_post_goes_to_the_address_for_letters(house: House) -> None:
    letters = {"street": "Krucza", "building": "3", "flat": "4", "postal_code": "41-800",
               "city": "Zabrze"}  # fmt: skip
    client = id_of(await house.registered(particulars={"correspondence": letters}))

    told = (await asked(house, client))[client]

    assert (told["account"], told["address"]) == (None, "Krucza 3/4, 41-800 Zabrze")


async def test_whoever_is_unknown_is_left_out(house: House) -> None:
    first = id_of(await house.registered())
    second = id_of(await house.registered(**OTHER))

    assert set(await asked(house, first, NOBODY, second)) == {first, second}


async def test_whoever_is_merged_is_paid_as_the_one_that_goes_on(house: House) -> None:
    kept = await house.registered()
    gone = await house.registered(**OTHER, particulars=PAID)
    body = {"merged_id": id_of(gone), "reason": "registered_twice"}
    assert (await house.ask(SOCIAL_WORKER, f"{kept}/merge", body)).status_code == 200

    told = (await asked(house, id_of(gone)))[id_of(gone)]
    assert (told["name"], told["account"]) == ("Próbna Wymyślona", ACCOUNT)


@pytest.mark.parametrize("headers", [{}, {"Authorization": "House 00"}, bearer(SOCIAL_WORKER)])
async def test_only_the_house_is_told(house: House, headers: dict[str, str]) -> None:
    client = id_of(await house.registered(particulars=PAID))

    answer = await house.client.get(f"/internal/payees/{client}", headers=headers)

    assert (answer.status_code, answer.json()["type"]) == (401, "/problems/NotOfThisHouse")


@pytest.mark.parametrize("ids", ["nobody", f"{NOBODY},", ",".join([str(UUID(int=1))] * 101)])
async def test_what_is_no_list_of_ids_names_nothing(house: House, ids: str) -> None:
    answer = await house.client.get(f"/internal/payees/{ids}", headers=HOUSE)

    assert answer.status_code == 404
