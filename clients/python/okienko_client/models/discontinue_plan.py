from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.end_reason import EndReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="DiscontinuePlan")


@_attrs_define
class DiscontinuePlan:
    """Give it up, with a reason.

    Attributes:
        reason (EndReason): Why a plan was given up before its end.
        summary (None | str | Unset): What was reached so far.
    """

    reason: EndReason
    summary: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = EndReason(d.pop("reason"))

        def _parse_summary(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        summary = _parse_summary(d.pop("summary", UNSET))

        discontinue_plan = cls(
            reason=reason,
            summary=summary,
        )

        return discontinue_plan
