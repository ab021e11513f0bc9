"""Facts announced about places, claims and offers to several."""

from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import ClientId, Day, InstitutionId, OfferId, ReferralId, ServiceId

Count = Annotated[int, Field(ge=0, examples=[3])]


class PlaceCounted(Event):
    """Places of a service were taken or came free, or its waiting list changed; counted anew."""

    wire_name: ClassVar = "place.counted.v1"
    pl: ClassVar = "Przeliczono zajęte miejsca i listę oczekujących usługi."
    subject_field: ClassVar = "service_id"

    service_id: ServiceId
    taken: Count
    waiting: Count


class PlaceOffered(Event):
    """A place came free, and the first of the waiting list is offered it until a day."""

    wire_name: ClassVar = "place.offered.v1"
    pl: ClassVar = "Zwolniło się miejsce; zaproponowano je pierwszej osobie z listy oczekujących."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    referral_id: ReferralId
    service_id: ServiceId
    offered_until: Day


class OfferExhausted(Event):
    """Everybody whom a client was offered to said no, or it came to nothing."""

    wire_name: ClassVar = "offer.exhausted.v1"
    pl: ClassVar = "Żadna z instytucji, którym złożono propozycję, jej nie przyjęła."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    offer_id: OfferId
    made_by: InstitutionId
