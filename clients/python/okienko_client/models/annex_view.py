from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="AnnexView")


@_attrs_define
class AnnexView:
    """A correction of approved minutes.

    Attributes:
        text (str):
        added_at (datetime.datetime):
        added_by (PartyView): An institution by name.
    """

    text: str
    added_at: datetime.datetime
    added_by: PartyView
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        added_at = self.added_at.isoformat()

        added_by = self.added_by.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "added_at": added_at,
                "added_by": added_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        text = d.pop("text")

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        added_by = PartyView.from_dict(d.pop("added_by"))

        annex_view = cls(
            text=text,
            added_at=added_at,
            added_by=added_by,
        )

        annex_view.additional_properties = d
        return annex_view

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
