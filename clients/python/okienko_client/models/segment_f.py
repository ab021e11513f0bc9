from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.debt import Debt
    from ..models.expense import Expense
    from ..models.income import Income


T = TypeVar("T", bound="SegmentF")


@_attrs_define
class SegmentF:
    """F: incomes, expenses and debts (sytuacja finansowa).

    Attributes:
        segment (Literal['F']):
        incomes (list[Income] | Unset):
        expenses (list[Expense] | Unset):
        debts (list[Debt] | Unset):
        enforcement (None | str | Unset): Enforcement by a bailiff (egzekucja).
    """

    segment: Literal["F"]
    incomes: list[Income] | Unset = UNSET
    expenses: list[Expense] | Unset = UNSET
    debts: list[Debt] | Unset = UNSET
    enforcement: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        incomes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.incomes, Unset):
            incomes = []
            for incomes_item_data in self.incomes:
                incomes_item = incomes_item_data.to_dict()
                incomes.append(incomes_item)

        expenses: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.expenses, Unset):
            expenses = []
            for expenses_item_data in self.expenses:
                expenses_item = expenses_item_data.to_dict()
                expenses.append(expenses_item)

        debts: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.debts, Unset):
            debts = []
            for debts_item_data in self.debts:
                debts_item = debts_item_data.to_dict()
                debts.append(debts_item)

        enforcement: None | str | Unset
        if isinstance(self.enforcement, Unset):
            enforcement = UNSET
        else:
            enforcement = self.enforcement

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
            }
        )
        if incomes is not UNSET:
            field_dict["incomes"] = incomes
        if expenses is not UNSET:
            field_dict["expenses"] = expenses
        if debts is not UNSET:
            field_dict["debts"] = debts
        if enforcement is not UNSET:
            field_dict["enforcement"] = enforcement

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.debt import Debt  # noqa: PLC0415
        from ..models.expense import Expense  # noqa: PLC0415
        from ..models.income import Income  # noqa: PLC0415

        d = dict(src_dict)
        segment = cast(Literal["F"], d.pop("segment"))
        if segment != "F":
            raise ValueError(f"segment must match const 'F', got '{segment}'")

        _incomes = d.pop("incomes", UNSET)
        incomes: list[Income] | Unset = UNSET
        if _incomes is not UNSET:
            incomes = []
            for incomes_item_data in _incomes:
                incomes_item = Income.from_dict(incomes_item_data)

                incomes.append(incomes_item)

        _expenses = d.pop("expenses", UNSET)
        expenses: list[Expense] | Unset = UNSET
        if _expenses is not UNSET:
            expenses = []
            for expenses_item_data in _expenses:
                expenses_item = Expense.from_dict(expenses_item_data)

                expenses.append(expenses_item)

        _debts = d.pop("debts", UNSET)
        debts: list[Debt] | Unset = UNSET
        if _debts is not UNSET:
            debts = []
            for debts_item_data in _debts:
                debts_item = Debt.from_dict(debts_item_data)

                debts.append(debts_item)

        def _parse_enforcement(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        enforcement = _parse_enforcement(d.pop("enforcement", UNSET))

        segment_f = cls(
            segment=segment,
            incomes=incomes,
            expenses=expenses,
            debts=debts,
            enforcement=enforcement,
        )

        return segment_f
