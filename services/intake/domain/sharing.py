"""Sharing: on which legal basis a partner may see a client's record (domain 8.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, model_validator

from contracts.intake import SharingClosed, SharingOpened
from contracts.sections import Section
from contracts.values import (
    BasisKind,
    Command,
    Consent,
    InstitutionId,
    LegalBasis,
    PartnershipId,
)
from kernel.refusals import Kind, Refusal


class PartyUnknown(Refusal):
    """The directory knows no such institution or partnership."""

    kind = Kind.INVALID
    pl = "Katalog nie zna takiej instytucji ani partnerstwa."


class PartnershipNotInForce(Refusal):
    """No agreement in force joins your institution to this partnership, so nothing can be shared in it."""

    kind = Kind.INVALID
    pl = "Żadne obowiązujące porozumienie nie łączy Twojej instytucji z tym partnerstwem."


class ConsentOver(Refusal):
    """The consent ended before today."""

    kind = Kind.INVALID
    pl = "Zgoda wygasła przed dniem dzisiejszym."


class SharingNotFound(Refusal):
    """There is no such sharing of this client."""

    kind = Kind.MISSING
    pl = "Nie ma takiego udostępnienia karty."


class SharingOver(Refusal):
    """The sharing has been withdrawn already."""

    kind = Kind.CONFLICT
    pl = "Udostępnienie już cofnięto."


class NotWithYourself(Refusal):
    """An institution cannot share a record with itself; ask the one that registered the client."""

    kind = Kind.INVALID
    pl = "Instytucja nie może udostępnić karty sama sobie; proszę poprosić tę, która zarejestrowała osobę."


class OnlyReferred(Refusal):
    """Your institution sees this client for a referral only, which does not let it share her on."""

    kind = Kind.FORBIDDEN
    pl = "Twoja instytucja widzi tę osobę tylko z powodu skierowania i nie może udostępnić jej dalej."


class SharingOfOthers(Refusal):
    """Only the institution that opened the sharing, or that registered the client, may withdraw it."""

    kind = Kind.FORBIDDEN
    pl = (
        "Udostępnienie może cofnąć tylko instytucja, która je otworzyła albo zarejestrowała osobę."
    )


class ShareWith(Command):
    """One partner, or all members of a partnership, and why they may see the record."""

    partnership: PartnershipId | None = None
    institution: InstitutionId | None = None
    basis: LegalBasis
    sections: Annotated[
        tuple[Section, ...],
        Field(
            max_length=15, description="Sections that a consent names expressly.", examples=[[]]
        ),
    ] = ()

    @model_validator(mode="after")
    def _one_party(self) -> "ShareWith":
        if (self.partnership is None) == (self.institution is None):
            raise ValueError("names either a partnership or an institution")
        return self

    @property
    def party(self) -> UUID:
        """Whoever may see."""
        found = self.partnership or self.institution
        if found is None:
            raise ValueError("names either a partnership or an institution")
        return found

    @property
    def until(self) -> date | None:
        """The last day, inclusive; only a consent may end by itself."""
        return self.basis.until if isinstance(self.basis, Consent) else None


@dataclass(eq=False)
class Sharing:
    """A sharing (udostępnienie) in force until it is withdrawn or ends."""

    id: UUID
    client_id: UUID
    party: UUID
    basis: LegalBasis
    sections: tuple[Section, ...]
    until: date | None
    opened_by: UUID
    opened_at: datetime
    closed_at: datetime | None = None

    def opened(self, today: date, at: str = "") -> SharingOpened:
        """Announce it; `at` is where it stands in what was sent."""
        if self.until is not None and self.until < today:
            raise ConsentOver(pointer=f"{at}/basis/until")
        return SharingOpened(
            client_id=self.client_id,
            relation_id=self.id,
            party_id=self.party,
            basis=BasisKind(self.basis.kind),
            # Only the client herself can open more than the policies give everybody of a kind.
            scope=self.sections if isinstance(self.basis, Consent) else (),
            until=self.until,
        )

    def withdraw(self, at: datetime, *, by: UUID, registered_by: UUID) -> SharingClosed:
        """End it at once."""
        if by not in {self.opened_by, registered_by}:
            raise SharingOfOthers
        if self.closed_at is not None:
            raise SharingOver(state="withdrawn", allowed=[])
        self.closed_at = at
        return SharingClosed(client_id=self.client_id, relation_id=self.id)
