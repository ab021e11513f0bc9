from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptReferral")


@_attrs_define
class AcceptReferral:
    """Agree to see the client.

    Attributes:
        first_visit_on (datetime.date):
        first_visit_at (None | str | Unset):
        place (None | str | Unset):
        planned_end_on (datetime.date | None | Unset): When it should be done: the outcome is due a week later.
    """

    first_visit_on: datetime.date
    first_visit_at: None | str | Unset = UNSET
    place: None | str | Unset = UNSET
    planned_end_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        first_visit_on = self.first_visit_on.isoformat()

        first_visit_at: None | str | Unset
        if isinstance(self.first_visit_at, Unset):
            first_visit_at = UNSET
        else:
            first_visit_at = self.first_visit_at

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
                "first_visit_on": first_visit_on,
            }
        )
        if first_visit_at is not UNSET:
            field_dict["first_visit_at"] = first_visit_at
        if place is not UNSET:
            field_dict["place"] = place
        if planned_end_on is not UNSET:
            field_dict["planned_end_on"] = planned_end_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        first_visit_on = datetime.date.fromisoformat(d.pop("first_visit_on"))

        def _parse_first_visit_at(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        first_visit_at = _parse_first_visit_at(d.pop("first_visit_at", UNSET))

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

        accept_referral = cls(
            first_visit_on=first_visit_on,
            first_visit_at=first_visit_at,
            place=place,
            planned_end_on=planned_end_on,
        )

        return accept_referral
