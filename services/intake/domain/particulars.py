"""What is known of a person beyond her name, her birth date and where she lives."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from contracts.identifiers import Iban, Pesel, Sex
from contracts.values import SENSITIVE, Command, Line, View
from services.intake.domain.addresses import Address
from services.intake.domain.communication import Communication
from services.intake.domain.documents import IdentityDocument
from services.intake.domain.facts import FactSource
from services.intake.domain.representatives import Representative
from services.intake.domain.standing import Citizenship, MaritalStatus, ResidenceTitle

SecondNames = Annotated[Line, SENSITIVE, Field(max_length=80, examples=["Fikcja"])]
FamilyAtBirth = Annotated[Line, SENSITIVE, Field(max_length=80, examples=["Zmyślona"])]
MOST = 20
"""So many documents, and so many representatives, at most."""


class ParticularsTold(Command):
    """What a person may tell of herself at registration, all of it optional."""

    second_names: SecondNames | None = None
    family_at_birth: FamilyAtBirth | None = None
    sex: Annotated[
        Sex | None, Field(description="None: as the PESEL number says.", examples=["female"])
    ] = None
    citizenship: Citizenship | None = None
    residence_title: ResidenceTitle | None = None
    marital_status: Annotated[MaritalStatus | None, Field(examples=["single"])] = None
    registration: Address | None = None
    correspondence: Address | None = None
    communication: Communication | None = None
    bank_account: Iban | None = None
    documents: Annotated[tuple[IdentityDocument, ...], Field(max_length=MOST)] = ()
    representatives: Annotated[tuple[Representative, ...], Field(max_length=MOST)] = ()
    source: FactSource = FactSource.CLIENT_STATEMENT

    def kept(self, new_id: Callable[[], UUID]) -> "Particulars":
        """The same as it is kept: papers and representatives under ids of their own."""
        same = {n: getattr(self, n) for n in type(self).model_fields if n not in _SEVERAL}
        several = {name: {new_id(): one for one in getattr(self, name)} for name in _SEVERAL}
        return Particulars(**same, **several)


_SEVERAL = ("documents", "representatives")


class FormerName(View):
    """A name she bore until another took its place on a day."""

    given: str
    family: str
    until: date


class Particulars(View):
    """What may be known of anybody and need not be of anyone. Lies sealed, as a whole."""

    second_names: str | None = None
    family_at_birth: str | None = None
    sex: Sex | None = None
    citizenship: Citizenship | None = None
    residence_title: ResidenceTitle | None = None
    marital_status: MaritalStatus | None = None
    registration: Address | None = None
    correspondence: Address | None = None
    communication: Communication | None = None
    bank_account: Iban | None = None
    documents: Mapping[UUID, IdentityDocument] = {}
    representatives: Mapping[UUID, Representative] = {}
    former_names: tuple[FormerName, ...] = ()
    former_pesels: tuple[Pesel, ...] = ()
    source: FactSource = FactSource.CLIENT_STATEMENT
    """Where what was recorded at registration came from."""

    def with_(self, **changes: Any) -> "Particulars":
        """The same with some of it changed."""
        return self.model_copy(update=changes)
