"""One wrapping key replaces another while the house runs, and nothing is lost on the way."""

import asyncio
import itertools
from typing import Any, cast
from uuid import UUID

import asyncpg
import httpx2
import pytest
from cryptography.exceptions import InvalidTag

from kernel import ids
from kernel.idempotency import Answer, Attempt
from kernel.tables import metadata as kernel_metadata
from kernel.transactions import Database, begin
from kernel.vault import ClientKey, IndexKey, KeyNotHeld, Ring, Vault, blind_index, blind_indexes
from okienko import keys
from okienko.keys import rewrap_one
from okienko.trouble import Trouble
from tests.kernel.tiny import CLIENT, WORKER

OLD, NEW, OTHER = b"o" * 32, b"n" * 32, b"x" * 32
PLAIN = b"44051401359"
Room = tuple[httpx2.AsyncClient, Database]


def test_the_newest_key_seals_and_every_key_opens() -> None:
    sealed = Ring(OLD).seal(PLAIN, "x")

    assert Ring(NEW, OLD).open(sealed, "x") == PLAIN
    assert Ring(NEW).open(Ring(NEW, OLD).seal(PLAIN, "x"), "x") == PLAIN


def test_a_process_that_only_opens_with_the_key_to_come_reads_what_others_seal_with_it() -> None:
    assert Ring(OLD, NEW).open(Ring(NEW, OLD).seal(PLAIN, "x"), "x") == PLAIN


def test_what_was_sealed_before_keys_had_names_opens() -> None:
    assert Ring(NEW, OLD).open(ClientKey(OLD).seal(PLAIN, "x"), "x") == PLAIN
    assert Ring(OLD).open(ClientKey(OLD).seal(PLAIN, "x"), "x") == PLAIN


def test_without_its_key_it_stays_shut() -> None:
    for sealed in (Ring(OLD).seal(PLAIN, "x"), ClientKey(OLD).seal(PLAIN, "x")):
        with pytest.raises(KeyNotHeld):
            Ring(NEW).open(sealed, "x")


def test_a_false_name_opens_nothing() -> None:
    sealed = Ring(OLD).seal(PLAIN, "x")
    renamed = Ring(NEW).mark + sealed[5:]

    with pytest.raises(InvalidTag):
        Ring(NEW, OLD).open(renamed, "x")


def test_the_name_of_a_key_tells_nothing_of_it() -> None:
    assert OLD[:2] not in Ring(OLD).mark
    assert Ring(OLD).mark != Ring(NEW).mark


def test_sealed_anew_it_lies_under_the_newest_key_alone() -> None:
    fresh = Ring(NEW, OLD).reseal(Ring(OLD).seal(PLAIN, "x"), "x")

    assert Ring(NEW).open(fresh, "x") == PLAIN
    with pytest.raises(KeyNotHeld):
        Ring(OLD).open(fresh, "x")


def test_an_index_lies_under_the_newest_key_and_is_found_by_all() -> None:
    both = IndexKey(NEW, OLD)

    assert blind_indexes(both, "pesel", "1") == [
        blind_index(NEW, "pesel", "1"),
        blind_index(OLD, "pesel", "1"),
    ]
    assert blind_index(both, "pesel", "1") == blind_index(NEW, "pesel", "1")
    assert blind_indexes(NEW, "pesel", "1") == [blind_index(NEW, "pesel", "1")]


@pytest.fixture
async def old_house(database: Database) -> Database:
    """A database in which 1,200 clients have keys under the old wrapping key, some without its name."""
    old, bare = Vault(OLD), ClientKey(OLD)
    rows = []
    for number in range(1200):
        client = UUID(int=number + 1)
        key, wrapped = old.new_key(client)
        del key
        rows.append((client, bare.seal(b"k" * 32, f"client:{client}") if number % 2 else wrapped))
    await database.pool.executemany("INSERT INTO client_keys VALUES ($1, $2)", rows)
    attempt = Attempt("once", WORKER, b"body", b"h" * 32)
    database.vault = old
    async with begin(database) as tx:
        await attempt.begin(tx, tx.vault.answers)
        await attempt.finish(tx, Answer(200, {}, b"{}"), tx.vault.answers)
    return database


async def wrapped_in(database: Database) -> dict[UUID, bytes]:
    rows = await database.pool.fetch("SELECT client_id, wrapped FROM client_keys")
    return {UUID(str(row["client_id"])): row["wrapped"] for row in rows}


