from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.pause_reason import PauseReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="HoldReferral")


@_attrs_define
class HoldReferral:
    """Let it rest.

    Attributes:
        reason (PauseReason): Why a referral rests until a day.
        review_on (datetime.date):
        note (None | str | Unset):
    """

    reason: PauseReason
    review_on: datetime.date
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        review_on = self.review_on.isoformat()

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "review_on": review_on,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = PauseReason(d.pop("reason"))

        review_on = datetime.date.fromisoformat(d.pop("review_on"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        hold_referral = cls(
            reason=reason,
            review_on=review_on,
            note=note,
        )

        return hold_referral
