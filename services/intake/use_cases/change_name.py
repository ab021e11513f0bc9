"""The client bears another name: by marriage, divorce, adoption or a decision of the register office."""

from typing import Annotated

from pydantic import Field

from contracts.intake.person import ClientRenamed, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import change, rename
from services.intake.domain.client import Client, PersonName
from services.intake.domain.facts import FactSource
from services.intake.domain.particulars import FamilyAtBirth, SecondNames
from services.intake.store.persons import Persons


class ChangeName(Command):
    """Record the name she bears from a day on; the one before stays as a former name."""

    name: PersonName
    second_names: Annotated[
        SecondNames | None, Field(description="Left out: as before. Null: none.")
    ] = None
    family_at_birth: Annotated[
        FamilyAtBirth | None, Field(description="Left out: as before. Null: not known.")
    ] = None
    valid_from: Day
    source: FactSource = FactSource.CLIENT_STATEMENT


async def change_name(
    client_id: ClientId,
    command: ChangeName,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the new name, and the former one with the day it ended."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    today = clock.today()
    changes = rename(client, command.name, command.valid_from, today)
    said = command.model_fields_set & {FactKind.SECOND_NAMES.value, FactKind.FAMILY_AT_BIRTH.value}
    besides = {FactKind(name): getattr(command, name) for name in sorted(said)}
    changes += change(client, besides, since=command.valid_from, today=today, at="/valid_from")
    tx.record(ClientRenamed(client_id=client_id, valid_from=command.valid_from))
    await persons.keep(client, changes, command.source)
    return client
