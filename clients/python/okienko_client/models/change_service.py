from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.cost import Cost
from ..models.map_category import MapCategory
from ..models.target_group import TargetGroup
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.public_contact import PublicContact


T = TypeVar("T", bound="ChangeService")


@_attrs_define
class ChangeService:
    """Replace what is said of a service.

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

        change_service = cls(
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
        )

        return change_service
