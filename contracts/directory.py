"""Facts announced by the directory: who the institutions are, which act together, what they offer."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.relations import JoinsParties, NamesParty, PartsParties
from contracts.territory import Territory
from contracts.values import InstitutionId, ServiceId


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


class ServiceStatus(StrEnum):
    """Whether a service is offered, in the words of HSDS."""

    ACTIVE = "active"
    INACTIVE = "inactive"
    """Announced, and not begun yet."""
    TEMPORARILY_CLOSED = "temporarily_closed"
    DEFUNCT = "defunct"


class MapCategory(StrEnum):
    """What a service does (domain 7); Polish names and articles: `categories.yaml` of the directory."""

    SOCIAL_ASSISTANCE = "social_assistance"
    LABOUR_MARKET = "labour_market"
    REINTEGRATION = "reintegration"
    SOCIAL_ECONOMY = "social_economy"
    CARE_SERVICES = "care_services"
    DAY_CARE = "day_care"
    RESIDENTIAL_CARE = "residential_care"
    RESPITE_CARE = "respite_care"
    DISABILITY_ASSISTANCE = "disability_assistance"
    SUPPORTED_HOUSING = "supported_housing"
    HOMELESSNESS = "homelessness"
    VIOLENCE_AND_CRISIS = "violence_and_crisis"
    ADDICTION = "addiction"
    MENTAL_HEALTH = "mental_health"
    FAMILY_AND_FOSTER_CARE = "family_and_foster_care"
    FOOD = "food"
    ADVICE = "advice"
    TRANSPORT = "transport"
    EQUIPMENT_RENTAL = "equipment_rental"
    FOREIGNERS = "foreigners"


Category = Annotated[MapCategory, Field(examples=["labour_market"])]
Places = Annotated[
    int | None,
    Field(ge=0, le=100_000, description="How many at once; none: not limited.", examples=[12]),
]
Area = Annotated[tuple[Territory, ...], Field(min_length=1, max_length=100, examples=[["2478"]])]


class NamesService(Event):
    """A service of an institution, as it now stands. Names of services are public.

    Every event of a service carries all of it, so whoever missed one is right again with the next.
    """

    subject_field: ClassVar = "service_id"

    service_id: ServiceId
    institution: InstitutionId
    name: Annotated[str, Field(max_length=200, examples=["Counselling for job seekers (demo)"])]
    category: Category
    area: Area
    status: Annotated[ServiceStatus, Field(examples=["active"])]
    places: Places = None
    keeps_waiting_list: bool = False


class ServicePublished(NamesService):
    """An institution published a service in the directory."""

    wire_name: ClassVar = "service.published.v1"
    pl: ClassVar = "Instytucja ogłosiła usługę w katalogu."


class ServiceChanged(NamesService):
    """What the directory says of a service changed."""

    wire_name: ClassVar = "service.changed.v1"
    pl: ClassVar = "Zmienił się opis usługi w katalogu."


class CapacityChanged(NamesService):
    """A service has more or fewer places, or keeps a waiting list from now on or no longer."""

    wire_name: ClassVar = "capacity.changed.v1"
    pl: ClassVar = (
        "Zmieniła się liczba miejsc usługi albo to, czy prowadzi ona listę oczekujących."
    )


class ServiceClosed(NamesService):
    """A service is closed for a time."""

    wire_name: ClassVar = "service.closed.v1"
    pl: ClassVar = "Usługę zamknięto na pewien czas."


class ServiceReopened(NamesService):
    """A service is offered, for the first time or again."""

    wire_name: ClassVar = "service.reopened.v1"
    pl: ClassVar = "Usługa jest dostępna, po raz pierwszy albo na nowo."


class ServiceRetired(NamesService):
    """A service is no longer offered."""

    wire_name: ClassVar = "service.retired.v1"
    pl: ClassVar = "Usługi już się nie udziela."
