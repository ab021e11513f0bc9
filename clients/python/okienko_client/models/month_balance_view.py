from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="MonthBalanceView")


@_attrs_define
class MonthBalanceView:
    """One month of a voucher, in minutes.

    Attributes:
        month (str):
        granted (int):
        carried_in (int):
        used (int):
        left (int):
        carried_on (int):
    """

    month: str
    granted: int
    carried_in: int
    used: int
    left: int
    carried_on: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        granted = self.granted

        carried_in = self.carried_in

        used = self.used

        left = self.left

        carried_on = self.carried_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "granted": granted,
                "carried_in": carried_in,
                "used": used,
                "left": left,
                "carried_on": carried_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        granted = d.pop("granted")

        carried_in = d.pop("carried_in")

        used = d.pop("used")

        left = d.pop("left")

        carried_on = d.pop("carried_on")

        month_balance_view = cls(
            month=month,
            granted=granted,
            carried_in=carried_in,
            used=used,
            left=left,
            carried_on=carried_on,
        )

        month_balance_view.additional_properties = d
        return month_balance_view

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
