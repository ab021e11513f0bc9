"""Replacing keys by the command line's own functions, and erasing again after a restore."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI

from gateway import app as gateway_app
from gateway.settings import Settings as GatewaySettings
from gateway.tables import mapping as gateway_tables
from kernel.transactions import Database, begin
from kernel.vault import ClientForgotten, Vault
from okienko import erasures, keys
from okienko.keys import Held
from okienko.local.home import Home
from okienko.local.told import KEYS, OLD_KEYS
from okienko.trouble import Trouble
from services.intake import app as intake_app
from services.intake.settings import Settings as IntakeSettings
from services.intake.tables import mapping as intake_tables
from tests.support.rooms import room

CLIENT = UUID("0197a000-0000-7000-8000-00000000c001")
AT = datetime(2026, 3, 2, 11, tzinfo=UTC)


@pytest.fixture
def anyio_backend() -> str:
    """The event loop that runs in production too."""
    return "asyncio"


def test_a_new_key_keeps_the_old_one_beside_it(home: Home) -> None:
    first = home.secret("vault-key")

    keys.rotate(home, "vault-key")

    assert home.secret("vault-key") != first
    assert home.old_secrets("vault-key") == [first]
    assert (home.secrets / "vault-keys-old").stat().st_mode & 0o777 == 0o600
    assert home.old_secrets("index-key") == []


def test_one_key_is_replaced_at_a_time(home: Home) -> None:
    keys.rotate(home, "index-key")

    with pytest.raises(Trouble, match="replaced already"):
        keys.rotate(home, "index-key")


@pytest.mark.parametrize("name", ["house-key", "../vault-key", ""])
def test_only_two_keys_are_replaced_so(home: Home, name: str) -> None:
    with pytest.raises(Trouble, match="There is no key"):
        keys.rotate(home, name)


def test_a_running_house_is_stopped_first(home: Home) -> None:
    with home.locked(), pytest.raises(Trouble, match="okienko down"):
        keys.rotate(home, "vault-key")


def test_every_old_key_has_its_variable() -> None:
    assert set(OLD_KEYS.values()) == set(keys.NEXT)
    assert set(keys.NEXT) < set(KEYS.values())


@dataclass(frozen=True)
class Two:
    """Two databases of one house, and the keys its commands hold."""

    held: Held
    intake: Database
    gateway: Database


@pytest.fixture
async def two(home: Home) -> AsyncIterator[Two]:
    """A client whom intake and gateway know, each with a key for her, under a key that is replaced."""
    home.secret("vault-key")
    home.secret("index-key")
    keys.rotate(home, "vault-key")
    olds = [bytes.fromhex(key) for key in home.old_secrets("vault-key")]
    vault = (bytes.fromhex(home.secret("vault-key")), *olds)
    async with (
        room(intake_at, intake_tables.metadata) as (_, intake),
        room(gateway_at, gateway_tables.metadata) as (_, gateway),
    ):
        for database in (intake, gateway):
            database.vault = Vault(*olds)
            async with begin(database) as tx:
                await tx.vault.key_for(tx.session, CLIENT)
        urls = {"intake": intake.url, "gateway": gateway.url}
        yield Two(Held(vault, (b"i" * 32,), urls), intake, gateway)


def intake_at(said: Any) -> FastAPI:
    return intake_app.build(IntakeSettings(**said, index_key="0c" * 32))


def gateway_at(said: Any) -> FastAPI:
    return gateway_app.build(GatewaySettings(**said, service_urls={}))


@pytest.mark.anyio
async def test_a_local_house_replaces_its_vault_key(home: Home, two: Two) -> None:
    before = await keys.status(two.held)
    with pytest.raises(Trouble, match="2 still lie under an old vault-key"):
        await keys.retire(home, two.held, "vault-key")

    done = await keys.rewrap(two.held)
    await keys.retire(home, two.held, "vault-key")

    assert before[:2] == [f"{name}: 1 under an old vault key" for name in ("intake", "gateway")]
    assert done[0] == "intake: 1 keys and 0 kept answers wrapped anew"
    assert home.old_secrets("vault-key") == []
    two.intake.vault = Vault(bytes.fromhex(home.secret("vault-key")))
    async with begin(two.intake) as tx:
        assert await tx.vault.find_key(tx.session, CLIENT)


@pytest.mark.anyio
async def test_whoever_was_erased_is_erased_again_after_a_restore(two: Two) -> None:
    """The gateway remembers; the database of intake is one from before."""
    await erasures.erase_again(two.gateway, CLIENT, AT)
    assert await erasures.known(two.held) == {CLIENT: AT}

    count = await erasures.again(two.held, "")

    assert count == 1
    for database in (two.intake, two.gateway):
        assert await database.pool.fetchval("SELECT count(*) FROM client_keys") == 0


@pytest.mark.anyio
async def test_a_list_kept_elsewhere_remembers_for_all(two: Two) -> None:
    listed = f"{CLIENT} {AT.isoformat()}\n\n"

    assert await erasures.again(two.held, listed) == 1

    assert await erasures.known(two.held) == {CLIENT: AT}
    for database in (two.intake, two.gateway):
        async with begin(database) as tx:
            with pytest.raises(ClientForgotten):
                await tx.vault.key_for(tx.session, CLIENT)


@pytest.mark.anyio
@pytest.mark.parametrize("listed", ["nobody", f"{CLIENT}", f"{CLIENT} yesterday", "x y z"])
async def test_a_list_that_is_none_erases_nobody(two: Two, listed: str) -> None:
    with pytest.raises(Trouble, match="did not print"):
        await erasures.again(two.held, listed)

    assert await two.intake.pool.fetchval("SELECT count(*) FROM client_keys") == 1
