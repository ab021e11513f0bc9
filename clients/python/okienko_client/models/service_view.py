from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.cost import Cost
from ..models.map_category import MapCategory
from ..models.service_status import ServiceStatus
from ..models.target_group import TargetGroup

if TYPE_CHECKING:
    from ..models.capacity_view import CapacityView
    from ..models.institution_ref import InstitutionRef
    from ..models.public_contact import PublicContact


T = TypeVar("T", bound="ServiceView")


@_attrs_define
class ServiceView:
    """A service (usługa).

    Attributes:
        id (UUID):
        institution (InstitutionRef): An institution as others name it.
        name (str):
        category (MapCategory): What a service does (domain 7); Polish names and articles: `categories.yaml` of the
            directory.
        category_pl (str):
        description (None | str):
        area (list[str]):
        target_groups (list[TargetGroup]):
        minimum_age (int | None):
        maximum_age (int | None):
        cost (Cost): Whether it costs the client anything.
        referral_required (bool):
        assessment_required (bool):
        contact (PublicContact): Where anybody may ask about the service (public, so never a worker's private number).
        status (ServiceStatus): Whether a service is offered, in the words of HSDS.
        closed_until (datetime.date | None):
        capacity (CapacityView): For how many there is room, and how many wait.
        version (int):
    """

    id: UUID
    institution: InstitutionRef
    name: str
    category: MapCategory
    category_pl: str
    description: None | str
    area: list[str]
    target_groups: list[TargetGroup]
    minimum_age: int | None
    maximum_age: int | None
    cost: Cost
    referral_required: bool
    assessment_required: bool
    contact: PublicContact
    status: ServiceStatus
    closed_until: datetime.date | None
    capacity: CapacityView
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        institution = self.institution.to_dict()

        name = self.name

        category = self.category.value

        category_pl = self.category_pl

        description: None | str
        description = self.description

        area = self.area

        target_groups = []
        for target_groups_item_data in self.target_groups:
            target_groups_item = target_groups_item_data.value
            target_groups.append(target_groups_item)

        minimum_age: int | None
        minimum_age = self.minimum_age

        maximum_age: int | None
        maximum_age = self.maximum_age

        cost = self.cost.value

        referral_required = self.referral_required

        assessment_required = self.assessment_required

        contact = self.contact.to_dict()

        status = self.status.value

        closed_until: None | str
        if isinstance(self.closed_until, datetime.date):
            closed_until = self.closed_until.isoformat()
        else:
            closed_until = self.closed_until

        capacity = self.capacity.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "institution": institution,
                "name": name,
                "category": category,
                "category_pl": category_pl,
                "description": description,
                "area": area,
                "target_groups": target_groups,
                "minimum_age": minimum_age,
                "maximum_age": maximum_age,
                "cost": cost,
                "referral_required": referral_required,
                "assessment_required": assessment_required,
                "contact": contact,
                "status": status,
                "closed_until": closed_until,
                "capacity": capacity,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.capacity_view import CapacityView  # noqa: PLC0415
        from ..models.institution_ref import InstitutionRef  # noqa: PLC0415
        from ..models.public_contact import PublicContact  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        institution = InstitutionRef.from_dict(d.pop("institution"))

        name = d.pop("name")

        category = MapCategory(d.pop("category"))

        category_pl = d.pop("category_pl")

        def _parse_description(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        description = _parse_description(d.pop("description"))

        area = cast(list[str], d.pop("area"))

        target_groups = []
        _target_groups = d.pop("target_groups")
        for target_groups_item_data in _target_groups:
            target_groups_item = TargetGroup(target_groups_item_data)

            target_groups.append(target_groups_item)

        def _parse_minimum_age(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        minimum_age = _parse_minimum_age(d.pop("minimum_age"))

        def _parse_maximum_age(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        maximum_age = _parse_maximum_age(d.pop("maximum_age"))

        cost = Cost(d.pop("cost"))

        referral_required = d.pop("referral_required")

        assessment_required = d.pop("assessment_required")

        contact = PublicContact.from_dict(d.pop("contact"))

        status = ServiceStatus(d.pop("status"))

        def _parse_closed_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                closed_until_type_0 = datetime.date.fromisoformat(data)

                return closed_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        closed_until = _parse_closed_until(d.pop("closed_until"))

        capacity = CapacityView.from_dict(d.pop("capacity"))

        version = d.pop("version")

        service_view = cls(
            id=id,
            institution=institution,
            name=name,
            category=category,
            category_pl=category_pl,
            description=description,
            area=area,
            target_groups=target_groups,
            minimum_age=minimum_age,
            maximum_age=maximum_age,
            cost=cost,
            referral_required=referral_required,
            assessment_required=assessment_required,
            contact=contact,
            status=status,
            closed_until=closed_until,
            capacity=capacity,
            version=version,
        )

        service_view.additional_properties = d
        return service_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
