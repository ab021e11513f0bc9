"""A worker closes a client's case; from then on the time her file is kept runs."""

from typing import Annotated

from pydantic import Field

from contracts.intake.rights import ClosingReason
from contracts.values import ClientId, Command, Day
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.closing import Closing, close
from services.intake.domain.erasure import OnlyItsRegistrar
from services.intake.store.clients import Clients
from services.intake.store.rights import Closings


class CloseClient(Command):
    """Close the case, as of today if no day is named."""

    closed_on: Day | None = None
    reason: Annotated[ClosingReason, Field(examples=["independent"])]


async def close_client(
    client_id: ClientId, command: CloseClient, *, expected: int | None, by: Caller, tx: Transaction
) -> Client:
    """Close it; nothing is deleted by that."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    expect(client.version, expected)
    if client.registered_by != by.institution:
        raise OnlyItsRegistrar
    closing = Closing(
        id=ids.new(),
        client_id=client_id,
        closed_on=command.closed_on or clock.today(),
        reason=command.reason,
        closed_by=by.worker,
        closed_at=clock.now(),
        status_before=client.status,
    )
    tx.record(close(client, closing, clock.today()))
    await Closings(tx).add(closing)
    await store.keep(client)
    return client
