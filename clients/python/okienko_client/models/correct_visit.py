from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CorrectVisit")


@_attrs_define
class CorrectVisit:
    """Set other times.

    Attributes:
        starts_at (datetime.datetime):
        ends_at (datetime.datetime):
        reason (str):
    """

    starts_at: datetime.datetime
    ends_at: datetime.datetime
    reason: str

    def to_dict(self) -> dict[str, Any]:
        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "starts_at": starts_at,
                "ends_at": ends_at,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        reason = d.pop("reason")

        correct_visit = cls(
            starts_at=starts_at,
            ends_at=ends_at,
            reason=reason,
        )

        return correct_visit
