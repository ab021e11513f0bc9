from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.need_view import NeedView
    from ..models.strength_view import StrengthView


T = TypeVar("T", bound="NeedList")


@_attrs_define
class NeedList:
    """What a client needs and what she can build on, the earliest first.

    Attributes:
        needs (list[NeedView]):
        strengths (list[StrengthView]):
    """

    needs: list[NeedView]
    strengths: list[StrengthView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        needs = []
        for needs_item_data in self.needs:
            needs_item = needs_item_data.to_dict()
            needs.append(needs_item)

        strengths = []
        for strengths_item_data in self.strengths:
            strengths_item = strengths_item_data.to_dict()
            strengths.append(strengths_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "needs": needs,
                "strengths": strengths,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.need_view import NeedView  # noqa: PLC0415
        from ..models.strength_view import StrengthView  # noqa: PLC0415

        d = dict(src_dict)
        needs = []
        _needs = d.pop("needs")
        for needs_item_data in _needs:
            needs_item = NeedView.from_dict(needs_item_data)

            needs.append(needs_item)

        strengths = []
        _strengths = d.pop("strengths")
        for strengths_item_data in _strengths:
            strengths_item = StrengthView.from_dict(strengths_item_data)

            strengths.append(strengths_item)

        need_list = cls(
            needs=needs,
            strengths=strengths,
        )

        need_list.additional_properties = d
        return need_list

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
