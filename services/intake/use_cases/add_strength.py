"""A worker records what the client can build on."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.need import Strength, StrengthKind
from services.intake.store.clients import Clients
from services.intake.store.needs import Needs


class AddStrength(Command):
    """Record a strength."""

    kind: Annotated[StrengthKind, Field(examples=["motivation"])]
    note: Note | None = None


async def add_strength(
    client_id: ClientId, command: AddStrength, *, by: Caller, tx: Transaction
) -> Client:
    """Keep the strength beside the needs."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.NEEDS)
    strength = Strength(
        ids.new(), client_id, command.kind, command.note, by.institution, clock.now()
    )
    tx.record(strength.added())
    await Needs(tx, client_id).add_strength(strength)
    await store.keep(client)
    return client
