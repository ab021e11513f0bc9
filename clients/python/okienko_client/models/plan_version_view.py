from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.plan_status import PlanStatus
from ..models.plan_withheld import PlanWithheld

if TYPE_CHECKING:
    from ..models.plan_difference import PlanDifference
    from ..models.plan_version_view_actions import PlanVersionViewActions
    from ..models.plan_version_view_goals import PlanVersionViewGoals
    from ..models.plan_version_view_parts import PlanVersionViewParts


T = TypeVar("T", bound="PlanVersionView")


@_attrs_define
class PlanVersionView:
    """A plan as it stood, and what was new in it: of what is withheld from you neither is told.

    Attributes:
        plan_id (UUID):
        client_id (UUID):
        version (int):
        on (datetime.date):
        status (PlanStatus): Where the plan stands.
        diagnosis (None | str):
        strengths (list[str]):
        goals (PlanVersionViewGoals):
        actions (PlanVersionViewActions):
        parts (PlanVersionViewParts):
        since (int | None): The kept version it is compared with.
        diagnosis_changed (bool):
        goals_changed (PlanDifference): Which things of one sort were added, changed or dropped.
        actions_changed (PlanDifference): Which things of one sort were added, changed or dropped.
        parts_changed (PlanDifference): Which things of one sort were added, changed or dropped.
        withheld (list[PlanWithheld]): What of the plan is not for you, by today's rule.
    """

    plan_id: UUID
    client_id: UUID
    version: int
    on: datetime.date
    status: PlanStatus
    diagnosis: None | str
    strengths: list[str]
    goals: PlanVersionViewGoals
    actions: PlanVersionViewActions
    parts: PlanVersionViewParts
    since: int | None
    diagnosis_changed: bool
    goals_changed: PlanDifference
    actions_changed: PlanDifference
    parts_changed: PlanDifference
    withheld: list[PlanWithheld]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        plan_id = str(self.plan_id)

        client_id = str(self.client_id)

        version = self.version

        on = self.on.isoformat()

        status = self.status.value

        diagnosis: None | str
        diagnosis = self.diagnosis

        strengths = self.strengths

        goals = self.goals.to_dict()

        actions = self.actions.to_dict()

        parts = self.parts.to_dict()

        since: int | None
        since = self.since

        diagnosis_changed = self.diagnosis_changed

        goals_changed = self.goals_changed.to_dict()

        actions_changed = self.actions_changed.to_dict()

        parts_changed = self.parts_changed.to_dict()

        withheld = []
        for withheld_item_data in self.withheld:
            withheld_item = withheld_item_data.value
            withheld.append(withheld_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "plan_id": plan_id,
                "client_id": client_id,
                "version": version,
                "on": on,
                "status": status,
                "diagnosis": diagnosis,
                "strengths": strengths,
                "goals": goals,
                "actions": actions,
                "parts": parts,
                "since": since,
                "diagnosis_changed": diagnosis_changed,
                "goals_changed": goals_changed,
                "actions_changed": actions_changed,
                "parts_changed": parts_changed,
                "withheld": withheld,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.plan_difference import PlanDifference  # noqa: PLC0415
        from ..models.plan_version_view_actions import PlanVersionViewActions  # noqa: PLC0415
        from ..models.plan_version_view_goals import PlanVersionViewGoals  # noqa: PLC0415
        from ..models.plan_version_view_parts import PlanVersionViewParts  # noqa: PLC0415

        d = dict(src_dict)
        plan_id = UUID(d.pop("plan_id"))

        client_id = UUID(d.pop("client_id"))

        version = d.pop("version")

        on = datetime.date.fromisoformat(d.pop("on"))

        status = PlanStatus(d.pop("status"))

        def _parse_diagnosis(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        diagnosis = _parse_diagnosis(d.pop("diagnosis"))

        strengths = cast(list[str], d.pop("strengths"))

        goals = PlanVersionViewGoals.from_dict(d.pop("goals"))

        actions = PlanVersionViewActions.from_dict(d.pop("actions"))

        parts = PlanVersionViewParts.from_dict(d.pop("parts"))

        def _parse_since(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        since = _parse_since(d.pop("since"))

        diagnosis_changed = d.pop("diagnosis_changed")

        goals_changed = PlanDifference.from_dict(d.pop("goals_changed"))

        actions_changed = PlanDifference.from_dict(d.pop("actions_changed"))

        parts_changed = PlanDifference.from_dict(d.pop("parts_changed"))

        withheld = []
        _withheld = d.pop("withheld")
        for withheld_item_data in _withheld:
            withheld_item = PlanWithheld(withheld_item_data)

            withheld.append(withheld_item)

        plan_version_view = cls(
            plan_id=plan_id,
            client_id=client_id,
            version=version,
            on=on,
            status=status,
            diagnosis=diagnosis,
            strengths=strengths,
            goals=goals,
            actions=actions,
            parts=parts,
            since=since,
            diagnosis_changed=diagnosis_changed,
            goals_changed=goals_changed,
            actions_changed=actions_changed,
            parts_changed=parts_changed,
            withheld=withheld,
        )

        plan_version_view.additional_properties = d
        return plan_version_view

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
