from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="VitalInterest")


@_attrs_define
class VitalInterest:
    """Somebody's life or health depends on it (GDPR art. 6(1)(d)).

    Attributes:
        kind (Literal['vital_interest']):
        reason (str):
    """

    kind: Literal["vital_interest"]
    reason: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["vital_interest"], d.pop("kind"))
        if kind != "vital_interest":
            raise ValueError(f"kind must match const 'vital_interest', got '{kind}'")

        reason = d.pop("reason")

        vital_interest = cls(
            kind=kind,
            reason=reason,
        )

        return vital_interest
