from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.income_view import IncomeView


T = TypeVar("T", bound="DeclaredIncomes")


@_attrs_define
class DeclaredIncomes:
    """A month's incomes as declared.

    Attributes:
        items (list[IncomeView]):
        total (str):
        counted_total (str):
        declared_by (UUID):
        worker (None | str):
        declared_at (datetime.datetime):
    """

    items: list[IncomeView]
    total: str
    counted_total: str
    declared_by: UUID
    worker: None | str
    declared_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        total = self.total

        counted_total = self.counted_total

        declared_by = str(self.declared_by)

        worker: None | str
        worker = self.worker

        declared_at = self.declared_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "total": total,
                "counted_total": counted_total,
                "declared_by": declared_by,
                "worker": worker,
                "declared_at": declared_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.income_view import IncomeView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = IncomeView.from_dict(items_item_data)

            items.append(items_item)

        total = d.pop("total")

        counted_total = d.pop("counted_total")

        declared_by = UUID(d.pop("declared_by"))

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        declared_at = datetime.datetime.fromisoformat(d.pop("declared_at"))

        declared_incomes = cls(
            items=items,
            total=total,
            counted_total=counted_total,
            declared_by=declared_by,
            worker=worker,
            declared_at=declared_at,
        )

        declared_incomes.additional_properties = d
        return declared_incomes

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
