from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ItemNote")


@_attrs_define
class ItemNote:
    """What the minutes say of one item besides the decisions.

    Attributes:
        item_id (UUID):
        note (str):
    """

    item_id: UUID
    note: str

    def to_dict(self) -> dict[str, Any]:
        item_id = str(self.item_id)

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "item_id": item_id,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        item_id = UUID(d.pop("item_id"))

        note = d.pop("note")

        item_note = cls(
            item_id=item_id,
            note=note,
        )

        return item_note
