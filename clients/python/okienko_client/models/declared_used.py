from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeclaredUsed")


@_attrs_define
class DeclaredUsed:
    """Which declarations a what-if rests on; nothing of what stands in them.

    Attributes:
        household_on (datetime.date): The household is that of this day.
        municipality (str):
        incomes_before (str): Incomes declared for this month.
        incomes_after (None | str): Declared for this month; none: as asked.
    """

    household_on: datetime.date
    municipality: str
    incomes_before: str
    incomes_after: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        household_on = self.household_on.isoformat()

        municipality = self.municipality

        incomes_before = self.incomes_before

        incomes_after: None | str
        incomes_after = self.incomes_after

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "household_on": household_on,
                "municipality": municipality,
                "incomes_before": incomes_before,
                "incomes_after": incomes_after,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        household_on = datetime.date.fromisoformat(d.pop("household_on"))

        municipality = d.pop("municipality")

        incomes_before = d.pop("incomes_before")

        def _parse_incomes_after(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        incomes_after = _parse_incomes_after(d.pop("incomes_after"))

        declared_used = cls(
            household_on=household_on,
            municipality=municipality,
            incomes_before=incomes_before,
            incomes_after=incomes_after,
        )

        declared_used.additional_properties = d
        return declared_used

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
