from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.correction_reason import CorrectionReason

T = TypeVar("T", bound="ProposeCorrection")


@_attrs_define
class ProposeCorrection:
    """Propose another sum for a month that was not paid yet.

    Attributes:
        month (str):
        amount (str):
        reason (CorrectionReason): Why months of an award are corrected.
    """

    month: str
    amount: str
    reason: CorrectionReason

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        amount = self.amount

        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
                "amount": amount,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        amount = d.pop("amount")

        reason = CorrectionReason(d.pop("reason"))

        propose_correction = cls(
            month=month,
            amount=amount,
            reason=reason,
        )

        return propose_correction
