from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MarginalRateView")


@_attrs_define
class MarginalRateView:
    """How many households keep how little of the next 100 złoty of gross wage.

    Attributes:
        from_percent (int | None): Inclusive; none: below 0.
        to_percent (int | None): Exclusive; none: 110 and more.
        households (int): Households.
    """

    from_percent: int | None
    to_percent: int | None
    households: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from_percent: int | None
        from_percent = self.from_percent

        to_percent: int | None
        to_percent = self.to_percent

        households = self.households

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "from_percent": from_percent,
                "to_percent": to_percent,
                "households": households,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_from_percent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        from_percent = _parse_from_percent(d.pop("from_percent"))

        def _parse_to_percent(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        to_percent = _parse_to_percent(d.pop("to_percent"))

        households = d.pop("households")

        marginal_rate_view = cls(
            from_percent=from_percent,
            to_percent=to_percent,
            households=households,
        )

        marginal_rate_view.additional_properties = d
        return marginal_rate_view

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
