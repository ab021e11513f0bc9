from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="Withdrawal")


@_attrs_define
class Withdrawal:
    """Why the interview was given up.

    Attributes:
        segment (Literal['withdrawal']):
        reason (str):
    """

    segment: Literal["withdrawal"]
    reason: str

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["withdrawal"], d.pop("segment"))
        if segment != "withdrawal":
            raise ValueError(f"segment must match const 'withdrawal', got '{segment}'")

        reason = d.pop("reason")

        withdrawal = cls(
            segment=segment,
            reason=reason,
        )

        return withdrawal
