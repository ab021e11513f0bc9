from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="TallyView")


@_attrs_define
class TallyView:
    """How many gain, how many lose, and by how much in all, a month.

    Attributes:
        gain (int):
        lose (int):
        total (str): Of all together; may be negative.
    """

    gain: int
    lose: int
    total: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        gain = self.gain

        lose = self.lose

        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "gain": gain,
                "lose": lose,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        gain = d.pop("gain")

        lose = d.pop("lose")

        total = d.pop("total")

        tally_view = cls(
            gain=gain,
            lose=lose,
            total=total,
        )

        tally_view.additional_properties = d
        return tally_view

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
