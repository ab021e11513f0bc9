from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.waiver_reason import WaiverReason

T = TypeVar("T", bound="AskWaiver")


@_attrs_define
class AskWaiver:
    """Ask that nothing more is claimed.

    Attributes:
        reason (WaiverReason): Why repaying is waived, in whole (art. 104 ust. 4 u.p.s.).
    """

    reason: WaiverReason

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
        reason = WaiverReason(d.pop("reason"))

        ask_waiver = cls(
            reason=reason,
        )

        return ask_waiver
