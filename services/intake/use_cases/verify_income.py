"""A second worker records what the incomes of a month were found to be."""

from typing import Annotated

from pydantic import Field

from contracts.sections import Section
from contracts.values import ClientId, Command, Month
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.intake.domain.client import Client
from services.intake.domain.income import Verification
from services.intake.domain.means import Evidence, IncomeItem
from services.intake.store.clients import Clients
from services.intake.store.incomes import Incomes


class VerifyIncome(Command):
    """Verify a month's incomes: as found, and by which evidence."""

    month: Month
    items: Annotated[
        list[IncomeItem],
        Field(max_length=50, examples=[[{"kind": "employment", "monthly": "600.00"}]]),
    ]
    evidence: Evidence


async def verify_income(
    client_id: ClientId,
    command: VerifyIncome,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep what was found beside what was declared: two facts by two people."""
    store = Clients(tx, by)
    client = await store.get(client_id, Section.INCOME)
    expect(client.version, expected)
    incomes = Incomes(tx, client_id)
    verification = Verification(
        client_id=client_id,
        month=command.month,
        items=command.items,
        evidence=command.evidence,
        declaration_id=0,
        verified_by=by.institution,
        worker=by.worker,
        verified_at=clock.now(),
    )
    tx.record(verification.verified(await incomes.last_declared(command.month)))
    await incomes.verify(verification)
    await store.keep(client)
    return client
