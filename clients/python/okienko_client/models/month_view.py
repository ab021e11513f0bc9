from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.month_state import MonthState

T = TypeVar("T", bound="MonthView")


@_attrs_define
class MonthView:
    """One month of support, and how much of the lost benefit it still makes up for.

    Attributes:
        month (str):
        step (int):
        percent (None | str): None: not a share of the lost benefit.
        amount (str):
        state (MonthState): Where one month of support stands; paying it is a matter of the payments.
        days (int): Days that are paid.
        of_days (int):
        spans (list[list[int]]): Which days: first and last, inclusive.
    """

    month: str
    step: int
    percent: None | str
    amount: str
    state: MonthState
    days: int
    of_days: int
    spans: list[list[int]]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        step = self.step

        percent: None | str
        percent = self.percent

        amount = self.amount

        state = self.state.value

        days = self.days

        of_days = self.of_days

        spans = []
        for spans_item_data in self.spans:
            spans_item = []
            for spans_item_item_data in spans_item_data:
                spans_item_item: int
                spans_item_item = spans_item_item_data
                spans_item.append(spans_item_item)

            spans.append(spans_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "month": month,
                "step": step,
                "percent": percent,
                "amount": amount,
                "state": state,
                "days": days,
                "of_days": of_days,
                "spans": spans,
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

        state = MonthState(d.pop("state"))

        days = d.pop("days")

        of_days = d.pop("of_days")

        spans = []
        _spans = d.pop("spans")
        for spans_item_data in _spans:
            spans_item = []
            _spans_item = spans_item_data
            for spans_item_item_data in _spans_item:

                def _parse_spans_item_item(data: object) -> int:
                    return cast(int, data)

                spans_item_item = _parse_spans_item_item(spans_item_item_data)

                spans_item.append(spans_item_item)

            spans.append(spans_item)

        month_view = cls(
            month=month,
            step=step,
            percent=percent,
            amount=amount,
            state=state,
            days=days,
            of_days=of_days,
            spans=spans,
        )

        month_view.additional_properties = d
        return month_view

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
