"""Facts announced by intake about the person: her names, numbers, standing, addresses, papers."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import ClientId, Day, DocumentId, RepresentativeId


class FactKind(StrEnum):
    """What a fact about the person is about; each is recorded, confirmed and corrected by itself."""

    NAME = "name"
    SECOND_NAMES = "second_names"
    FAMILY_AT_BIRTH = "family_at_birth"
    BIRTH_DATE = "birth_date"
    PESEL = "pesel"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    RESIDENCE_TITLE = "residence_title"
    MARITAL_STATUS = "marital_status"
    DOCUMENT = "document"
    REPRESENTATIVE = "representative"
    RESIDENCE = "residence"
    REGISTRATION = "registration"
    CORRESPONDENCE = "correspondence"
    CONTACT = "contact"
    COMMUNICATION = "communication"
    BANK_ACCOUNT = "bank_account"

    @property
    def section(self) -> Section:
        """The category it belongs to: whoever sees that one sees the fact."""
        return _SECTION_OF.get(self, Section.IDENTITY)


_SECTION_OF = {
    FactKind.RESIDENCE: Section.CONTACT,
    FactKind.REGISTRATION: Section.CONTACT,
    FactKind.CORRESPONDENCE: Section.CONTACT,
    FactKind.CONTACT: Section.CONTACT,
    FactKind.COMMUNICATION: Section.CONTACT,
    FactKind.BANK_ACCOUNT: Section.INCOME,
}
_Kinds = Annotated[tuple[FactKind, ...], Field(max_length=20, examples=[["birth_date"]])]


class PeselReplacement(StrEnum):
    """Why a PESEL number takes the place of another."""

    CORRECTION = "correction"
    """The earlier one was mistyped and never hers."""
    REISSUED = "reissued"
    """The register gave her a new one; the earlier was hers and still finds her."""
    ADDED = "added"
    """She had none."""
    REMOVED = "removed"
    """It turned out to be somebody else's; hers is not known."""


class ClientRenamed(Event):
    """The client bears another name from a day on."""

    wire_name: ClassVar = "client.renamed.v1"
    pl: ClassVar = "Klientka lub klient nosi od danego dnia inne nazwisko lub imię."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    valid_from: Day


class ClientCorrected(Event):
    """Particulars of the client that were recorded by mistake were corrected."""

    wire_name: ClassVar = "client.corrected.v1"
    pl: ClassVar = "Sprostowano błędnie zapisane dane osobowe."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    fields: _Kinds


class PeselReplaced(Event):
    """The PESEL number of the client was corrected, re-issued, added or removed."""

    wire_name: ClassVar = "pesel.replaced.v1"
    pl: ClassVar = "Numer PESEL poprawiono, zmieniono, dodano lub usunięto."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    kind: Annotated[PeselReplacement, Field(examples=["reissued"])]


class StandingChanged(Event):
    """Citizenship, residence title or marital status of the client changed."""

    wire_name: ClassVar = "standing.changed.v1"
    pl: ClassVar = "Zmieniło się obywatelstwo, tytuł pobytowy lub stan cywilny."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    fields: _Kinds
    valid_from: Day


class ClientMoved(Event):
    """The client lives elsewhere from a day on, or it was recorded anew where she lives."""

    wire_name: ClassVar = "client.moved.v1"
    pl: ClassVar = "Klientka lub klient mieszka od danego dnia gdzie indziej."
    section: ClassVar = Section.CONTACT

    client_id: ClientId
    moved_on: Day
    municipality: Annotated[Municipality | None, Field(examples=["2478011"])] = None
    """Where she lives now; none: nowhere that is known."""


class ContactChanged(Event):
    """The client is reached in another way, or has another address for letters or of registration."""

    wire_name: ClassVar = "contact.changed.v1"
    pl: ClassVar = "Zmieniły się dane kontaktowe lub adres do korespondencji albo zameldowania."
    section: ClassVar = Section.CONTACT

    client_id: ClientId


class CommunicationChanged(Event):
    """It was recorded how to speak with the client and what she needs to understand and get about."""

    wire_name: ClassVar = "communication.changed.v1"
    pl: ClassVar = "Zapisano język rozmowy i potrzeby w zakresie dostępności."
    section: ClassVar = Section.CONTACT

    client_id: ClientId


class AccountChanged(Event):
    """The bank account of the client was recorded, changed or removed."""

    wire_name: ClassVar = "account.changed.v1"
    pl: ClassVar = "Zapisano, zmieniono lub usunięto rachunek bankowy."
    section: ClassVar = Section.INCOME

    client_id: ClientId


class DocumentAdded(Event):
    """An identity document of the client was recorded."""

    wire_name: ClassVar = "document.added.v1"
    pl: ClassVar = "Zapisano dokument tożsamości."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    document_id: DocumentId


class DocumentRetracted(Event):
    """An identity document of the client does not count any more."""

    wire_name: ClassVar = "document.retracted.v1"
    pl: ClassVar = "Wycofano dokument tożsamości."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    document_id: DocumentId


class RepresentativeAppointed(Event):
    """Somebody may act in the name of the client."""

    wire_name: ClassVar = "representative.appointed.v1"
    pl: ClassVar = "Zapisano osobę działającą w imieniu klientki lub klienta."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    representative_id: RepresentativeId


class RepresentativeDismissed(Event):
    """Somebody may no longer act in the name of the client."""

    wire_name: ClassVar = "representative.dismissed.v1"
    pl: ClassVar = "Zakończono działanie przedstawiciela w imieniu klientki lub klienta."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    representative_id: RepresentativeId
    ended_on: Day


class FactsConfirmed(Event):
    """A worker went through facts with the client, and they are right."""

    wire_name: ClassVar = "facts.confirmed.v1"
    pl: ClassVar = "Potwierdzono dane w rozmowie z klientką lub klientem."
    section: ClassVar = Section.IDENTITY

    client_id: ClientId
    fields: _Kinds
    confirmed_on: Day
