"""An institution publishes what it offers."""

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from contracts.directory import Area, Category, Places, ServiceStatus
from contracts.values import Command, InstitutionId, ServiceId
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.directory.domain.categories import TargetGroup
from services.directory.domain.service import (
    Age,
    Cost,
    Description,
    NotTheProvider,
    PlaceUnit,
    ProviderUnknown,
    PublicContact,
    Service,
    ServiceKnown,
    ServiceName,
    Wording,
)
from services.directory.store import Institutions, Services, may_keep

EXAMPLE: dict[str, Any] = {
    "name": "Counselling for job seekers (demo)",
    "category": "labour_market",
    "area": ["2478"],
    "places": 12,
    "keeps_waiting_list": True,
}


class Said(Command):
    """What the directory says of a service."""

    name: ServiceName
    category: Category
    description: Description | None = None
    area: Annotated[Area, Field(description="Where whoever it is for lives: TERC codes.")]
    target_groups: Annotated[tuple[TargetGroup, ...], Field(max_length=20)] = ()
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    cost: Cost = Cost.FREE
    referral_required: Annotated[
        bool, Field(description="Nobody is taken on who comes by herself.")
    ] = False
    assessment_required: Annotated[
        bool, Field(description="The institution looks first whether it is the right thing.")
    ] = False
    contact: PublicContact = PublicContact()

    def wording(self) -> Wording:
        """The same, checked as a whole."""
        return Wording(
            name=self.name,
            category=self.category,
            description=self.description,
            area=tuple(dict.fromkeys(self.area)),
            target_groups=tuple(dict.fromkeys(self.target_groups)),
            minimum_age=self.minimum_age,
            maximum_age=self.maximum_age,
            cost=self.cost,
            referral_required=self.referral_required,
            assessment_required=self.assessment_required,
            contact=self.contact.model_dump(mode="json", exclude_none=True),
        )


class PublishService(Said):
    """Publish a service."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    id: Annotated[ServiceId | None, Field(description="Made if absent.")] = None
    institution: Annotated[
        InstitutionId | None, Field(description="Your own if absent; another's: the operator.")
    ] = None
    status: Annotated[
        Literal[ServiceStatus.ACTIVE, ServiceStatus.INACTIVE],
        Field(description="Inactive: announced, and not begun yet."),
    ] = ServiceStatus.ACTIVE
    places: Places = None
    unit: PlaceUnit = PlaceUnit.PERSON
    keeps_waiting_list: bool = False


async def publish_service(command: PublishService, *, by: Caller, tx: Transaction) -> Service:
    """Publish it once: the same words under the same id again change nothing."""
    institution = command.institution or by.institution
    if not may_keep(institution, by):
        raise NotTheProvider
    wording, store = command.wording(), Services(tx)
    if command.id is not None and (known := await store.find(command.id)):
        if known.institution_id != institution or known.wording != wording:
            raise ServiceKnown
        return known
    if institution not in await Institutions(tx).known([institution]):
        raise ProviderUnknown(pointer="/institution")
    service = _service(command, wording, institution)
    tx.record(service.publish())
    store.add(service)
    return service


def _service(command: PublishService, wording: Wording, institution: InstitutionId) -> Service:
    lists = {"area": list(wording.area), "target_groups": list(wording.target_groups)}
    return Service(
        id=command.id or ids.new(),
        institution_id=institution,
        status=command.status,
        places=command.places,
        unit=command.unit,
        keeps_waiting_list=command.keeps_waiting_list,
        **(vars(wording) | lists),
    )
