"""A worker asks who on record looks like a person, before the row exists or after."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import ConfigDict, Field, model_validator

from contracts.identifiers import Pesel
from contracts.values import ClientId, Command, Day
from kernel import kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.client import PersonName, Residence
from services.intake.domain.likeness import Candidate, OnPaper, Trait
from services.intake.store.clients import Clients, pesel_index, pesel_indexes
from services.intake.store.duplicates import Duplicates, on_paper


class FindDuplicates(Command):
    """Ask who looks like a person: one on record, or one described."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name": {"given": "Próbna", "family": "Wymyślona"},
                    "birth_date": "1985-03-14",
                    "residence": {"municipality": "2478011", "street": "Wolności 1"},
                }
            ]
        }
    )

    client_id: Annotated[ClientId | None, Field(description="Somebody on record.")] = None
    name: PersonName | None = None
    birth_date: Day | None = None
    pesel: Pesel | None = None
    residence: Residence | None = None

    @model_validator(mode="after")
    def _one_person(self) -> "FindDuplicates":
        described = self.name is not None and self.birth_date is not None
        if (self.client_id is not None) == described:
            raise ValueError("names either a client, or a name and a birth date")
        return self


async def find_duplicates(
    command: FindDuplicates, *, by: Caller, tx: Transaction, index_secret: bytes
) -> list[Candidate]:
    """Score everybody near among those the caller may see; of others only a PESEL number tells."""
    store = Duplicates(tx, by)
    if command.client_id is not None:
        client_id = await kinship.survivor(tx.session, command.client_id)
        client = await Clients(tx, by).look_up(client_id)
        index = pesel_index(index_secret, client.pesel) if client.pesel else None
        known = await store.decided(client_id) | {client_id}
        return await store.alike(on_paper(client, index), known)
    indexes = pesel_indexes(index_secret, command.pesel) if command.pesel else []
    exact = await _known_by(indexes, by=by, tx=tx)
    described = _described(command, indexes[0] if indexes else None)
    alike = await store.alike(described, {c.client_id for c in exact})
    return exact + alike


async def _known_by(indexes: Sequence[bytes], *, by: Caller, tx: Transaction) -> list[Candidate]:
    """Whoever has the number: named if the caller may see her, else only whom to ask."""
    known = await Clients(tx, by).find_by_pesel(*indexes)
    if known is None:
        return []
    if not known.visible:
        raise known.refusal()
    return [Candidate(known.client_id, (Trait.SAME_PESEL,))]


def _described(command: FindDuplicates, index: bytes | None) -> OnPaper:
    if command.name is None or command.birth_date is None:
        raise ValueError("a person is described by name and birth date")
    home = command.residence
    return OnPaper(
        given=command.name.given,
        family=command.name.family,
        birth_date=command.birth_date,
        municipality=home.municipality if home else None,
        street=home.street if home else None,
        pesel_index=index,
    )
