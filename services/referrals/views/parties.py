"""Institutions as this database knows them by name."""

from collections.abc import Iterable, Mapping
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.values import InstitutionId, InstitutionKind, View
from kernel.relations import Party, parties_named
from kernel.transactions import Transaction

Names = Mapping[UUID, Party]


class PartyView(View):
    """An institution by name."""

    id: InstitutionId
    name: Annotated[
        str,
        Field(
            description="The id, while the directory has not named it here.",
            examples=["PUP Zabrze (demo)"],
        ),
    ]
    kind: InstitutionKind | None


async def names_of(tx: Transaction, ids: Iterable[UUID]) -> Names:
    """The names of institutions that were heard of."""
    return await parties_named(tx.session, list(set(ids)))


def party_view(party_id: UUID, names: Names) -> PartyView:
    """An institution, by its name if that was heard."""
    known = names.get(party_id)
    if known is None:
        return PartyView(id=party_id, name=str(party_id), kind=None)
    kind = None if known.kind is None else InstitutionKind(known.kind)
    return PartyView(id=known.id, name=known.name, kind=kind)
