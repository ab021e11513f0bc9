"""A worker records what became of a need."""

from typing import Annotated

from pydantic import Field

from contracts.intake.means import NeedOutcome
from contracts.sections import Section
from contracts.values import ClientId, Command, NeedId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.need import Closing, NeedNotFound
from services.intake.store.clients import Clients
from services.intake.store.needs import Needs
from services.intake.store.sight import reader_of


class CloseNeed(Command):
    """Close a need: met, not met, or withdrawn."""

    outcome: Annotated[NeedOutcome, Field(examples=["met"])]
    reason: Note | None = None


async def close_need(
    client_id: ClientId,
    need_id: NeedId,
    command: CloseNeed,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep what became of it; a need the caller may not read does not exist for him."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.NEEDS)
    expect(client.version, expected)
    needs = Needs(tx, client_id)
    need = await needs.get(need_id)
    if not (await reader_of(tx, client_id, by)).reads(need.kind.section):
        raise NeedNotFound
    tx.record(need.close(Closing(command.outcome, command.reason, clock.today())))
    await needs.close(need)
    await store.keep(client)
    return client
