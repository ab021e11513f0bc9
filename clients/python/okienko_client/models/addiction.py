from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="Addiction")


@_attrs_define
class Addiction:
    """Annex to D: addictions and mental health, for whoever may see that section.

    Attributes:
        segment (Literal['addiction']):
        note (str):
    """

    segment: Literal["addiction"]
    note: str

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["addiction"], d.pop("segment"))
        if segment != "addiction":
            raise ValueError(f"segment must match const 'addiction', got '{segment}'")

        note = d.pop("note")

        addiction = cls(
            segment=segment,
            note=note,
        )

        return addiction
