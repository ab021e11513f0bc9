from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FilledFrom")


@_attrs_define
class FilledFrom:
    """Where a part of what is filled in comes from.

    Attributes:
        part (str): JSON Pointer into this answer.
        source (str):
        institution (UUID):
        at (datetime.datetime):
    """

    part: str
    source: str
    institution: UUID
    at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        part = self.part

        source = self.source

        institution = str(self.institution)

        at = self.at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "part": part,
                "source": source,
                "institution": institution,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        part = d.pop("part")

        source = d.pop("source")

        institution = UUID(d.pop("institution"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        filled_from = cls(
            part=part,
            source=source,
            institution=institution,
            at=at,
        )

        filled_from.additional_properties = d
        return filled_from

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
