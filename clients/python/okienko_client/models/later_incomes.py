from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.receipt import Receipt


T = TypeVar("T", bound="LaterIncomes")


@_attrs_define
class LaterIncomes:
    """What comes in from a later month on, in place of what came in before.

    Attributes:
        from_ (str): From this month on.
        incomes (list[Receipt]):
    """

    from_: str
    incomes: list[Receipt]

    def to_dict(self) -> dict[str, Any]:
        from_ = self.from_

        incomes = []
        for incomes_item_data in self.incomes:
            incomes_item = incomes_item_data.to_dict()
            incomes.append(incomes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from": from_,
                "incomes": incomes,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.receipt import Receipt  # noqa: PLC0415

        d = dict(src_dict)
        from_ = d.pop("from")

        incomes = []
        _incomes = d.pop("incomes")
        for incomes_item_data in _incomes:
            incomes_item = Receipt.from_dict(incomes_item_data)

            incomes.append(incomes_item)

        later_incomes = cls(
            from_=from_,
            incomes=incomes,
        )

        return later_incomes
