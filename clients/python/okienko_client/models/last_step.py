from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LastStep")


@_attrs_define
class LastStep:
    """When an institution last did something in the plan.

    Attributes:
        institution (UUID):
        last_step_at (datetime.datetime):
        days_ago (int):
    """

    institution: UUID
    last_step_at: datetime.datetime
    days_ago: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        last_step_at = self.last_step_at.isoformat()

        days_ago = self.days_ago

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "last_step_at": last_step_at,
                "days_ago": days_ago,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        last_step_at = datetime.datetime.fromisoformat(d.pop("last_step_at"))

        days_ago = d.pop("days_ago")

        last_step = cls(
            institution=institution,
            last_step_at=last_step_at,
            days_ago=days_ago,
        )

        last_step.additional_properties = d
        return last_step

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
