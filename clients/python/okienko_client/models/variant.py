from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.scope import Scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.planned_value import PlannedValue
    from ..models.schedule_choice import ScheduleChoice


T = TypeVar("T", bound="Variant")


@_attrs_define
class Variant:
    """One way of paying support, beside others.

    Attributes:
        name (str):
        scope (Scope | Unset): Which benefits count as lost.
        schedule (ScheduleChoice | Unset): Which schedule, and from when it runs: a preset, or one form of one's own;
            STEP-12 unsaid.
        parameters (list[PlannedValue] | Unset): Values of a planned law in place of today's.
    """

    name: str
    scope: Scope | Unset = UNSET
    schedule: ScheduleChoice | Unset = UNSET
    parameters: list[PlannedValue] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.value

        schedule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.schedule, Unset):
            schedule = self.schedule.to_dict()

        parameters: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.parameters, Unset):
            parameters = []
            for parameters_item_data in self.parameters:
                parameters_item = parameters_item_data.to_dict()
                parameters.append(parameters_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if scope is not UNSET:
            field_dict["scope"] = scope
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if parameters is not UNSET:
            field_dict["parameters"] = parameters

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.planned_value import PlannedValue  # noqa: PLC0415
        from ..models.schedule_choice import ScheduleChoice  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        _scope = d.pop("scope", UNSET)
        scope: Scope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = Scope(_scope)

        _schedule = d.pop("schedule", UNSET)
        schedule: ScheduleChoice | Unset
        if isinstance(_schedule, Unset):
            schedule = UNSET
        else:
            schedule = ScheduleChoice.from_dict(_schedule)

        _parameters = d.pop("parameters", UNSET)
        parameters: list[PlannedValue] | Unset = UNSET
        if _parameters is not UNSET:
            parameters = []
            for parameters_item_data in _parameters:
                parameters_item = PlannedValue.from_dict(parameters_item_data)

                parameters.append(parameters_item)

        variant = cls(
            name=name,
            scope=scope,
            schedule=schedule,
            parameters=parameters,
        )

        return variant
