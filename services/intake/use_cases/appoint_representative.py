"""Somebody may act in the client's name: a parent, guardian, curator or attorney."""

from contracts.intake.person import RepresentativeAppointed
from contracts.sections import Section
from contracts.values import ClientId, Command
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.changes import appoint
from services.intake.domain.client import Client
from services.intake.domain.facts import FactSource
from services.intake.domain.representatives import Representative
from services.intake.store.persons import Persons


class AppointRepresentative(Command):
    """Record who may act, in what, from when, and on what evidence."""

    representative: Representative
    source: FactSource = FactSource.DOCUMENT


async def appoint_representative(
    client_id: ClientId,
    command: AppointRepresentative,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Client:
    """Keep the representative among the others."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    id_ = ids.new()
    changes = appoint(client, id_, command.representative)
    tx.record(RepresentativeAppointed(client_id=client_id, representative_id=id_))
    await persons.keep(client, changes, command.source)
    return client
