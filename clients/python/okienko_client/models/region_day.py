from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.county_counts import CountyCounts
    from ..models.region_counts import RegionCounts


T = TypeVar("T", bound="RegionDay")


@_attrs_define
class RegionDay:
    """The day of a region (dzień województwa), for its ROPS, WUP or marshal's office.

    Attributes:
        territory (str):
        today (datetime.date):
        until (datetime.date):
        small (int): Counts from 1 to below this are left out.
        whole (RegionCounts): How much is to be done; what is small is left out, and what would give it away.
        counties (list[CountyCounts]):
    """

    territory: str
    today: datetime.date
    until: datetime.date
    small: int
    whole: RegionCounts
    counties: list[CountyCounts]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        territory = self.territory

        today = self.today.isoformat()

        until = self.until.isoformat()

        small = self.small

        whole = self.whole.to_dict()

        counties = []
        for counties_item_data in self.counties:
            counties_item = counties_item_data.to_dict()
            counties.append(counties_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "territory": territory,
                "today": today,
                "until": until,
                "small": small,
                "whole": whole,
                "counties": counties,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.county_counts import CountyCounts  # noqa: PLC0415
        from ..models.region_counts import RegionCounts  # noqa: PLC0415

        d = dict(src_dict)
        territory = d.pop("territory")

        today = datetime.date.fromisoformat(d.pop("today"))

        until = datetime.date.fromisoformat(d.pop("until"))

        small = d.pop("small")

        whole = RegionCounts.from_dict(d.pop("whole"))

        counties = []
        _counties = d.pop("counties")
        for counties_item_data in _counties:
            counties_item = CountyCounts.from_dict(counties_item_data)

            counties.append(counties_item)

        region_day = cls(
            territory=territory,
            today=today,
            until=until,
            small=small,
            whole=whole,
            counties=counties,
        )

        region_day.additional_properties = d
        return region_day

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
