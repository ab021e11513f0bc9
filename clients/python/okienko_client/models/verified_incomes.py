from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.evidence import Evidence
    from ..models.income_view import IncomeView


T = TypeVar("T", bound="VerifiedIncomes")


@_attrs_define
class VerifiedIncomes:
    """A month's incomes as a second worker found them.

    Attributes:
        items (list[IncomeView]):
        total (str):
        counted_total (str):
        evidence (Evidence): What something is proved by, and where it is found.
        verified_by (UUID):
        worker (str):
        verified_at (datetime.datetime):
        outdated (bool): Something else was declared since.
    """

    items: list[IncomeView]
    total: str
    counted_total: str
    evidence: Evidence
    verified_by: UUID
    worker: str
    verified_at: datetime.datetime
    outdated: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        total = self.total

        counted_total = self.counted_total

        evidence = self.evidence.to_dict()

        verified_by = str(self.verified_by)

        worker = self.worker

        verified_at = self.verified_at.isoformat()

        outdated = self.outdated

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "total": total,
                "counted_total": counted_total,
                "evidence": evidence,
                "verified_by": verified_by,
                "worker": worker,
                "verified_at": verified_at,
                "outdated": outdated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.evidence import Evidence  # noqa: PLC0415
        from ..models.income_view import IncomeView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = IncomeView.from_dict(items_item_data)

            items.append(items_item)

        total = d.pop("total")

        counted_total = d.pop("counted_total")

        evidence = Evidence.from_dict(d.pop("evidence"))

        verified_by = UUID(d.pop("verified_by"))

        worker = d.pop("worker")

        verified_at = datetime.datetime.fromisoformat(d.pop("verified_at"))

        outdated = d.pop("outdated")

        verified_incomes = cls(
            items=items,
            total=total,
            counted_total=counted_total,
            evidence=evidence,
            verified_by=verified_by,
            worker=worker,
            verified_at=verified_at,
            outdated=outdated,
        )

        verified_incomes.additional_properties = d
        return verified_incomes

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
