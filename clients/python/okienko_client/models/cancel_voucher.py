from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.voucher_cancel_reason import VoucherCancelReason

T = TypeVar("T", bound="CancelVoucher")


@_attrs_define
class CancelVoucher:
    """End it from today on.

    Attributes:
        reason (VoucherCancelReason): Why a voucher is cancelled.
    """

    reason: VoucherCancelReason

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
        reason = VoucherCancelReason(d.pop("reason"))

        cancel_voucher = cls(
            reason=reason,
        )

        return cancel_voucher
