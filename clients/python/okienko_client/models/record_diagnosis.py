from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RecordDiagnosis")


@_attrs_define
class RecordDiagnosis:
    """Write a diagnosis; partners read its summary only.

    Attributes:
        text (str):
        summary (None | str | Unset): What partners need of it, in a few words.
    """

    text: str
    summary: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        summary: None | str | Unset
        if isinstance(self.summary, Unset):
            summary = UNSET
        else:
            summary = self.summary

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
            }
        )
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        def _parse_summary(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        summary = _parse_summary(d.pop("summary", UNSET))

        record_diagnosis = cls(
            text=text,
            summary=summary,
        )

        return record_diagnosis
