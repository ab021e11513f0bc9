from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="HomeCosts")


@_attrs_define
class HomeCosts:
    """What the home costs a month, and its usable area.

    Attributes:
        expenses (str): Rent and media a month.
        area (int | str): m². More than 0, at most 1000, 2 places after the point at most.
    """

    expenses: str
    area: int | str

    def to_dict(self) -> dict[str, Any]:
        expenses = self.expenses

        area: int | str
        area = self.area

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "expenses": expenses,
                "area": area,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        expenses = d.pop("expenses")

        def _parse_area(data: object) -> int | str:
            return cast(int | str, data)

        area = _parse_area(d.pop("area"))

        home_costs = cls(
            expenses=expenses,
            area=area,
        )

        return home_costs
