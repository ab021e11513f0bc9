from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.suspension_reason import SuspensionReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="SuspendAward")


@_attrs_define
class SuspendAward:
    """Suspend an award after a day.

    Attributes:
        last_day (datetime.date): The last day that is paid: that of work.
        reason (SuspensionReason | Unset): Why an award is suspended.
    """

    last_day: datetime.date
    reason: SuspensionReason | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        last_day = self.last_day.isoformat()

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "last_day": last_day,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        _reason = d.pop("reason", UNSET)
        reason: SuspensionReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = SuspensionReason(_reason)

        suspend_award = cls(
            last_day=last_day,
            reason=reason,
        )

        return suspend_award
