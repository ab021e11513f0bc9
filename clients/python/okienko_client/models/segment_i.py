from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="SegmentI")


@_attrs_define
class SegmentI:
    """I: diagnosis and the social worker's conclusions (diagnoza i wnioski). Mandatory.

    Attributes:
        segment (Literal['I']):
        diagnosis (str):
        conclusions (str):
    """

    segment: Literal["I"]
    diagnosis: str
    conclusions: str

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        diagnosis = self.diagnosis

        conclusions = self.conclusions

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "diagnosis": diagnosis,
                "conclusions": conclusions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["I"], d.pop("segment"))
        if segment != "I":
            raise ValueError(f"segment must match const 'I', got '{segment}'")

        diagnosis = d.pop("diagnosis")

        conclusions = d.pop("conclusions")

        segment_i = cls(
            segment=segment,
            diagnosis=diagnosis,
            conclusions=conclusions,
        )

        return segment_i
