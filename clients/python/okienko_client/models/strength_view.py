from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.strength_kind import StrengthKind

T = TypeVar("T", bound="StrengthView")


@_attrs_define
class StrengthView:
    """A strength.

    Attributes:
        id (UUID):
        kind (StrengthKind): What she can build on (mocna strona, zasób).
        note (None | str):
        added_by (UUID):
        added_at (datetime.datetime):
    """

    id: UUID
    kind: StrengthKind
    note: None | str
    added_by: UUID
    added_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        kind = self.kind.value

        note: None | str
        note = self.note

        added_by = str(self.added_by)

        added_at = self.added_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "note": note,
                "added_by": added_by,
                "added_at": added_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = StrengthKind(d.pop("kind"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        added_by = UUID(d.pop("added_by"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        strength_view = cls(
            id=id,
            kind=kind,
            note=note,
            added_by=added_by,
            added_at=added_at,
        )

        strength_view.additional_properties = d
        return strength_view

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
