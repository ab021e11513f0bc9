from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.day_group import DayGroup


T = TypeVar("T", bound="MyDay")


@_attrs_define
class MyDay:
    """A worker's day (mój dzień).

    Attributes:
        as_of (datetime.datetime): Pass to `/v1/my-day/seen` when she has looked through the news.
        today (datetime.date):
        until (datetime.date):
        overdue (DayGroup | None):
        due (DayGroup | None):
        silent (DayGroup | None): Others owe her the answer.
        new (DayGroup | None):
        later (int): What is due after `until`.
    """

    as_of: datetime.datetime
    today: datetime.date
    until: datetime.date
    overdue: DayGroup | None
    due: DayGroup | None
    silent: DayGroup | None
    new: DayGroup | None
    later: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.day_group import DayGroup  # noqa: PLC0415

        as_of = self.as_of.isoformat()

        today = self.today.isoformat()

        until = self.until.isoformat()

        overdue: dict[str, Any] | None
        if isinstance(self.overdue, DayGroup):
            overdue = self.overdue.to_dict()
        else:
            overdue = self.overdue

        due: dict[str, Any] | None
        if isinstance(self.due, DayGroup):
            due = self.due.to_dict()
        else:
            due = self.due

        silent: dict[str, Any] | None
        if isinstance(self.silent, DayGroup):
            silent = self.silent.to_dict()
        else:
            silent = self.silent

        new: dict[str, Any] | None
        if isinstance(self.new, DayGroup):
            new = self.new.to_dict()
        else:
            new = self.new

        later = self.later

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "today": today,
                "until": until,
                "overdue": overdue,
                "due": due,
                "silent": silent,
                "new": new,
                "later": later,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.day_group import DayGroup  # noqa: PLC0415

        d = dict(src_dict)
        as_of = datetime.datetime.fromisoformat(d.pop("as_of"))

        today = datetime.date.fromisoformat(d.pop("today"))

        until = datetime.date.fromisoformat(d.pop("until"))

        def _parse_overdue(data: object) -> DayGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                overdue_type_0 = DayGroup.from_dict(data)

                return overdue_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DayGroup | None, data)

        overdue = _parse_overdue(d.pop("overdue"))

        def _parse_due(data: object) -> DayGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                due_type_0 = DayGroup.from_dict(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DayGroup | None, data)

        due = _parse_due(d.pop("due"))

        def _parse_silent(data: object) -> DayGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                silent_type_0 = DayGroup.from_dict(data)

                return silent_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DayGroup | None, data)

        silent = _parse_silent(d.pop("silent"))

        def _parse_new(data: object) -> DayGroup | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                new_type_0 = DayGroup.from_dict(data)

                return new_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DayGroup | None, data)

        new = _parse_new(d.pop("new"))

        later = d.pop("later")

        my_day = cls(
            as_of=as_of,
            today=today,
            until=until,
            overdue=overdue,
            due=due,
            silent=silent,
            new=new,
            later=later,
        )

        my_day.additional_properties = d
        return my_day

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
