from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.end_advice_reason import EndAdviceReason

T = TypeVar("T", bound="EndAdvice")


@_attrs_define
class EndAdvice:
    """End it, and say why.

    Attributes:
        reason (EndAdviceReason):
    """

    reason: EndAdviceReason

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
        reason = EndAdviceReason(d.pop("reason"))

        end_advice = cls(
            reason=reason,
        )

        return end_advice
