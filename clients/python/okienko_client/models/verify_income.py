from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.evidence import Evidence
    from ..models.income_item import IncomeItem


T = TypeVar("T", bound="VerifyIncome")


@_attrs_define
class VerifyIncome:
    """Verify a month's incomes: as found, and by which evidence.

    Attributes:
        month (str):
        items (list[IncomeItem]):
        evidence (Evidence): What something is proved by, and where it is found.
    """

    month: str
    items: list[IncomeItem]
    evidence: Evidence

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        evidence = self.evidence.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
                "items": items,
                "evidence": evidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence import Evidence  # noqa: PLC0415
        from ..models.income_item import IncomeItem  # noqa: PLC0415

        d = dict(src_dict)
        month = d.pop("month")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = IncomeItem.from_dict(items_item_data)

            items.append(items_item)

        evidence = Evidence.from_dict(d.pop("evidence"))

        verify_income = cls(
            month=month,
            items=items,
            evidence=evidence,
        )

        return verify_income
