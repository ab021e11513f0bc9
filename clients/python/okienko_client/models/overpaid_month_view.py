from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="OverpaidMonthView")


@_attrs_define
class OverpaidMonthView:
    """What a month paid, what it should have paid, and the difference.

    Attributes:
        month (str):
        paid (str):
        due (str):
        overpaid (str):
    """

    month: str
    paid: str
    due: str
    overpaid: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        paid = self.paid

        due = self.due

        overpaid = self.overpaid

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "paid": paid,
                "due": due,
                "overpaid": overpaid,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        paid = d.pop("paid")

        due = d.pop("due")

        overpaid = d.pop("overpaid")

        overpaid_month_view = cls(
            month=month,
            paid=paid,
            due=due,
            overpaid=overpaid,
        )

        overpaid_month_view.additional_properties = d
        return overpaid_month_view

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
