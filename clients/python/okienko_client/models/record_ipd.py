from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="RecordIpd")


@_attrs_define
class RecordIpd:
    """Record the plan: when it was made, what it aims at, how often the office is in touch.

    Attributes:
        made_on (datetime.date):
        ends_on (datetime.date | None | Unset):
        goals (None | str | Unset):
        contact_every_days (int | None | Unset): None: as the law says.
    """

    made_on: datetime.date
    ends_on: datetime.date | None | Unset = UNSET
    goals: None | str | Unset = UNSET
    contact_every_days: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        made_on = self.made_on.isoformat()

        ends_on: None | str | Unset
        if isinstance(self.ends_on, Unset):
            ends_on = UNSET
        elif isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        goals: None | str | Unset
        if isinstance(self.goals, Unset):
            goals = UNSET
        else:
            goals = self.goals

        contact_every_days: int | None | Unset
        if isinstance(self.contact_every_days, Unset):
            contact_every_days = UNSET
        else:
            contact_every_days = self.contact_every_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "made_on": made_on,
            }
        )
        if ends_on is not UNSET:
            field_dict["ends_on"] = ends_on
        if goals is not UNSET:
            field_dict["goals"] = goals
        if contact_every_days is not UNSET:
            field_dict["contact_every_days"] = contact_every_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        made_on = datetime.date.fromisoformat(d.pop("made_on"))

        def _parse_ends_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        ends_on = _parse_ends_on(d.pop("ends_on", UNSET))

        def _parse_goals(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        goals = _parse_goals(d.pop("goals", UNSET))

        def _parse_contact_every_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        contact_every_days = _parse_contact_every_days(d.pop("contact_every_days", UNSET))

        record_ipd = cls(
            made_on=made_on,
            ends_on=ends_on,
            goals=goals,
            contact_every_days=contact_every_days,
        )

        return record_ipd
