from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="UnmergedView")


@_attrs_define
class UnmergedView:
    """Two records that stand for themselves again.

    Attributes:
        client_id (UUID):
        parted_id (UUID):
        merged_at (datetime.datetime):
        stays (int): How many facts were written to the first since the merge: they stay there.
    """

    client_id: UUID
    parted_id: UUID
    merged_at: datetime.datetime
    stays: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        parted_id = str(self.parted_id)

        merged_at = self.merged_at.isoformat()

        stays = self.stays

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "parted_id": parted_id,
                "merged_at": merged_at,
                "stays": stays,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        parted_id = UUID(d.pop("parted_id"))

        merged_at = datetime.datetime.fromisoformat(d.pop("merged_at"))

        stays = d.pop("stays")

        unmerged_view = cls(
            client_id=client_id,
            parted_id=parted_id,
            merged_at=merged_at,
            stays=stays,
        )

        unmerged_view.additional_properties = d
        return unmerged_view

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
