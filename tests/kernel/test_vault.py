"""Personal data is sealed under a key per client; without the key it is gone."""

import pytest
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag

from kernel import ids
from kernel.tables import client_keys
from kernel.transactions import Database, begin
from kernel.vault import Vault, blind_index
from tests.kernel.tiny import CLIENT, OTHER

VAULT = Vault(b"w" * 32)
PLAIN = b"44051401359"


def test_what_is_sealed_opens_in_its_place() -> None:
    key, _ = VAULT.new_key(CLIENT)

    assert key.open(key.seal(PLAIN, "pesel"), "pesel") == PLAIN


def test_what_is_sealed_does_not_show() -> None:
    key, wrapped = VAULT.new_key(CLIENT)

    assert PLAIN not in key.seal(PLAIN, "pesel") + wrapped


def test_the_same_sealed_twice_looks_different() -> None:
    key, _ = VAULT.new_key(CLIENT)

    assert key.seal(PLAIN, "pesel") != key.seal(PLAIN, "pesel")


def test_in_another_place_it_does_not_open() -> None:
    key, _ = VAULT.new_key(CLIENT)

    with pytest.raises(InvalidTag):
        key.open(key.seal(PLAIN, "pesel"), "name")


def test_with_another_clients_key_it_does_not_open() -> None:
    key, other = VAULT.new_key(CLIENT)[0], VAULT.new_key(OTHER)[0]

    with pytest.raises(InvalidTag):
        other.open(key.seal(PLAIN, "pesel"), "pesel")


def test_a_changed_byte_is_noticed() -> None:
    key, _ = VAULT.new_key(CLIENT)
    sealed = key.seal(PLAIN, "pesel")

    with pytest.raises(InvalidTag):
        key.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), "pesel")


def test_a_wrapped_key_serves_its_own_client_only() -> None:
    key, wrapped = VAULT.new_key(CLIENT)

    assert VAULT.unwrap(wrapped, CLIENT).open(key.seal(PLAIN, "x"), "x") == PLAIN
    with pytest.raises(InvalidTag):
        VAULT.unwrap(wrapped, OTHER)


def test_another_wrapping_key_unwraps_nothing() -> None:
    _, wrapped = VAULT.new_key(CLIENT)

    with pytest.raises(InvalidTag):
        Vault(b"v" * 32).unwrap(wrapped, CLIENT)


@pytest.mark.anyio
async def test_a_client_has_one_key(database: Database) -> None:
    async with begin(database) as tx:
        sealed = (await tx.vault.key_for(tx.session, CLIENT)).seal(PLAIN, "pesel")

    async with begin(database) as tx:
        assert (await tx.vault.key_for(tx.session, CLIENT)).open(sealed, "pesel") == PLAIN


@pytest.mark.anyio
async def test_an_erased_key_opens_nothing_any_more(database: Database) -> None:
    async with begin(database) as tx:
        sealed = (await tx.vault.key_for(tx.session, CLIENT)).seal(PLAIN, "pesel")
        await tx.session.execute(sa.delete(client_keys))

    async with begin(database) as tx:
        assert await tx.vault.find_key(tx.session, CLIENT) is None
        fresh = await tx.vault.key_for(tx.session, CLIENT)
    with pytest.raises(InvalidTag):
        fresh.open(sealed, "pesel")


def test_a_blind_index_meets_equals_and_tells_nothing_else() -> None:
    key = b"i" * 32

    assert blind_index(key, "pesel", "1") == blind_index(key, "pesel", "1")
    assert blind_index(key, "pesel", "1") != blind_index(key, "pesel", "2")
    assert blind_index(key, "pesel", "1") != blind_index(key, "name", "1")
    assert blind_index(key, "pesel", "1") != blind_index(b"j" * 32, "pesel", "1")


def test_ids_come_in_order() -> None:
    made = [ids.new() for _ in range(100)]

    assert made == sorted(made)
