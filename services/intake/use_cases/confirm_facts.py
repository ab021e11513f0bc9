"""A worker goes through what is recorded with the client, and she says it is right."""

from typing import Annotated

from pydantic import Field

from contracts.intake.person import FactKind, FactsConfirmed
from contracts.sections import Level
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.changes import facts_of
from services.intake.domain.client import Client
from services.intake.domain.facts import FactNotShown, NothingToConfirm, not_to_come
from services.intake.store.clients import Clients
from services.intake.store.facts import Facts
from services.intake.store.sight import reader_of


class ConfirmFacts(Command):
    """Say which kinds of facts the client confirmed, and on which day."""

    kinds: Annotated[
        tuple[FactKind, ...],
        Field(min_length=1, max_length=20, examples=[["name", "residence"]]),
    ]
    confirmed_on: Day


async def confirm_facts(
    client_id: ClientId,
    command: ConfirmFacts,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Note it at every fact of these kinds that is in force."""
    store = Clients(tx, by)
    client = await store.get(client_id)
    expect(client.version, expected)
    not_to_come(command.confirmed_on, clock.today(), "/confirmed_on")
    await _check_kinds(client, command, by=by, tx=tx)
    kinds = tuple(dict.fromkeys(command.kinds))
    on = command.confirmed_on
    await Facts(tx, client).confirm(set(kinds), on, by.institution)
    tx.record(FactsConfirmed(client_id=client_id, fields=kinds, confirmed_on=on))
    await store.keep(client)
    return client


async def _check_kinds(
    client: Client, command: ConfirmFacts, *, by: Caller, tx: Transaction
) -> None:
    """Only what is recorded and fully seen can be confirmed; what is not seen is not told missing."""
    sights = (await reader_of(tx, client.id, by)).sights
    known = {kind for kind, _, _ in facts_of(client)}
    for place, kind in enumerate(command.kinds):
        if sights[kind.section].level is not Level.FULL:
            raise FactNotShown(pointer=f"/kinds/{place}")
        if kind not in known:
            raise NothingToConfirm(pointer=f"/kinds/{place}")
