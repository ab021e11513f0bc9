from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.expense_kind import ExpenseKind

T = TypeVar("T", bound="Expense")


@_attrs_define
class Expense:
    """What the household spends in a month.

    Attributes:
        kind (ExpenseKind): What money is spent on.
        monthly (str):
    """

    kind: ExpenseKind
    monthly: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        monthly = self.monthly

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "monthly": monthly,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = ExpenseKind(d.pop("kind"))

        monthly = d.pop("monthly")

        expense = cls(
            kind=kind,
            monthly=monthly,
        )

        return expense
