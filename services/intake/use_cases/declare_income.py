"""A social worker records the incomes of a month as the client declared them."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Month
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.means import IncomeDeclaration, IncomeItem
from services.intake.store.clients import Clients
from services.intake.store.incomes import Incomes


class DeclareIncome(Command):
    """Declare the household's incomes of a month; no items: no income."""

    month: Month
    items: Annotated[
        list[IncomeItem],
        Field(max_length=50, examples=[[{"kind": "employment", "monthly": "600.00"}]]),
    ]


async def declare_income(
    client_id: ClientId,
    command: DeclareIncome,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the declaration; a later one of the same month counts instead, the earlier one stays."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.INCOME)
    expect(client.version, expected)
    declaration = IncomeDeclaration(
        client_id, command.month, command.items, by.institution, clock.now(), by.worker
    )
    tx.record(declaration.declared(clock.today()))
    await Incomes(tx, client_id).declare(declaration)
    await store.keep(client)
    return client
