from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Visit")


@_attrs_define
class Visit:
    """Where and when the interview was held, and who was there.

    Attributes:
        segment (Literal['visit']):
        held_on (datetime.date):
        place (str):
        present (list[str] | Unset):
    """

    segment: Literal["visit"]
    held_on: datetime.date
    place: str
    present: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        held_on = self.held_on.isoformat()

        place = self.place

        present: list[str] | Unset = UNSET
        if not isinstance(self.present, Unset):
            present = self.present

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
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
        segment = cast(Literal["visit"], d.pop("segment"))
        if segment != "visit":
            raise ValueError(f"segment must match const 'visit', got '{segment}'")

        held_on = datetime.date.fromisoformat(d.pop("held_on"))

        place = d.pop("place")

        present = cast(list[str], d.pop("present", UNSET))

        visit = cls(
            segment=segment,
            held_on=held_on,
            place=place,
            present=present,
        )

        return visit