@pytest.mark.anyio
async def test_after_the_rewrapping_the_old_key_is_not_needed(old_house: Database) -> None:
    said = await rewrap_one(old_house.url, Ring(NEW, OLD))

    assert said == "1200 keys and 1 kept answers wrapped anew"
    for client, wrapped in (await wrapped_in(old_house)).items():
        Vault(NEW).unwrap(wrapped, client)
    async with begin(old_house) as tx:
        attempt = Attempt("once", WORKER, b"body", b"h" * 32)
        assert await attempt.begin(tx, Vault(NEW).answers) == Answer(200, {}, b"{}")


@pytest.mark.anyio
async def test_a_second_rewrapping_finds_nothing_to_do(old_house: Database) -> None:
    await rewrap_one(old_house.url, Ring(NEW, OLD))

    assert await rewrap_one(old_house.url, Ring(NEW, OLD)) == (
        "0 keys and 0 kept answers wrapped anew"
    )


class Severed:
    """A connection that is lost when it is asked for the second batch."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._asked = 0

    async def fetch(self, *asked: Any) -> Any:
        self._asked += 1
        if self._asked > 1:
            raise asyncpg.ConnectionDoesNotExistError
        return await self._connection.fetch(*asked)

    async def execute(self, *asked: Any) -> Any:
        return await self._connection.execute(*asked)


@pytest.mark.anyio
async def test_stopped_in_the_middle_it_goes_on(old_house: Database) -> None:
    async with old_house.pool.acquire() as connection:
        with pytest.raises(asyncpg.ConnectionDoesNotExistError):
            await keys.rewrap_keys(cast("asyncpg.Connection", Severed(connection)), Ring(NEW, OLD))
    mark = Ring(NEW).mark
    halfway = await wrapped_in(old_house)
    for client, wrapped in halfway.items():
        Vault(NEW, OLD).unwrap(wrapped, client)

    said = await rewrap_one(old_house.url, Ring(NEW, OLD))

    assert sum(wrapped[:5] == mark for wrapped in halfway.values()) == 500
    assert said.startswith("700 keys")
    assert {wrapped[:5] for wrapped in (await wrapped_in(old_house)).values()} == {mark}


@pytest.mark.anyio
async def test_clients_are_opened_made_and_erased_meanwhile(old_house: Database) -> None:
    """Readers hold the old and the new key, as every process does before the rewrapping begins."""
    old_house.vault = Vault(NEW, OLD)
    rewrapping = asyncio.create_task(rewrap_one(old_house.url, Ring(NEW, OLD)))

    opened, made = 0, []
    for number in itertools.count(1):
        async with begin(old_house) as tx:
            assert await tx.vault.find_key(tx.session, UUID(int=number % 1100 + 1))
            made.append(ids.new())
            await tx.vault.key_for(tx.session, made[-1])
        await old_house.pool.execute(
            "DELETE FROM client_keys WHERE client_id = $1", UUID(int=1200 - number % 100)
        )
        opened += 1
        if rewrapping.done():
            break
    await rewrapping

    assert opened
    lying = await wrapped_in(old_house)
    assert {wrapped[:5] for wrapped in lying.values()} == {Ring(NEW).mark}
    assert set(made) <= set(lying)
    assert UUID(int=1199) not in lying


@pytest.mark.anyio
async def test_a_key_that_is_not_at_hand_is_said_so(old_house: Database) -> None:
    with pytest.raises(Trouble, match="OKIENKO_VAULT_KEYS_OLD"):
        await rewrap_one(old_house.url, Ring(NEW, OTHER))


@pytest.mark.anyio
async def test_a_key_is_made_under_the_newest(database: Database) -> None:
    database.vault = Vault(NEW, OLD)
    async with begin(database) as tx:
        await tx.vault.key_for(tx.session, CLIENT)

    assert (await wrapped_in(database))[CLIENT][:5] == Ring(NEW).mark


def test_every_sealed_column_of_the_kernel_is_rewrapped() -> None:
    """A new column sealed under the wrapping key must be rewrapped too, and named here."""
    sealed = {
        f"{table.name}.{column.name}"
        for table in kernel_metadata.sorted_tables
        for column in table.c
        if column.name in {"wrapped", "answer", "sealed"}
    }

    assert sealed == {"client_keys.wrapped", "idempotency.answer"}
