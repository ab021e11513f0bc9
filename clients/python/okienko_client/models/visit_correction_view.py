from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="VisitCorrectionView")


@_attrs_define
class VisitCorrectionView:
    """What stood before a correction.

    Attributes:
        starts_at (datetime.datetime):
        ends_at (datetime.datetime):
        corrected_at (datetime.datetime):
        corrected_by (str):
        reason (str):
    """

    starts_at: datetime.datetime
    ends_at: datetime.datetime
    corrected_at: datetime.datetime
    corrected_by: str
    reason: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        corrected_at = self.corrected_at.isoformat()

        corrected_by = self.corrected_by

        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "starts_at": starts_at,
                "ends_at": ends_at,
                "corrected_at": corrected_at,
                "corrected_by": corrected_by,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        corrected_at = datetime.datetime.fromisoformat(d.pop("corrected_at"))

        corrected_by = d.pop("corrected_by")

        reason = d.pop("reason")

        visit_correction_view = cls(
            starts_at=starts_at,
            ends_at=ends_at,
            corrected_at=corrected_at,
            corrected_by=corrected_by,
            reason=reason,
        )

        visit_correction_view.additional_properties = d
        return visit_correction_view

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
