from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.ends_because import EndsBecause

T = TypeVar("T", bound="EndAward")


@_attrs_define
class EndAward:
    """End an award after a day.

    Attributes:
        last_day (datetime.date): The last day that can be paid.
        reason (EndsBecause): Why a manager ends an award.
    """

    last_day: datetime.date
    reason: EndsBecause

    def to_dict(self) -> dict[str, Any]:
        last_day = self.last_day.isoformat()

        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "last_day": last_day,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        reason = EndsBecause(d.pop("reason"))

        end_award = cls(
            last_day=last_day,
            reason=reason,
        )

        return end_award
