from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ScheduleAppointment")


@_attrs_define
class ScheduleAppointment:
    """Set a day, or another one.

    Attributes:
        visit_on (datetime.date):
        visit_at (None | str | Unset):
        place (None | str | Unset):
        planned_end_on (datetime.date | None | Unset):
    """

    visit_on: datetime.date
    visit_at: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    planned_end_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        visit_on = self.visit_on.isoformat()

        visit_at: None | str | Unset
        if isinstance(self.visit_at, Unset):
            visit_at = UNSET
        else:
            visit_at = self.visit_at

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        planned_end_on: None | str | Unset
        if isinstance(self.planned_end_on, Unset):
            planned_end_on = UNSET
        elif isinstance(self.planned_end_on, datetime.date):
            planned_end_on = self.planned_end_on.isoformat()
        else:
            planned_end_on = self.planned_end_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "visit_on": visit_on,
            }
        )
        if visit_at is not UNSET:
            field_dict["visit_at"] = visit_at
        if place is not UNSET:
            field_dict["place"] = place
        if planned_end_on is not UNSET:
            field_dict["planned_end_on"] = planned_end_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        visit_on = datetime.date.fromisoformat(d.pop("visit_on"))

        def _parse_visit_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        visit_at = _parse_visit_at(d.pop("visit_at", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        def _parse_planned_end_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                planned_end_on_type_0 = datetime.date.fromisoformat(data)

                return planned_end_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        planned_end_on = _parse_planned_end_on(d.pop("planned_end_on", UNSET))

        schedule_appointment = cls(
            visit_on=visit_on,
            visit_at=visit_at,
            place=place,
            planned_end_on=planned_end_on,
        )

        return schedule_appointment
