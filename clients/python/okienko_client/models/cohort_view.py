from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CohortView")


@_attrs_define
class CohortView:
    """An uploaded cohort.

    Attributes:
        id (UUID):
        name (str):
        households (int):
        uploaded_by (str):
        uploaded_at (datetime.datetime):
        kept_until (datetime.datetime):
    """

    id: UUID
    name: str
    households: int
    uploaded_by: str
    uploaded_at: datetime.datetime
    kept_until: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        households = self.households

        uploaded_by = self.uploaded_by

        uploaded_at = self.uploaded_at.isoformat()

        kept_until = self.kept_until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "households": households,
                "uploaded_by": uploaded_by,
                "uploaded_at": uploaded_at,
                "kept_until": kept_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        households = d.pop("households")

        uploaded_by = d.pop("uploaded_by")

        uploaded_at = datetime.datetime.fromisoformat(d.pop("uploaded_at"))

        kept_until = datetime.datetime.fromisoformat(d.pop("kept_until"))

        cohort_view = cls(
            id=id,
            name=name,
            households=households,
            uploaded_by=uploaded_by,
            uploaded_at=uploaded_at,
            kept_until=kept_until,
        )

        cohort_view.additional_properties = d
        return cohort_view

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
