from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MoveMeeting")


@_attrs_define
class MoveMeeting:
    """Move it.

    Attributes:
        planned_on (datetime.date):
        starts_at (None | str | Unset): Absent: the same hour.
        place (None | str | Unset): Absent: the same place.
    """

    planned_on: datetime.date
    starts_at: None | str | Unset = UNSET
    place: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        planned_on = self.planned_on.isoformat()

        starts_at: None | str | Unset
        if isinstance(self.starts_at, Unset):
            starts_at = UNSET
        else:
            starts_at = self.starts_at

        place: None | str | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        else:
            place = self.place

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "planned_on": planned_on,
            }
        )
        if starts_at is not UNSET:
            field_dict["starts_at"] = starts_at
        if place is not UNSET:
            field_dict["place"] = place

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        planned_on = datetime.date.fromisoformat(d.pop("planned_on"))

        def _parse_starts_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        starts_at = _parse_starts_at(d.pop("starts_at", UNSET))

        def _parse_place(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        move_meeting = cls(
            planned_on=planned_on,
            starts_at=starts_at,
            place=place,
        )

        return move_meeting
