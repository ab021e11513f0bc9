from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.item_note import ItemNote


T = TypeVar("T", bound="DraftMinutes")


@_attrs_define
class DraftMinutes:
    """Lay them out: attendance, items and decisions are known; only notes are added.

    Attributes:
        notes (list[ItemNote] | Unset):
    """

    notes: list[ItemNote] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        notes: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.notes, Unset):
            notes = []
            for notes_item_data in self.notes:
                notes_item = notes_item_data.to_dict()
                notes.append(notes_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if notes is not UNSET:
            field_dict["notes"] = notes

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.item_note import ItemNote  # noqa: PLC0415

        d = dict(src_dict)
        _notes = d.pop("notes", UNSET)
        notes: list[ItemNote] | Unset = UNSET
        if _notes is not UNSET:
            notes = []
            for notes_item_data in _notes:
                notes_item = ItemNote.from_dict(notes_item_data)

                notes.append(notes_item)

        draft_minutes = cls(
            notes=notes,
        )

        return draft_minutes
