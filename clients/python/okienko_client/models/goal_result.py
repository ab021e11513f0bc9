from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.goal_result_result import GoalResultResult
from ..types import UNSET, Unset

T = TypeVar("T", bound="GoalResult")


@_attrs_define
class GoalResult:
    """What came of one goal.

    Attributes:
        goal_id (UUID):
        result (GoalResultResult): Reached, in part, or not.
        note (None | str | Unset):
    """

    goal_id: UUID
    result: GoalResultResult
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        goal_id = str(self.goal_id)

        result = self.result.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "goal_id": goal_id,
                "result": result,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        goal_id = UUID(d.pop("goal_id"))

        result = GoalResultResult(d.pop("result"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        goal_result = cls(
            goal_id=goal_id,
            result=result,
            note=note,
        )

        return goal_result
