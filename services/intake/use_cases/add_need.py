"""A worker records what the client needs."""

from typing import Annotated

from pydantic import Field

from contracts.intake import ClientStatus, Urgency
from contracts.sections import Section
from contracts.values import ClientId, Command, Day, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.need import Need, NeedKind
from services.intake.store.clients import Clients
from services.intake.store.needs import Needs


class AddNeed(Command):
    """Record a need."""

    kind: Annotated[NeedKind, Field(examples=["work"])]
    urgency: Annotated[Urgency, Field(examples=["normal"])] = Urgency.NORMAL
    note: Note | None = None
    due_on: Annotated[Day | None, Field(description="By when somebody should act.")] = None


async def add_need(
    client_id: ClientId, command: AddNeed, *, by: Caller, tx: Transaction
) -> Client:
    """Keep the need; with the first one the client counts as assessed."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.NEEDS)
    need = Need(
        id=ids.new(),
        client_id=client_id,
        kind=command.kind,
        urgency=command.urgency,
        note=command.note,
        added_by=by.institution,
        added_at=clock.now(),
        due_on=command.due_on,
    )
    await Needs(tx, client_id).add(need)
    tx.record(need.added(), *client.progress(ClientStatus.ASSESSED))
    await store.keep(client)
    return client
