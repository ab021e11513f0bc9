from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="StatementRefused")


@_attrs_define
class StatementRefused:
    """The client did not sign the statement of annex 2, and why.

    Attributes:
        outcome (Literal['refused']):
        reason (str):
    """

    outcome: Literal["refused"]
    reason: str

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = cast(Literal["refused"], d.pop("outcome"))
        if outcome != "refused":
            raise ValueError(f"outcome must match const 'refused', got '{outcome}'")

        reason = d.pop("reason")

        statement_refused = cls(
            outcome=outcome,
            reason=reason,
        )

        return statement_refused
