"""A worker puts right what was recorded of a client by mistake."""

from typing import Annotated

from pydantic import Field, model_validator

from contracts.identifiers import Sex
from contracts.intake.person import ClientCorrected, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import correct
from services.intake.domain.client import Client, PersonName
from services.intake.domain.facts import FactSource
from services.intake.domain.particulars import FamilyAtBirth, SecondNames
from services.intake.store.persons import Persons

_NEVER_NULL = ("name", "birth_date", "sex")


class CorrectParticulars(Command):
    """Put a mistake right: what stood there never was so. What is left out stays as it is."""

    name: PersonName | None = None
    second_names: Annotated[SecondNames | None, Field(description="Null: none.")] = None
    family_at_birth: Annotated[FamilyAtBirth | None, Field(description="Null: not known.")] = None
    birth_date: Day | None = None
    sex: Annotated[Sex | None, Field(examples=["female"])] = None
    source: FactSource = FactSource.CLIENT_STATEMENT

    @model_validator(mode="after")
    def _something(self) -> "CorrectParticulars":
        if not self.model_fields_set - {"source"}:
            raise ValueError("names nothing to correct")
        if any(n in self.model_fields_set and getattr(self, n) is None for n in _NEVER_NULL):
            raise ValueError("name, birth date and sex cannot be corrected to nothing")
        return self


async def correct_particulars(
    client_id: ClientId,
    command: CorrectParticulars,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep what is right, marked as a correction of what was not."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    said = sorted(command.model_fields_set - {"source"})
    changes = correct(
        client, {FactKind(name): getattr(command, name) for name in said}, clock.today()
    )
    fields = tuple(change.kind for change in changes)
    tx.record(ClientCorrected(client_id=client_id, fields=fields))
    await persons.keep(client, changes, command.source)
    return client
