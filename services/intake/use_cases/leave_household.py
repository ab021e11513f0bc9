"""A social worker records that the client left her household."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client, ClientNotFound
from services.intake.domain.household import NotInHousehold
from services.intake.domain.means import InTheFuture
from services.intake.store.clients import Clients
from services.intake.store.households import households_of, keep_households, lock_clients
from services.intake.use_cases.declare_household import tell


class LeaveHousehold(Command):
    """Leave the household, whoever declared it."""

    until: Annotated[Day, Field(description="The last day in the household, inclusive.")]


async def leave_household(
    client_id: ClientId,
    command: LeaveHousehold,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """End her stay; where the household was declared for her, it ends for everybody in it.

    What was declared stays: the leaving is laid beside it.
    """
    if command.until > clock.today():
        raise InTheFuture(pointer="/until")
    if not await relations.may_see(tx.session, client_id, by.institution):
        raise ClientNotFound
    owner = (await households_of(tx, [client_id])).left_on(client_id, command.until).household_of
    await lock_clients(tx, {client_id, owner})
    store = Clients(tx, by)
    client = await store.get(client_id, Section.HOUSEHOLD)
    expect(client.version, expected)
    # Looked up again now that nobody can move her meanwhile.
    known = await households_of(tx, [client_id])
    if known.left_on(client_id, command.until).household_of != owner:
        raise NotInHousehold
    history = known.of(owner)
    rows = history.without(client_id, command.until, by=by.institution, at=clock.now())
    touched = history.touched_from(rows[0].valid_from)
    await keep_households(tx, known, *rows)
    await tell(touched, rows[0], {client_id, owner}, by=by, tx=tx)
    await store.keep(client)
    return client
