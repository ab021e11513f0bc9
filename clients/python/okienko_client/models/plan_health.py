from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.last_step import LastStep


T = TypeVar("T", bound="PlanHealth")


@_attrs_define
class PlanHealth:
    """How alive the plan is.

    Attributes:
        last_steps (list[LastStep]):
        silent (list[UUID]): Institutions with something to do that have not taken a step yet.
        next_duty_on (datetime.date | None):
        days_to_next_duty (int | None): Negative: overdue.
    """

    last_steps: list[LastStep]
    silent: list[UUID]
    next_duty_on: datetime.date | None
    days_to_next_duty: int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        last_steps = []
        for last_steps_item_data in self.last_steps:
            last_steps_item = last_steps_item_data.to_dict()
            last_steps.append(last_steps_item)

        silent = []
        for silent_item_data in self.silent:
            silent_item = str(silent_item_data)
            silent.append(silent_item)

        next_duty_on: None | str
        if isinstance(self.next_duty_on, datetime.date):
            next_duty_on = self.next_duty_on.isoformat()
        else:
            next_duty_on = self.next_duty_on

        days_to_next_duty: int | None
        days_to_next_duty = self.days_to_next_duty

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "last_steps": last_steps,
                "silent": silent,
                "next_duty_on": next_duty_on,
                "days_to_next_duty": days_to_next_duty,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.last_step import LastStep  # noqa: PLC0415

        d = dict(src_dict)
        last_steps = []
        _last_steps = d.pop("last_steps")
        for last_steps_item_data in _last_steps:
            last_steps_item = LastStep.from_dict(last_steps_item_data)

            last_steps.append(last_steps_item)

        silent = []
        _silent = d.pop("silent")
        for silent_item_data in _silent:
            silent_item = UUID(silent_item_data)

            silent.append(silent_item)

        def _parse_next_duty_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_duty_on_type_0 = datetime.date.fromisoformat(data)

                return next_duty_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_duty_on = _parse_next_duty_on(d.pop("next_duty_on"))

        def _parse_days_to_next_duty(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        days_to_next_duty = _parse_days_to_next_duty(d.pop("days_to_next_duty"))

        plan_health = cls(
            last_steps=last_steps,
            silent=silent,
            next_duty_on=next_duty_on,
            days_to_next_duty=days_to_next_duty,
        )

        plan_health.additional_properties = d
        return plan_health

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
