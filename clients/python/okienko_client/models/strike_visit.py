from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.strike_reason import StrikeReason

T = TypeVar("T", bound="StrikeVisit")


@_attrs_define
class StrikeVisit:
    """Strike a visit, for a reason of the code list.

    Attributes:
        reason (StrikeReason): Why a visit is not paid for.
    """

    reason: StrikeReason

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
        reason = StrikeReason(d.pop("reason"))

        strike_visit = cls(
            reason=reason,
        )

        return strike_visit
