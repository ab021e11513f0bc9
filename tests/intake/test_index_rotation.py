"""The key of the blind indexes is replaced step by step; one PESEL number stays one client all the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.values import InstitutionKind
from kernel.transactions import Database
from kernel.vault import Vault
from okienko.erasures import erase_again
from okienko.keys import Held, reindex
from services.intake.app import build
from services.intake.settings import Settings
from services.intake.store.clients import pesel_index
from services.intake.tables import mapping
from tests.intake.conftest import FAR, OPS, PESEL, SOCIAL_WORKER, STRANGER, House
from tests.intake.test_importing import brought_in, outcomes, row
from tests.support.rooms import Taken, announced, know, room

pytestmark = pytest.mark.anyio

A, B = "0c" * 32, "0d" * 32
STEPS: dict[str, dict[str, Any]] = {
    "one key": {"index_key": A},
    "the new one finds": {"index_key": A, "index_keys_old": B},
    "the new one indexes": {"index_key": B, "index_keys_old": A},
    "the new one alone": {"index_key": B},
}
NEIGHBOURS = list(zip(list(STEPS), list(STEPS)[1:], strict=False))


class Street:
    """One database, and processes of intake that were started with different keys."""

    def __init__(self, said: dict[str, Any], database: Database, stack: AsyncExitStack) -> None:
        self._said = said
        self._stack = stack
        self.database = database
        self._houses: dict[str, House] = {}

    async def at(self, step: str) -> House:
        """The process that was started at this step."""
        if step not in self._houses:
            app = build(Settings(**self._said, **STEPS[step]))
            app.state.identity = Taken()
            await app.state.database.open()
            self._stack.push_async_callback(app.state.database.close)
            transport = httpx2.ASGITransport(app=app)
            client = httpx2.AsyncClient(transport=transport, base_url="http://room")
            await self._stack.enter_async_context(client)
            self._houses[step] = House(client, self.database)
        return self._houses[step]

    def held(self) -> Held:
        """What `okienko keys` holds at the last step but one."""
        index = (bytes.fromhex(B), bytes.fromhex(A))
        return Held((bytes.fromhex("0a" * 32),), index, {"intake": self.database.url})

    async def indexes(self) -> set[bytes]:
        rows = await self.database.pool.fetch("SELECT pesel_index FROM clients")
        return {row["pesel_index"] for row in rows}


@pytest.fixture
async def street() -> AsyncIterator[Street]:
    """An empty database of intake."""
    kept: dict[str, Any] = {}

    def make(said: Any) -> Any:
        kept.update(said)
        return build(Settings(**said, **STEPS["one key"]))

    async with room(make, mapping.metadata) as (_, database), AsyncExitStack() as stack:
        await know(database, OPS, "MOPR Zabrze (demo)", InstitutionKind.OPS)
        await know(database, FAR, "OPS Strzelce (demo)", InstitutionKind.OPS)
        yield Street(kept, database, stack)


@pytest.mark.parametrize(("before", "after"), [*NEIGHBOURS, *(p[::-1] for p in NEIGHBOURS[:2])])
async def test_whoever_is_known_at_one_step_is_known_at_the_next(
    street: Street, before: str, after: str
) -> None:
    client = await (await street.at(before)).registered()
    if after == "the new one alone":
        await reindex(street.held(), write=True)
    house = await street.at(after)

    again = await house.register()
    found = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"pesel": PESEL})
    asked = await house.ask(
        STRANGER, "/v1/access-requests", {"pesel": PESEL, "reason": "Przyszła."}
    )

    assert again.status_code == 409
    assert [f"/v1/clients/{one['client_id']}" for one in found.json()["items"]] == [client]
    assert asked.status_code == 201


@pytest.mark.parametrize(("one", "other"), NEIGHBOURS)
async def test_of_many_at_once_at_two_steps_one_registers(
    street: Street, one: str, other: str
) -> None:
    first, second = await street.at(one), await street.at(other)

    answers = await asyncio.gather(
        *(house.register() for _ in range(4) for house in (first, second))
    )

    assert sorted(answer.status_code for answer in answers) == [201, *[409] * 7]


async def test_all_numbers_are_indexed_anew_and_only_once(street: Street) -> None:
    house = await street.at("one key")
    await house.registered()
    await house.registered(pesel=None)

    first = await reindex(street.held(), write=True)
    second = await reindex(street.held(), write=True)

    # Whoever has no number is found by her telephone, under the same key.
    assert (first, second) == ((2, 2), (2, 0))
    assert await street.indexes() == {pesel_index(bytes.fromhex(B), PESEL), None}


async def test_looking_changes_nothing(street: Street) -> None:
    await (await street.at("one key")).registered()

    assert await reindex(street.held(), write=False) == (1, 1)
    assert await street.indexes() == {pesel_index(bytes.fromhex(A), PESEL)}


async def test_stopped_in_the_middle_it_begins_again(
    street: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = await street.at("one key")
    numbers = [pesel_of(number) for number in range(5)]
    for number in numbers:
        await house.registered(pesel=number)
    monkeypatch.setattr("okienko.keys._BATCH", 2)
    await street.database.pool.execute(
        "UPDATE clients SET pesel_index = $1 WHERE pesel_index = $2",
        pesel_index(bytes.fromhex(B), numbers[0]),
        pesel_index(bytes.fromhex(A), numbers[0]),
    )

    # Of the first, only the number was laid anew; her marks were not.
    assert await reindex(street.held(), write=True) == (5, 5)
    assert await street.indexes() == {pesel_index(bytes.fromhex(B), n) for n in numbers}


def pesel_of(number: int) -> str:
    body = f"850314{number:04}"
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    return body + str(-sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 10)


async def test_registering_goes_on_while_numbers_are_indexed_anew(street: Street) -> None:
    house = await street.at("the new one finds")
    for number in range(20):
        await house.registered(pesel=pesel_of(number))
    newer = await street.at("the new one indexes")

    answers, _ = await asyncio.gather(
        asyncio.gather(*(newer.register(pesel=pesel_of(number)) for number in range(24))),
        reindex(street.held(), write=True),
    )

    assert [answer.status_code for answer in answers] == [409] * 20 + [201] * 4
    assert (await reindex(street.held(), write=False)) == (24, 0)


async def test_whom_a_backup_brought_back_is_erased_again(street: Street) -> None:
    house = await street.at("one key")
    client = await house.registered()
    client_id = UUID(client.removeprefix("/v1/clients/"))
    at = await street.database.pool.fetchval("SELECT now()")
    told = len(await announced(street.database))
    tool = Database(street.database.url, "intake", Vault(bytes.fromhex("0a" * 32)))

    await erase_again(tool, client_id, at)
    await erase_again(tool, client_id, at)
    await tool.engine.dispose()

    assert (await house.see(SOCIAL_WORKER, client)).status_code == 404
    assert await house.count("client_keys") == 0
    assert await street.indexes() == {None}
    assert len(await announced(street.database)) == told
    assert (await house.register()).status_code == 201


async def test_an_imported_row_is_known_again_at_every_step(street: Street) -> None:
    await brought_in(await street.at("one key"), row(1), row(2))

    for step in list(STEPS)[1:3]:
        assert outcomes(await brought_in(await street.at(step), row(1), row(2))) == ["known"] * 2
    await reindex(street.held(), write=True)
    at_the_end = await street.at("the new one alone")

    assert outcomes(await brought_in(at_the_end, row(1), row(2))) == ["known"] * 2
    assert await at_the_end.count("clients") == 2


async def test_whoever_was_registered_before_the_words_is_found_after_indexing(
    street: Street,
) -> None:
    house = await street.at("the new one alone")
    await house.registered(pesel=None, contact={})
    await street.database.pool.execute("DELETE FROM client_words")

    first = await reindex(street.held(), write=True)
    found = await house.ask(SOCIAL_WORKER, "/v1/clients/search", {"family": "wymyslona"})

    assert first == (1, 1)
    assert len(found.json()["items"]) == 1
    assert await reindex(street.held(), write=True) == (1, 0)
