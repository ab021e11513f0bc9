from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.payment_hold_reason import PaymentHoldReason

T = TypeVar("T", bound="HoldPaymentLine")


@_attrs_define
class HoldPaymentLine:
    """Hold a line back, for a reason.

    Attributes:
        reason (PaymentHoldReason): Why a line is held back.
    """

    reason: PaymentHoldReason

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
        reason = PaymentHoldReason(d.pop("reason"))

        hold_payment_line = cls(
            reason=reason,
        )

        return hold_payment_line
