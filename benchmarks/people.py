"""Invented clients: one full one through the front door, as many copies as a size needs behind it."""

import itertools
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import orjson

from benchmarks.grounds import Site
from gateway.record.cards import PLACE
from kernel import clock, ids
from kernel.vault import ClientKey, Vault
from okienko.caller import Front
from okienko.personas import MOPR_ZABRZE, ZABRZE, with_check_digit

_FIRST_DAY = date(1950, 1, 1)
_DAYS = 18_000
_AT_ONCE = 5_000


def registrations() -> Iterator[bytes]:
    """Bodies of POST /v1/clients without end, each with a valid PESEL number of its own."""
    for number in itertools.count():
        born = _FIRST_DAY + timedelta(days=number % _DAYS)
        # The demonstration's own people have the serial 0000.
        serial = 1 + number // _DAYS
        yield registration(born, with_check_digit(f"{born:%y%m%d}{serial:04}0"))


def registration(born: date, pesel: str) -> bytes:
    """One body."""
    basis = {"kind": "consent", "evidence": "form 12/2026"}
    return orjson.dumps(
        {
            "name": {"given": "Próbna", "family": "Wymyślona"},
            "pesel": pesel,
            "birth_date": born,
            "residence": {
                "municipality": "2478011",
                "street": "Wolności 1",
                "postal_code": "41-800",
                "city": "Zabrze",
            },
            "contact": {"phone": "+48600100200"},
            "reasons": ["unemployment"],
            "share_with": [{"partnership": str(ZABRZE), "basis": basis}],
        }
    )


def pattern(front: Front) -> UUID:
    """Register one client as a worker would: household, incomes, need, and the draft plan."""
    body = orjson.loads(registration(date(1949, 3, 14), with_check_digit("49031400010")))
    client = front.post("ops-zabrze", "/v1/clients", body)["id"]
    path = f"/v1/clients/{client}"
    members = [
        {"relation": relation, "birth_date": born}
        for relation, born in (("applicant", "1949-03-14"), ("child", "2016-01-10"))
    ]
    front.post("ops-zabrze", f"{path}/household", {"valid_from": "2026-01-01", "members": members})
    items = [{"kind": "family_allowance", "monthly": "248.00"}]
    front.post("ops-zabrze", f"{path}/incomes", {"month": "2026-02", "items": items})
    front.post("ops-zabrze", f"{path}/needs", {"kind": "work", "urgency": "normal"})
    return UUID(client)


async def multiply(site: Site, client: UUID, body: bytes, known: list[UUID], size: int) -> None:
    """Copy a client straight into the gateway's database until there are so many, really sealed.

    Keys are made and wrapped, cards sealed and relations laid as the gateway does; only the way
    through the services is left out. The bare program gets as many documents of the same length.
    """
    vault = Vault(bytes.fromhex(site.home.secret("vault-key")))
    ours = await asyncpg.connect(site.run.database_urls["gateway"])
    bare = await asyncpg.connect(site.bare_database)
    try:
        cards = await _opened(ours, vault, client)
        while len(known) < size:
            fresh = [ids.new() for _ in range(min(_AT_ONCE, size - len(known)))]
            await _lay(ours, vault, cards, client, fresh)
            await bare.copy_records_to_table(
                "documents", records=[(one, body.decode()) for one in fresh]
            )
            known += fresh
        # What autovacuum does within a minute.
        await ours.execute("ANALYZE cards, client_keys, relations")
        await bare.execute("ANALYZE documents")
    finally:
        await ours.close()
        await bare.close()


async def _opened(connection: asyncpg.Connection, vault: Vault, client: UUID) -> dict[str, str]:
    wrapped = await connection.fetchval(
        "SELECT wrapped FROM client_keys WHERE client_id = $1", client
    )
    key = vault.unwrap(wrapped, client)
    rows = await connection.fetch("SELECT service, sealed FROM cards WHERE client_id = $1", client)
    return {row["service"]: key.open(row["sealed"], PLACE).decode() for row in rows}


async def _lay(
    connection: asyncpg.Connection, vault: Vault, cards: dict[str, str], old: UUID,
    fresh: list[UUID],
) -> None:  # fmt: skip
    keys: list[tuple[UUID, bytes]] = []
    sealed: list[tuple[Any, ...]] = []
    relations: list[tuple[Any, ...]] = []
    now = clock.now()
    sharing = str(next(iter(orjson.loads(cards["intake"])["sharing"]["full"])))
    for client in fresh:
        key, wrapped = vault.new_key(client)
        share = ids.new()
        keys.append((client, wrapped))
        for service, text in cards.items():
            plain = text.replace(str(old), str(client)).replace(sharing, str(share))
            sealed.append((client, service, 1, _seal(key, plain), now))
        relations.append((client, client, MOPR_ZABRZE.id, "registration", [], now))
        relations.append((client, share, ZABRZE, "consent", [], now))
    copy = connection.copy_records_to_table
    await copy("client_keys", records=keys, columns=("client_id", "wrapped"))
    await copy("cards", records=sealed)
    columns = ("client_id", "relation_id", "party_id", "basis", "scope", "since")
    await copy("relations", records=relations, columns=columns)


def _seal(key: ClientKey, plain: str) -> bytes:
    return key.seal(plain.encode(), PLACE)
