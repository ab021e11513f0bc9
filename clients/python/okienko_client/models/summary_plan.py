from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.summary_action import SummaryAction
    from ..models.summary_goal import SummaryGoal


T = TypeVar("T", bound="SummaryPlan")


@_attrs_define
class SummaryPlan:
    """Where the plan stood.

    Attributes:
        plan_id (UUID):
        status (str):
        open_goals (list[SummaryGoal]):
        overdue_actions (list[SummaryAction]):
        due_actions (list[SummaryAction]): Open and not overdue.
    """

    plan_id: UUID
    status: str
    open_goals: list[SummaryGoal]
    overdue_actions: list[SummaryAction]
    due_actions: list[SummaryAction]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        plan_id = str(self.plan_id)

        status = self.status

        open_goals = []
        for open_goals_item_data in self.open_goals:
            open_goals_item = open_goals_item_data.to_dict()
            open_goals.append(open_goals_item)

        overdue_actions = []
        for overdue_actions_item_data in self.overdue_actions:
            overdue_actions_item = overdue_actions_item_data.to_dict()
            overdue_actions.append(overdue_actions_item)

        due_actions = []
        for due_actions_item_data in self.due_actions:
            due_actions_item = due_actions_item_data.to_dict()
            due_actions.append(due_actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "plan_id": plan_id,
                "status": status,
                "open_goals": open_goals,
                "overdue_actions": overdue_actions,
                "due_actions": due_actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.summary_action import SummaryAction  # noqa: PLC0415
        from ..models.summary_goal import SummaryGoal  # noqa: PLC0415

        d = dict(src_dict)
        plan_id = UUID(d.pop("plan_id"))

        status = d.pop("status")

        open_goals = []
        _open_goals = d.pop("open_goals")
        for open_goals_item_data in _open_goals:
            open_goals_item = SummaryGoal.from_dict(open_goals_item_data)

            open_goals.append(open_goals_item)

        overdue_actions = []
        _overdue_actions = d.pop("overdue_actions")
        for overdue_actions_item_data in _overdue_actions:
            overdue_actions_item = SummaryAction.from_dict(overdue_actions_item_data)

            overdue_actions.append(overdue_actions_item)

        due_actions = []
        _due_actions = d.pop("due_actions")
        for due_actions_item_data in _due_actions:
            due_actions_item = SummaryAction.from_dict(due_actions_item_data)

            due_actions.append(due_actions_item)

        summary_plan = cls(
            plan_id=plan_id,
            status=status,
            open_goals=open_goals,
            overdue_actions=overdue_actions,
            due_actions=due_actions,
        )

        summary_plan.additional_properties = d
        return summary_plan

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
