from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="IpdView")


@_attrs_define
class IpdView:
    """An individual action plan (IPD); days inclusive.

    Attributes:
        made_on (datetime.date):
        ends_on (datetime.date | None):
        contact_every_days (int):
        goals (None | str):
    """

    made_on: datetime.date
    ends_on: datetime.date | None
    contact_every_days: int
    goals: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        made_on = self.made_on.isoformat()

        ends_on: None | str
        if isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        contact_every_days = self.contact_every_days

        goals: None | str
        goals = self.goals

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "made_on": made_on,
                "ends_on": ends_on,
                "contact_every_days": contact_every_days,
                "goals": goals,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        made_on = datetime.date.fromisoformat(d.pop("made_on"))

        def _parse_ends_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ends_on = _parse_ends_on(d.pop("ends_on"))

        contact_every_days = d.pop("contact_every_days")

        def _parse_goals(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        goals = _parse_goals(d.pop("goals"))

        ipd_view = cls(
            made_on=made_on,
            ends_on=ends_on,
            contact_every_days=contact_every_days,
            goals=goals,
        )

        ipd_view.additional_properties = d
        return ipd_view

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
