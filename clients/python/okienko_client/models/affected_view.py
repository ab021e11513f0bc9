from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AffectedView")


@_attrs_define
class AffectedView:
    """An open award whose household would stand otherwise; the award itself stays as granted.

    Attributes:
        award_id (UUID):
        lost_benefit_difference (str):
    """

    award_id: UUID
    lost_benefit_difference: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        award_id = str(self.award_id)

        lost_benefit_difference = self.lost_benefit_difference

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "award_id": award_id,
                "lost_benefit_difference": lost_benefit_difference,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        award_id = UUID(d.pop("award_id"))

        lost_benefit_difference = d.pop("lost_benefit_difference")

        affected_view = cls(
            award_id=award_id,
            lost_benefit_difference=lost_benefit_difference,
        )

        affected_view.additional_properties = d
        return affected_view

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
