from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.goal_status import GoalStatus

if TYPE_CHECKING:
    from ..models.action_view import ActionView


T = TypeVar("T", bound="GoalView")


@_attrs_define
class GoalView:
    """A goal of a plan (cel), with what is done towards it.

    Attributes:
        id (UUID):
        title (str):
        indicator (None | str):
        baseline (None | str):
        target (None | str):
        due_on (datetime.date | None):
        status (GoalStatus): Where a goal stands; all but the first are results.
        result (None | str):
        version (int): The plan's version that last changed it.
        actions (list[ActionView]):
    """

    id: UUID
    title: str
    indicator: None | str
    baseline: None | str
    target: None | str
    due_on: datetime.date | None
    status: GoalStatus
    result: None | str
    version: int
    actions: list[ActionView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        title = self.title

        indicator: None | str
        indicator = self.indicator

        baseline: None | str
        baseline = self.baseline

        target: None | str
        target = self.target

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        status = self.status.value

        result: None | str
        result = self.result

        version = self.version

        actions = []
        for actions_item_data in self.actions:
            actions_item = actions_item_data.to_dict()
            actions.append(actions_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "indicator": indicator,
                "baseline": baseline,
                "target": target,
                "due_on": due_on,
                "status": status,
                "result": result,
                "version": version,
                "actions": actions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.action_view import ActionView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        title = d.pop("title")

        def _parse_indicator(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        indicator = _parse_indicator(d.pop("indicator"))

        def _parse_baseline(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        baseline = _parse_baseline(d.pop("baseline"))

        def _parse_target(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        target = _parse_target(d.pop("target"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        status = GoalStatus(d.pop("status"))

        def _parse_result(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        result = _parse_result(d.pop("result"))

        version = d.pop("version")

        actions = []
        _actions = d.pop("actions")
        for actions_item_data in _actions:
            actions_item = ActionView.from_dict(actions_item_data)

            actions.append(actions_item)

        goal_view = cls(
            id=id,
            title=title,
            indicator=indicator,
            baseline=baseline,
            target=target,
            due_on=due_on,
            status=status,
            result=result,
            version=version,
            actions=actions,
        )

        goal_view.additional_properties = d
        return goal_view

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
