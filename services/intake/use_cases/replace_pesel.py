"""The PESEL number was mistyped, re-issued, is known at last, or turned out to be somebody else's."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, model_validator

from contracts.identifiers import Pesel, Sex
from contracts.intake.person import PeselReplaced, PeselReplacement
from contracts.sections import Section
from contracts.values import ClientId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.facts import FactSource
from services.intake.domain.pesels import NewNumber, renumber
from services.intake.store.clients import Clients, pesel_index, pesel_indexes
from services.intake.store.persons import Persons


class ReplacePesel(Command):
    """Say which number takes the place of the one recorded, and why."""

    kind: Annotated[PeselReplacement, Field(examples=["reissued"])]
    pesel: Annotated[Pesel | None, Field(description="None only when it is removed.")] = None
    birth_date: Annotated[
        Day | None, Field(description="If the register corrected it with the number.")
    ] = None
    sex: Annotated[
        Sex | None, Field(description="If the register changed it with the number.")
    ] = None
    source: FactSource = FactSource.DOCUMENT

    @model_validator(mode="after")
    def _number_or_removal(self) -> "ReplacePesel":
        if (self.kind is PeselReplacement.REMOVED) is not (self.pesel is None):
            raise ValueError("a number is given unless it is removed")
        return self


async def replace_pesel(
    client_id: ClientId,
    command: ReplacePesel,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
    index_secret: bytes,
) -> Client:
    """Find her by the new number from now on; one number, one client."""
    persons = Persons(tx, by)
    client = await persons.get(client_id, expected, Section.IDENTITY)
    old = client.pesel
    new = NewNumber(command.kind, command.pesel, command.birth_date, command.sex)
    changes = renumber(client, new, clock.today())
    indexes = pesel_indexes(index_secret, command.pesel) if command.pesel else []
    await _refuse_if_taken(client, indexes, by=by, tx=tx)
    index = indexes[0] if indexes else None
    former = old if command.kind is PeselReplacement.REISSUED else None
    await persons.renumber(client, index, pesel_index(index_secret, former) if former else None)
    tx.record(PeselReplaced(client_id=client_id, kind=command.kind))
    await persons.keep(client, changes, command.source)
    return client


async def _refuse_if_taken(
    client: Client, indexes: Sequence[bytes], *, by: Caller, tx: Transaction
) -> None:
    store = Clients(tx, by)
    await store.take_turns(indexes)
    known = await store.find_by_pesel(*indexes)
    if known and known.client_id != client.id:
        raise known.refusal()
