from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.delay_reason import DelayReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="DelayInformation")


@_attrs_define
class DelayInformation:
    """Give notice of delay.

    Attributes:
        until (datetime.date):
        reason (DelayReason): Why an answer comes later than the term (art. 36 § 1 k.p.a.).
        note (None | str | Unset):
    """

    until: datetime.date
    reason: DelayReason
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        until = self.until.isoformat()

        reason = self.reason.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "until": until,
                "reason": reason,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        until = datetime.date.fromisoformat(d.pop("until"))

        reason = DelayReason(d.pop("reason"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        delay_information = cls(
            until=until,
            reason=reason,
            note=note,
        )

        return delay_information
