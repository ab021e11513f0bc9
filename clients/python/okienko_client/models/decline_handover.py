from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.handover_refusal import HandoverRefusal
from ..types import UNSET, Unset

T = TypeVar("T", bound="DeclineHandover")


@_attrs_define
class DeclineHandover:
    """Say no, and why.

    Attributes:
        reason (HandoverRefusal): Why a worker does not take a client over.
        note (None | str | Unset):
    """

    reason: HandoverRefusal
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = HandoverRefusal(d.pop("reason"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        decline_handover = cls(
            reason=reason,
            note=note,
        )

        return decline_handover
