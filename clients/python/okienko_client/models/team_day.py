from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.day_group import DayGroup
    from ..models.workers_day import WorkersDay


T = TypeVar("T", bound="TeamDay")


@_attrs_define
class TeamDay:
    """The day of everybody at an institution (dzień zespołu).

    Attributes:
        today (datetime.date):
        until (datetime.date):
        workers (list[WorkersDay]): The most overdue first.
        escalated (DayGroup): One group of a day: how many there are, and the most pressing of them.
    """

    today: datetime.date
    until: datetime.date
    workers: list[WorkersDay]
    escalated: DayGroup
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        today = self.today.isoformat()

        until = self.until.isoformat()

        workers = []
        for workers_item_data in self.workers:
            workers_item = workers_item_data.to_dict()
            workers.append(workers_item)

        escalated = self.escalated.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "today": today,
                "until": until,
                "workers": workers,
                "escalated": escalated,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.day_group import DayGroup  # noqa: PLC0415
        from ..models.workers_day import WorkersDay  # noqa: PLC0415

        d = dict(src_dict)
        today = datetime.date.fromisoformat(d.pop("today"))

        until = datetime.date.fromisoformat(d.pop("until"))

        workers = []
        _workers = d.pop("workers")
        for workers_item_data in _workers:
            workers_item = WorkersDay.from_dict(workers_item_data)

            workers.append(workers_item)

        escalated = DayGroup.from_dict(d.pop("escalated"))

        team_day = cls(
            today=today,
            until=until,
            workers=workers,
            escalated=escalated,
        )

        team_day.additional_properties = d
        return team_day

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
