"""What readers may see of the person: particulars with identifiers covered, addresses, who acts for her."""

from collections.abc import Mapping
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.identifiers import Sex
from contracts.values import Day, DocumentId, RepresentativeId, View
from services.intake.domain.addresses import Address
from services.intake.domain.client import Client
from services.intake.domain.communication import Communication
from services.intake.domain.documents import IdentityDocument, covered
from services.intake.domain.representatives import Representative, RepresentativeKind
from services.intake.domain.standing import Citizenship, MaritalStatus, ResidenceTitle


class DocumentView(View):
    """A paper, its number covered."""

    id: DocumentId
    document: Annotated[IdentityDocument, Field(description="The number covered.")]


class RepresentativeView(View):
    """Who may act in her name, and how to reach that person; the evidence stays with the facts."""

    id: RepresentativeId
    name: str
    kind: RepresentativeKind
    scope: str | None
    phone: str | None
    email: str | None
    valid_from: Day
    valid_to: Day | None


class PersonView(View):
    """The person beyond name, number and residence, as every caseworker with a relation sees her."""

    second_names: str | None
    family_at_birth: str | None
    sex: Sex | None
    citizenship: Citizenship | None
    residence_title: ResidenceTitle | None
    marital_status: MaritalStatus | None
    registration: Address | None
    correspondence: Address | None
    communication: Communication | None
    documents: list[DocumentView]
    representatives: list[RepresentativeView]


def person_view(client: Client) -> PersonView:
    """The particulars, numbers covered, the bank account left out."""
    told = client.particulars
    return PersonView(
        second_names=told.second_names,
        family_at_birth=told.family_at_birth,
        sex=client.sex,
        citizenship=told.citizenship,
        residence_title=told.residence_title,
        marital_status=told.marital_status,
        registration=told.registration,
        correspondence=told.correspondence,
        communication=told.communication,
        documents=[DocumentView(id=i, document=covered(d)) for i, d in told.documents.items()],
        representatives=_acting(told.representatives),
    )


def _acting(representatives: Mapping[UUID, Representative]) -> list[RepresentativeView]:
    return [
        RepresentativeView(id=id_, **dict(one.model_dump(exclude={"evidence", "address"})))
        for id_, one in representatives.items()
    ]
