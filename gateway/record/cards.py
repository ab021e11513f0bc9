"""Hearing the services: fetch the client's card, store it, lay the events into the feed.

One commit holds card, feed rows, relations and checkpoint. A card is replaced only by a newer
version, so fetching twice or late does no harm.
"""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.relations import ErasesClient
from gateway.tables import cards
from kernel import clock, journal, kinship, relations
from kernel.house import House
from kernel.journal import Fact
from kernel.transactions import Transaction
from kernel.vault import ClientForgotten, ClientKey

Card = Mapping[str, Any]
Fetched = dict[tuple[UUID, str], Card | None]
"""The card that a service answers for an id; none: it has none any more."""
PLACE = "card"
_AT_ONCE = 8


class Cards:
    """What the gateway does about the events of one service."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def prepare(self, facts: Sequence[Fact]) -> Fetched:
        """Ask for each client's card once, however many of her events came together.

        A service that has none leaves the last one be, unless she was merged or parted just now.
        """
        regrouped = {(c, f.source) for f in facts for c in _whose(f) if "merged_id" in f.data}
        wanted = list(dict.fromkeys((c, f.source) for f in facts for c in _whose(f)))
        gate = asyncio.Semaphore(_AT_ONCE)
        got = await asyncio.gather(*(self._fetch(gate, c, s) for c, s in wanted))
        found = dict(zip(wanted, got, strict=True))
        return {one: card for one, card in found.items() if card or one in regrouped}

    async def _fetch(self, gate: asyncio.Semaphore, client_id: UUID, service: str) -> Card | None:
        async with gate:
            found: Card | None = await self._house.ask(
                service, f"/internal/clients/{client_id}/card"
            )
            return found

    async def hear(self, facts: Sequence[Fact], tx: Transaction, fetched: Fetched) -> None:
        """Store cards and relations; lay the events into the feed, late ones of the erased too."""
        gone = await relations.erased(tx.session, [fact.subject for fact in facts])
        for fact in facts:
            event = fact.event()
            if event is None or fact.subject in gone:
                continue
            await relations.note(tx.session, fact.time, event)
            if isinstance(event, ErasesClient):
                # Every record that was merged with hers is hers too.
                for one in await kinship.family(tx.session, event.client_id):
                    await forget(tx, one)
                    gone.add(one)
        for (client_id, service), card in fetched.items():
            if card is None or UUID(card["client_id"]) != client_id:
                # She lies in another's card now, or is gone there: what was kept of her is old.
                await drop(tx, service, client_id)
            if card is not None:
                await store(tx, service, card)
        await journal.relay_on(tx.session, facts)
        tx.announced = bool(facts)


def _whose(fact: Fact) -> list[UUID]:
    """Whose card an event makes old: her own, and that of whoever it joins her with or parts from."""
    if fact.data.get("client_id") != str(fact.subject):
        return []
    other = fact.data.get("merged_id")
    return [fact.subject, *([UUID(other)] if other else [])]


async def drop(tx: Transaction, service: str, client_id: UUID) -> None:
    """Keep nothing of a service's card."""
    await tx.session.execute(
        sa.delete(cards).where(cards.c.client_id == client_id, cards.c.service == service)
    )


async def store(tx: Transaction, service: str, card: Card) -> None:
    """Keep a card unless a newer one is there, or the client is erased."""
    client_id = UUID(card["client_id"])
    try:
        key = await tx.vault.key_for(tx.session, client_id)
    except ClientForgotten:
        return
    row = {
        "version": card["version"],
        "sealed": key.seal(orjson.dumps(card["sections"]), PLACE),
        "stored_at": clock.now(),
    }
    statement = insert(cards).values(client_id=client_id, service=service, **row)
    statement = statement.on_conflict_do_update(
        index_elements=["client_id", "service"],
        set_=row,
        where=cards.c.version < statement.excluded.version,
    )
    await tx.session.execute(statement)


async def forget(tx: Transaction, client_id: UUID) -> None:
    """Drop every card of a client who is erased."""
    await tx.session.execute(sa.delete(cards).where(cards.c.client_id == client_id))


def read(key: ClientKey, sealed: bytes) -> dict[str, Any]:
    """The sections of a stored card."""
    found: dict[str, Any] = orjson.loads(key.open(sealed, PLACE))
    return found


async def rebuild(tx: Transaction, service: str, page: Sequence[Card], asked_at: datetime) -> None:
    """Store a page of cards anew, also over the same version; what came since it was asked stays."""
    ids = [UUID(card["client_id"]) for card in page]
    await tx.session.execute(
        sa.delete(cards).where(
            cards.c.service == service,
            cards.c.client_id.in_(ids),
            cards.c.stored_at < asked_at,
        )
    )
    for card in page:
        await store(tx, service, card)
