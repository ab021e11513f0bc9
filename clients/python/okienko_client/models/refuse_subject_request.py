from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.request_refusal_reason import RequestRefusalReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="RefuseSubjectRequest")


@_attrs_define
class RefuseSubjectRequest:
    """Say no, on which ground, and in the note what exactly was not done.

    Attributes:
        reason (RequestRefusalReason): Why a request is refused, wholly or in part.
        note (None | str | Unset):
    """

    reason: RequestRefusalReason
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
        reason = RequestRefusalReason(d.pop("reason"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        refuse_subject_request = cls(
            reason=reason,
            note=note,
        )

        return refuse_subject_request
