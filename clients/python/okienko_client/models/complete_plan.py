from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.goal_result import GoalResult


T = TypeVar("T", bound="CompletePlan")


@_attrs_define
class CompletePlan:
    """Say what came of it.

    Attributes:
        summary (str): What was reached, in short.
        results (list[GoalResult] | Unset): Of every goal that is still open; the last counts.
    """

    summary: str
    results: list[GoalResult] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        summary = self.summary

        results: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.results, Unset):
            results = []
            for results_item_data in self.results:
                results_item = results_item_data.to_dict()
                results.append(results_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "summary": summary,
            }
        )
        if results is not UNSET:
            field_dict["results"] = results

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.goal_result import GoalResult  # noqa: PLC0415

        d = dict(src_dict)
        summary = d.pop("summary")

        _results = d.pop("results", UNSET)
        results: list[GoalResult] | Unset = UNSET
        if _results is not UNSET:
            results = []
            for results_item_data in _results:
                results_item = GoalResult.from_dict(results_item_data)

                results.append(results_item)

        complete_plan = cls(
            summary=summary,
            results=results,
        )

        return complete_plan
