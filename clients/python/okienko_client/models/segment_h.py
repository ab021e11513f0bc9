from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="SegmentH")


@_attrs_define
class SegmentH:
    """H: needs and expectations reported (potrzeby i oczekiwania). Mandatory.

    Attributes:
        segment (Literal['H']):
        needs (str):
        expectations (None | str | Unset):
    """

    segment: Literal["H"]
    needs: str
    expectations: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        needs = self.needs

        expectations: None | str | Unset
        if isinstance(self.expectations, Unset):
            expectations = UNSET
        else:
            expectations = self.expectations

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "needs": needs,
            }
        )
        if expectations is not UNSET:
            field_dict["expectations"] = expectations

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["H"], d.pop("segment"))
        if segment != "H":
            raise ValueError(f"segment must match const 'H', got '{segment}'")

        needs = d.pop("needs")

        def _parse_expectations(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        expectations = _parse_expectations(d.pop("expectations", UNSET))

        segment_h = cls(
            segment=segment,
            needs=needs,
            expectations=expectations,
        )

        return segment_h
