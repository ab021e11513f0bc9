from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.meeting_cancel_reason import MeetingCancelReason

T = TypeVar("T", bound="CancelMeeting")


@_attrs_define
class CancelMeeting:
    """Call it off.

    Attributes:
        reason (MeetingCancelReason): Why a meeting does not take place.
    """

    reason: MeetingCancelReason

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = MeetingCancelReason(d.pop("reason"))

        cancel_meeting = cls(
            reason=reason,
        )

        return cancel_meeting
