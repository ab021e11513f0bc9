from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RecordVisit")


@_attrs_define
class RecordVisit:
    """Record the visit; a later record counts instead, the earlier one stays in the history.

    Attributes:
        held_on (datetime.date):
        place (str):
        present (list[str] | Unset): Who was there.
    """

    held_on: datetime.date
    place: str
    present: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        held_on = self.held_on.isoformat()

        place = self.place

        present: list[str] | Unset = UNSET
        if not isinstance(self.present, Unset):
            present = self.present

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "held_on": held_on,
                "place": place,
            }
        )
        if present is not UNSET:
            field_dict["present"] = present

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        held_on = datetime.date.fromisoformat(d.pop("held_on"))

        place = d.pop("place")

        present = cast(list[str], d.pop("present", UNSET))

        record_visit = cls(
            held_on=held_on,
            place=place,
            present=present,
        )

        return record_visit
