from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.income_item import IncomeItem


T = TypeVar("T", bound="DeclareIncome")


@_attrs_define
class DeclareIncome:
    """Declare the household's incomes of a month; no items: no income.

    Attributes:
        month (str):
        items (list[IncomeItem]):
    """

    month: str
    items: list[IncomeItem]

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.income_item import IncomeItem  # noqa: PLC0415

        d = dict(src_dict)
        month = d.pop("month")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = IncomeItem.from_dict(items_item_data)

            items.append(items_item)

        declare_income = cls(
            month=month,
            items=items,
        )

        return declare_income
