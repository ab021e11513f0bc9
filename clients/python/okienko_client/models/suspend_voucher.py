from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.suspend_reason import SuspendReason

T = TypeVar("T", bound="SuspendVoucher")


@_attrs_define
class SuspendVoucher:
    """Let it rest from today on.

    Attributes:
        reason (SuspendReason): Why a voucher rests.
    """

    reason: SuspendReason

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
        reason = SuspendReason(d.pop("reason"))

        suspend_voucher = cls(
            reason=reason,
        )

        return suspend_voucher
