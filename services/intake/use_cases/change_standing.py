"""Citizenship, residence title or marital status of the client changed."""

from typing import Annotated

from pydantic import Field, model_validator

from contracts.intake.person import FactKind, StandingChanged
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import change
from services.intake.domain.client import Client
from services.intake.domain.facts import FactSource
from services.intake.domain.standing import Citizenship, MaritalStatus, ResidenceTitle
from services.intake.store.persons import Persons


class ChangeStanding(Command):
    """Record it from a day on. What is left out stays as it is; null: not known any more."""

    citizenship: Citizenship | None = None
    residence_title: ResidenceTitle | None = None
    marital_status: Annotated[MaritalStatus | None, Field(examples=["married"])] = None
    valid_from: Day
    source: FactSource = FactSource.CLIENT_STATEMENT

    @property
    def said(self) -> list[str]:
        """Which of them were given."""
        return sorted(self.model_fields_set - {"valid_from", "source"})

    @model_validator(mode="after")
    def _something(self) -> "ChangeStanding":
        if not self.said:
            raise ValueError("names nothing that changed")
        return self


async def change_standing(
    client_id: ClientId,
    command: ChangeStanding,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep what is so from that day on, and what was before."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    since = command.valid_from
    values = {FactKind(name): getattr(command, name) for name in command.said}
    changes = change(client, values, since=since, today=clock.today(), at="/valid_from")
    fields = tuple(one.kind for one in changes)
    tx.record(StandingChanged(client_id=client_id, fields=fields, valid_from=since))
    await persons.keep(client, changes, command.source)
    return client
