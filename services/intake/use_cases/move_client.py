"""The client moved, or is registered or receives letters elsewhere."""

from pydantic import model_validator

from contracts.intake.person import ClientMoved, ContactChanged, FactKind
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.addresses import Address
from services.intake.domain.changes import change
from services.intake.domain.client import Client, Residence
from services.intake.domain.facts import FactSource
from services.intake.store.persons import Persons


class MoveClient(Command):
    """Say where, from a day on. What is left out stays as it is; null: no such address any more."""

    residence: Residence | None = None
    registration: Address | None = None
    correspondence: Address | None = None
    moved_on: Day
    source: FactSource = FactSource.CLIENT_STATEMENT

    @property
    def said(self) -> list[str]:
        """Which addresses were given."""
        return sorted(self.model_fields_set - {"moved_on", "source"})

    @model_validator(mode="after")
    def _somewhere(self) -> "MoveClient":
        if not self.said:
            raise ValueError("names no address")
        return self


async def move_client(
    client_id: ClientId,
    command: MoveClient,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the new addresses; only a change of residence changes which office is competent."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.CONTACT)
    values = {FactKind(name): getattr(command, name) for name in command.said}
    moved_on, today = command.moved_on, clock.today()
    changes = change(client, values, since=moved_on, today=today, at="/moved_on")
    kinds = {one.kind for one in changes}
    if FactKind.RESIDENCE in kinds:
        lives_in = client.residence.municipality if client.residence else None
        tx.record(ClientMoved(client_id=client_id, moved_on=moved_on, municipality=lives_in))
    if kinds - {FactKind.RESIDENCE}:
        tx.record(ContactChanged(client_id=client_id))
    await persons.keep(client, changes, command.source)
    return client
