"""The client is paid to another bank account, or to none."""

from contracts.identifiers import Iban
from contracts.intake.person import AccountChanged, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import put
from services.intake.domain.client import Client
from services.intake.domain.facts import FactOrigin, FactSource
from services.intake.store.persons import Persons


class ChangeBankAccount(Command):
    """Say to which account she is paid; null: to none."""

    bank_account: Iban | None
    source: FactSource = FactSource.CLIENT_STATEMENT


async def change_bank_account(
    client_id: ClientId,
    command: ChangeBankAccount,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the account, and the one before."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.INCOME)
    changes = put(client, FactKind.BANK_ACCOUNT, command.bank_account, FactOrigin.CHANGED)
    tx.record(AccountChanged(client_id=client_id))
    await persons.keep(client, changes, command.source)
    return client
