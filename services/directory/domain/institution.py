"""An institution: an OPS, a PUP, an NGO, with the territory it serves."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.directory import InstitutionRegistered
from contracts.values import InstitutionKind, Line
from kernel.refusals import Kind, Refusal

InstitutionName = Annotated[Line, Field(examples=["MOPR Zabrze (demo)"])]


class InstitutionNotFound(Refusal):
    """There is no such institution in the directory."""

    kind = Kind.MISSING
    pl = "W katalogu nie ma takiej instytucji."


class InstitutionKnown(Refusal):
    """An institution with this id is in the directory already, under other particulars."""

    kind = Kind.CONFLICT
    pl = "Instytucja o tym identyfikatorze jest już w katalogu, z innymi danymi."


@dataclass(eq=False)
class Institution:
    """One institution (instytucja) of the code list `institution_kind`."""

    id: UUID
    name: str
    kind: InstitutionKind
    territory: str
    version: int = 1

    def registered(self) -> InstitutionRegistered:
        """Announce the entry."""
        return InstitutionRegistered(
            party_id=self.id, name=self.name, kind=self.kind, territory=self.territory
        )
