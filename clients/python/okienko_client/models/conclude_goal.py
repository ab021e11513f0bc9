from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.conclude_goal_result import ConcludeGoalResult
from ..types import UNSET, Unset

T = TypeVar("T", bound="ConcludeGoal")


@_attrs_define
class ConcludeGoal:
    """Say what came of it.

    Attributes:
        result (ConcludeGoalResult): Reached, in part, or not.
        note (None | str | Unset):
    """

    result: ConcludeGoalResult
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        result = self.result.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "result": result,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        result = ConcludeGoalResult(d.pop("result"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        conclude_goal = cls(
            result=result,
            note=note,
        )

        return conclude_goal
