"""Facts announced by the directory: who the institutions are and which of them act together."""

from typing import Annotated, ClassVar

from pydantic import Field

from contracts.relations import JoinsParties, NamesParty, PartsParties
from contracts.territory import Territory


class InstitutionRegistered(NamesParty):
    """An institution was entered in the directory."""

    wire_name: ClassVar = "institution.registered.v1"
    pl: ClassVar = "Wpisano instytucję do katalogu."
    subject_field: ClassVar = "party_id"

    territory: Territory


class PartnershipFounded(NamesParty):
    """A partnership was founded; only an agreement in force lets its members share."""

    wire_name: ClassVar = "partnership.founded.v1"
    pl: ClassVar = "Zawiązano partnerstwo."
    subject_field: ClassVar = "party_id"

    territory: Annotated[tuple[Territory, ...], Field(examples=[["2478"]])]


class AgreementActivated(JoinsParties):
    """An agreement of a partnership came into force."""

    wire_name: ClassVar = "agreement.activated.v1"
    pl: ClassVar = "Porozumienie partnerstwa weszło w życie."
    subject_field: ClassVar = "group_id"


class AgreementTerminated(PartsParties):
    """An agreement of a partnership was terminated before its last day."""

    wire_name: ClassVar = "agreement.terminated.v1"
    pl: ClassVar = "Rozwiązano porozumienie partnerstwa."
    subject_field: ClassVar = "group_id"
