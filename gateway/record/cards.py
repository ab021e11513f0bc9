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
from kernel import clock, journal, relations
from kernel.house import House
from kernel.journal import Fact
from kernel.transactions import Transaction
from kernel.vault import ClientForgotten, ClientKey

Card = Mapping[str, Any]
Fetched = dict[UUID, Card]
PLACE = "card"
_AT_ONCE = 8


class Cards:
    """What the gateway does about the events of one service."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def prepare(self, facts: Sequence[Fact]) -> Fetched:
        """Ask for each client's card once, however many of her events came together."""
        clients = {f.subject: f.source for f in facts if f.data.get("client_id") == str(f.subject)}
        gate = asyncio.Semaphore(_AT_ONCE)
        got = await asyncio.gather(*(self._fetch(gate, c, s) for c, s in clients.items()))
        return {client: card for client, card in zip(clients, got, strict=True) if card}

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
                await forget(tx, event.client_id)
                gone.add(event.client_id)
        for fact in {f.subject: f for f in facts if f.subject in fetched}.values():
            await store(tx, fact.source, fetched[fact.subject])
        await journal.relay_on(tx.session, facts)
        tx.announced = bool(facts)


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
