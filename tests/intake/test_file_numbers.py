"""File numbers: each institution finds a client by its own, and knows of no other's."""

import asyncio
from uuid import UUID

import pytest

from kernel.callers import Caller
from kernel.transactions import begin
from services.intake.domain.client import Contact, PersonName
from services.intake.store.clients import Clients
from tests.intake.conftest import (
    ADVISER,
    CLERK,
    COORDINATOR,
    MANAGER,
    PESEL,
    SOCIAL_WORKER,
    STRANGER,
    WITH_THE_PARTNERSHIP,
    House,
)
from tests.support.rooms import announced

pytestmark = pytest.mark.anyio
NUMBER = "MOPR.DPS.4110.17.2026"


async def numbered(house: House, caller: Caller, number: str, **changes: object) -> str:
    her = await house.registered(SOCIAL_WORKER, share_with=[WITH_THE_PARTNERSHIP], **changes)
    answer = await house.ask(caller, f"{her}/file-number", {"number": number})
    assert answer.status_code == 200, answer.text
    return her.split("/")[-1]


async def found(house: House, caller: Caller, **by: str) -> list[str]:
    answer = await house.ask(caller, "/v1/clients/search", by)
    assert answer.status_code == 200, answer.text
    return [item["client_id"] for item in answer.json()["items"]]


@pytest.mark.parametrize("typed", [NUMBER, NUMBER.lower(), " MOPR.DPS. 4110.17.2026 "])
async def test_she_is_found_by_the_number_however_it_is_typed(house: House, typed: str) -> None:
    her = await numbered(house, SOCIAL_WORKER, NUMBER)

    assert await found(house, SOCIAL_WORKER, file_number=typed) == [her]
    assert await found(house, CLERK, file_number=typed, name="wymysl") == [her]
    assert await found(house, SOCIAL_WORKER, file_number=typed, name="nowak") == []
    assert await found(house, SOCIAL_WORKER, file_number=NUMBER[:-1]) == []


async def test_only_the_institution_whose_number_it_is_finds_and_sees_it(house: House) -> None:
    her = await numbered(house, SOCIAL_WORKER, NUMBER)

    of_the_office = await house.see(CLERK, f"/v1/clients/{her}/file-number")
    of_the_partner = await house.see(ADVISER, f"/v1/clients/{her}/file-number")
    card = await house.see(ADVISER, f"/v1/clients/{her}")

    assert of_the_office.json() == {"client_id": her, "number": NUMBER}
    assert of_the_partner.json() == {"client_id": her, "number": None}
    assert NUMBER not in card.text
    assert await found(house, ADVISER, file_number=NUMBER) == []


async def test_two_institutions_may_use_the_same_number_for_different_people(house: House) -> None:
    first = await numbered(house, SOCIAL_WORKER, "17/2026")
    second = await numbered(house, ADVISER, "17/2026", pesel=None)

    assert await found(house, SOCIAL_WORKER, file_number="17/2026") == [first]
    assert await found(house, ADVISER, file_number="17/2026") == [second]


async def test_within_an_institution_a_number_is_one_clients(house: House) -> None:
    her = await numbered(house, SOCIAL_WORKER, NUMBER)
    other = await house.registered(pesel=None)

    answer = await house.ask(SOCIAL_WORKER, f"{other}/file-number", {"number": NUMBER.lower()})

    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/FileNumberTaken")
    assert NUMBER.lower() not in answer.text
    assert await found(house, SOCIAL_WORKER, file_number=NUMBER) == [her]


async def test_of_two_who_take_a_number_at_once_one_gets_it(house: House) -> None:
    paths = [await house.registered(pesel=None) for _ in range(2)]

    answers = await asyncio.gather(
        *(house.ask(SOCIAL_WORKER, f"{p}/file-number", {"number": NUMBER}) for p in paths)
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]
    assert await house.count("file_numbers") == 1


async def test_a_new_number_takes_the_place_of_the_old_one(house: House) -> None:
    her = await numbered(house, SOCIAL_WORKER, "1/2025")
    path = f"/v1/clients/{her}/file-number"
    twice = [await house.ask(SOCIAL_WORKER, path, {"number": "2/2026"}) for _ in range(2)]

    assert [answer.status_code for answer in twice] == [200, 200]
    assert await found(house, SOCIAL_WORKER, file_number="2/2026") == [her]
    assert await found(house, SOCIAL_WORKER, file_number="1/2025") == []


async def test_the_number_is_announced_without_being_told_and_lies_sealed(house: House) -> None:
    her = await numbered(house, SOCIAL_WORKER, NUMBER)

    events = await announced(house.database, UUID(her))
    sealed = await house.database.pool.fetchval("SELECT sealed FROM file_numbers")

    assert events[-1] == {"type": "client.numbered.v1", "actor": "ops-worker", "client_id": her}
    assert NUMBER.encode() not in sealed


@pytest.mark.parametrize(
    ("caller", "status"), [(STRANGER, 404), (COORDINATOR, 404), (MANAGER, 403)]
)
async def test_a_number_is_set_by_those_who_keep_her_papers(
    house: House, caller: Caller, status: int
) -> None:
    her = await house.registered()

    setting = await house.ask(caller, f"{her}/file-number", {"number": NUMBER})
    showing = await house.see(caller, f"{her}/file-number")

    assert (setting.status_code, showing.status_code) == (status, status)


@pytest.mark.parametrize("body", [{}, {"number": ""}, {"number": "x" * 61}, {"number": "a\nb"}])
async def test_what_is_no_number_is_refused(house: House, body: dict[str, str]) -> None:
    her = await house.registered()

    answer = await house.ask(SOCIAL_WORKER, f"{her}/file-number", body)

    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/FieldsAtFault")


# --- what the commands of other themes rely on ----------------------------------------------------


async def test_whoever_takes_another_name_is_found_by_it_alone(house: House) -> None:
    her = (await house.registered()).split("/")[-1]
    async with begin(house.database, by=SOCIAL_WORKER) as tx:
        store = Clients(tx, SOCIAL_WORKER)
        client = await store.get(UUID(her))
        client.name = PersonName(given="Próbna", family="Kowalska")
        await store.keep_particulars(client)

    assert await found(house, SOCIAL_WORKER, name="kowalska") == [her]
    assert await found(house, SOCIAL_WORKER, name="wymyslona") == []
    assert await found(house, SOCIAL_WORKER, phone="600100200") == [her]


async def test_whoever_changes_her_phone_is_found_by_the_new_one(house: House) -> None:
    her = (await house.registered()).split("/")[-1]
    async with begin(house.database, by=SOCIAL_WORKER) as tx:
        store = Clients(tx, SOCIAL_WORKER)
        client = await store.get(UUID(her))
        client.contact = Contact(phone="600100299")
        await store.keep_particulars(client)

    assert await found(house, SOCIAL_WORKER, phone="600100299") == [her]
    assert await found(house, SOCIAL_WORKER, phone="600100200") == []
    assert await found(house, SOCIAL_WORKER, pesel=PESEL, name="wymyslona") == [her]


async def test_no_identifier_lies_readable_where_she_is_found_by_it(house: House) -> None:
    await numbered(house, SOCIAL_WORKER, NUMBER)

    rows = await house.database.pool.fetch("SELECT fingerprint FROM client_marks")
    text = repr(rows) + repr(await house.database.pool.fetch("SELECT * FROM client_words"))

    assert {len(row["fingerprint"]) for row in rows} == {16}
    assert PESEL not in text
    assert "600100200" not in text
