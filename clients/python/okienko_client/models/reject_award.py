from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.rejection_reason import RejectionReason

T = TypeVar("T", bound="RejectAward")


@_attrs_define
class RejectAward:
    """Do not grant an award, and say why.

    Attributes:
        reason (RejectionReason): Why an award is not granted.
    """

    reason: RejectionReason

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
        reason = RejectionReason(d.pop("reason"))

        reject_award = cls(
            reason=reason,
        )

        return reject_award
