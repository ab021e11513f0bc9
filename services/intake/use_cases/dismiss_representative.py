"""Somebody may no longer act in the client's name."""

from contracts.intake.person import RepresentativeDismissed
from contracts.sections import Section
from contracts.values import ClientId, Command, Day, RepresentativeId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import dismiss
from services.intake.domain.client import Client
from services.intake.domain.facts import FactSource
from services.intake.store.persons import Persons


class DismissRepresentative(Command):
    """Say which day was the last one, inclusive."""

    ended_on: Day
    source: FactSource = FactSource.CLIENT_STATEMENT


async def dismiss_representative(
    client_id: ClientId,
    representative_id: RepresentativeId,
    command: DismissRepresentative,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Take the representative from those who may act; it stays known until when he might."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    ended_on = command.ended_on
    changes = dismiss(client, representative_id, ended_on, clock.today())
    tx.record(
        RepresentativeDismissed(
            client_id=client_id, representative_id=representative_id, ended_on=ended_on
        )
    )
    await persons.keep(client, changes, command.source)
    return client
