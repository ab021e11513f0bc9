from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="UnmergeClients")


@_attrs_define
class UnmergeClients:
    """Part a merged record from this one.

    Attributes:
        merged_id (UUID): The record that stands for this one.
    """

    merged_id: UUID

    def to_dict(self) -> dict[str, Any]:
        merged_id = str(self.merged_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "merged_id": merged_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        merged_id = UUID(d.pop("merged_id"))

        unmerge_clients = cls(
            merged_id=merged_id,
        )

        return unmerge_clients
