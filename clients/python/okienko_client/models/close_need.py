from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.need_outcome import NeedOutcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="CloseNeed")


@_attrs_define
class CloseNeed:
    """Close a need: met, not met, or withdrawn.

    Attributes:
        outcome (NeedOutcome): What became of a need.
        reason (None | str | Unset):
    """

    outcome: NeedOutcome
    reason: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = NeedOutcome(d.pop("outcome"))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        close_need = cls(
            outcome=outcome,
            reason=reason,
        )

        return close_need
