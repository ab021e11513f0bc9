from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SupportMonthView")


@_attrs_define
class SupportMonthView:
    """One month of support, and what is in hand in it.

    Attributes:
        month (str):
        step (int):
        percent (None | str): None: not a share of the lost benefit.
        amount (str):
        disposable (str):
    """

    month: str
    step: int
    percent: None | str
    amount: str
    disposable: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        step = self.step

        percent: None | str
        percent = self.percent

        amount = self.amount

        disposable = self.disposable

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "step": step,
                "percent": percent,
                "amount": amount,
                "disposable": disposable,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        step = d.pop("step")

        def _parse_percent(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        percent = _parse_percent(d.pop("percent"))

        amount = d.pop("amount")

        disposable = d.pop("disposable")

        support_month_view = cls(
            month=month,
            step=step,
            percent=percent,
            amount=amount,
            disposable=disposable,
        )

        support_month_view.additional_properties = d
        return support_month_view

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
