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

T = TypeVar("T", bound="SegmentE")


@_attrs_define
class SegmentE:
    """E: relations in the family (sytuacja rodzinna), without violence: it has an annex of its own.

    Attributes:
        segment (Literal['E']):
        relations (None | str | Unset):
        conflict (None | str | Unset):
        childcare_problems (None | str | Unset):
    """

    segment: Literal["E"]
    relations: None | str | Unset = UNSET
    conflict: None | str | Unset = UNSET
    childcare_problems: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        relations: None | str | Unset
        if isinstance(self.relations, Unset):
            relations = UNSET
        else:
            relations = self.relations

        conflict: None | str | Unset
        if isinstance(self.conflict, Unset):
            conflict = UNSET
        else:
            conflict = self.conflict

        childcare_problems: None | str | Unset
        if isinstance(self.childcare_problems, Unset):
            childcare_problems = UNSET
        else:
            childcare_problems = self.childcare_problems

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
            }
        )
        if relations is not UNSET:
            field_dict["relations"] = relations
        if conflict is not UNSET:
            field_dict["conflict"] = conflict
        if childcare_problems is not UNSET:
            field_dict["childcare_problems"] = childcare_problems

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["E"], d.pop("segment"))
        if segment != "E":
            raise ValueError(f"segment must match const 'E', got '{segment}'")

        def _parse_relations(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        relations = _parse_relations(d.pop("relations", UNSET))

        def _parse_conflict(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        conflict = _parse_conflict(d.pop("conflict", UNSET))

        def _parse_childcare_problems(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        childcare_problems = _parse_childcare_problems(d.pop("childcare_problems", UNSET))

        segment_e = cls(
            segment=segment,
            relations=relations,
            conflict=conflict,
            childcare_problems=childcare_problems,
        )

        return segment_e
