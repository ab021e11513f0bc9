from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.verdict import Verdict
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReviewAlarm")


@_attrs_define
class ReviewAlarm:
    """Say whether the glass was broken rightly.

    Attributes:
        verdict (Verdict): What whoever was alarmed thinks of an emergency opening.
        note (None | str | Unset):
    """

    verdict: Verdict
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        verdict = self.verdict.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "verdict": verdict,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        verdict = Verdict(d.pop("verdict"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        review_alarm = cls(
            verdict=verdict,
            note=note,
        )

        return review_alarm
