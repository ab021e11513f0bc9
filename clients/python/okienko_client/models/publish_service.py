from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.cost import Cost
from ..models.map_category import MapCategory
from ..models.place_unit import PlaceUnit
from ..models.publish_service_status import PublishServiceStatus
from ..models.target_group import TargetGroup
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.public_contact import PublicContact


T = TypeVar("T", bound="PublishService")


@_attrs_define
class PublishService:
    """Publish a service.

    Attributes:
        name (str):
        category (MapCategory): What a service does (domain 7); Polish names and articles: `categories.yaml` of the
            directory.
        area (list[str]): Where whoever it is for lives: TERC codes.
        description (None | str | Unset):
        target_groups (list[TargetGroup] | Unset):
        minimum_age (int | None | Unset):
        maximum_age (int | None | Unset):
        cost (Cost | Unset): Whether it costs the client anything.
        referral_required (bool | Unset): Nobody is taken on who comes by herself. Default: False.
        assessment_required (bool | Unset): The institution looks first whether it is the right thing. Default: False.
        contact (PublicContact | Unset): Where anybody may ask about the service (public, so never a worker's private
            number).
        id (None | Unset | UUID): Made if absent.
        institution (None | Unset | UUID): Your own if absent; another's: the operator.
        status (PublishServiceStatus | Unset): Inactive: announced, and not begun yet. Default:
            PublishServiceStatus.ACTIVE.
        places (int | None | Unset): How many at once; none: not limited.
        unit (PlaceUnit | Unset): What a place is.
        keeps_waiting_list (bool | Unset):  Default: False.
    """

    name: str
    category: MapCategory
    area: list[str]
    description: None | str | Unset = UNSET
    target_groups: list[TargetGroup] | Unset = UNSET
    minimum_age: int | None | Unset = UNSET
    maximum_age: int | None | Unset = UNSET
    cost: Cost | Unset = UNSET
    referral_required: bool | Unset = False
    assessment_required: bool | Unset = False
    contact: PublicContact | Unset = UNSET
    id: None | Unset | UUID = UNSET
    institution: None | Unset | UUID = UNSET
    status: PublishServiceStatus | Unset = PublishServiceStatus.ACTIVE
    places: int | None | Unset = UNSET
    unit: PlaceUnit | Unset = UNSET
    keeps_waiting_list: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        category = self.category.value

        area = self.area

        description: None | str | Unset
        if isinstance(self.description, Unset):
            description = UNSET
        else:
            description = self.description

        target_groups: list[str] | Unset = UNSET
        if not isinstance(self.target_groups, Unset):
            target_groups = []
            for target_groups_item_data in self.target_groups:
                target_groups_item = target_groups_item_data.value
                target_groups.append(target_groups_item)

        minimum_age: int | None | Unset
        if isinstance(self.minimum_age, Unset):
            minimum_age = UNSET
        else:
            minimum_age = self.minimum_age

        maximum_age: int | None | Unset
        if isinstance(self.maximum_age, Unset):
            maximum_age = UNSET
        else:
            maximum_age = self.maximum_age

        cost: str | Unset = UNSET
        if not isinstance(self.cost, Unset):
            cost = self.cost.value

        referral_required = self.referral_required

        assessment_required = self.assessment_required

        contact: dict[str, Any] | Unset = UNSET
        if not isinstance(self.contact, Unset):
            contact = self.contact.to_dict()

        id: None | str | Unset
        if isinstance(self.id, Unset):
            id = UNSET
        elif isinstance(self.id, UUID):
            id = str(self.id)
        else:
            id = self.id

        institution: None | str | Unset
        if isinstance(self.institution, Unset):
            institution = UNSET
        elif isinstance(self.institution, UUID):
            institution = str(self.institution)
        else:
            institution = self.institution

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        places: int | None | Unset
        if isinstance(self.places, Unset):
            places = UNSET
        else:
            places = self.places

        unit: str | Unset = UNSET
        if not isinstance(self.unit, Unset):
            unit = self.unit.value

        keeps_waiting_list = self.keeps_waiting_list

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "category": category,
                "area": area,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if target_groups is not UNSET:
            field_dict["target_groups"] = target_groups
        if minimum_age is not UNSET:
            field_dict["minimum_age"] = minimum_age
        if maximum_age is not UNSET:
            field_dict["maximum_age"] = maximum_age
        if cost is not UNSET:
            field_dict["cost"] = cost
        if referral_required is not UNSET:
            field_dict["referral_required"] = referral_required
        if assessment_required is not UNSET:
            field_dict["assessment_required"] = assessment_required
        if contact is not UNSET:
            field_dict["contact"] = contact
        if id is not UNSET:
            field_dict["id"] = id
        if institution is not UNSET:
            field_dict["institution"] = institution
        if status is not UNSET:
            field_dict["status"] = status
        if places is not UNSET:
            field_dict["places"] = places
        if unit is not UNSET:
            field_dict["unit"] = unit
        if keeps_waiting_list is not UNSET:
            field_dict["keeps_waiting_list"] = keeps_waiting_list

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.public_contact import PublicContact  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        category = MapCategory(d.pop("category"))

        area = cast(list[str], d.pop("area"))

        def _parse_description(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        description = _parse_description(d.pop("description", UNSET))

        _target_groups = d.pop("target_groups", UNSET)
        target_groups: list[TargetGroup] | Unset = UNSET
        if _target_groups is not UNSET:
            target_groups = []
            for target_groups_item_data in _target_groups:
                target_groups_item = TargetGroup(target_groups_item_data)

                target_groups.append(target_groups_item)

        def _parse_minimum_age(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        minimum_age = _parse_minimum_age(d.pop("minimum_age", UNSET))

        def _parse_maximum_age(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        maximum_age = _parse_maximum_age(d.pop("maximum_age", UNSET))

        _cost = d.pop("cost", UNSET)
        cost: Cost | Unset
        if isinstance(_cost, Unset):
            cost = UNSET
        else:
            cost = Cost(_cost)

        referral_required = d.pop("referral_required", UNSET)

        assessment_required = d.pop("assessment_required", UNSET)

        _contact = d.pop("contact", UNSET)
        contact: PublicContact | Unset
        if isinstance(_contact, Unset):
            contact = UNSET
        else:
            contact = PublicContact.from_dict(_contact)

        def _parse_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                id_type_0 = UUID(data)

                return id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        id = _parse_id(d.pop("id", UNSET))

        def _parse_institution(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                institution_type_0 = UUID(data)

                return institution_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        institution = _parse_institution(d.pop("institution", UNSET))

        _status = d.pop("status", UNSET)
        status: PublishServiceStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = PublishServiceStatus(_status)

        def _parse_places(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        places = _parse_places(d.pop("places", UNSET))

        _unit = d.pop("unit", UNSET)
        unit: PlaceUnit | Unset
        if isinstance(_unit, Unset):
            unit = UNSET
        else:
            unit = PlaceUnit(_unit)

        keeps_waiting_list = d.pop("keeps_waiting_list", UNSET)

        publish_service = cls(
            name=name,
            category=category,
            area=area,
            description=description,
            target_groups=target_groups,
            minimum_age=minimum_age,
            maximum_age=maximum_age,
            cost=cost,
            referral_required=referral_required,
            assessment_required=assessment_required,
            contact=contact,
            id=id,
            institution=institution,
            status=status,
            places=places,
            unit=unit,
            keeps_waiting_list=keeps_waiting_list,
        )

        return publish_service
