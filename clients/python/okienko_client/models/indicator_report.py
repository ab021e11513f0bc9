from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.by import By

if TYPE_CHECKING:
    from ..models.indicator_group import IndicatorGroup


T = TypeVar("T", bound="IndicatorReport")


@_attrs_define
class IndicatorReport:
    """What came of the work of some months (wskaźniki).

    Attributes:
        first_month (str):
        last_month (str):
        by (By): For whom indicators are counted.
        as_of (datetime.date): The end of the last quarter that is over.
        small (int): Counts from 1 to below this are left out.
        groups (list[IndicatorGroup]):
    """

    first_month: str
    last_month: str
    by: By
    as_of: datetime.date
    small: int
    groups: list[IndicatorGroup]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        first_month = self.first_month

        last_month = self.last_month

        by = self.by.value

        as_of = self.as_of.isoformat()

        small = self.small

        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "first_month": first_month,
                "last_month": last_month,
                "by": by,
                "as_of": as_of,
                "small": small,
                "groups": groups,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.indicator_group import IndicatorGroup  # noqa: PLC0415

        d = dict(src_dict)
        first_month = d.pop("first_month")

        last_month = d.pop("last_month")

        by = By(d.pop("by"))

        as_of = datetime.date.fromisoformat(d.pop("as_of"))

        small = d.pop("small")

        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = IndicatorGroup.from_dict(groups_item_data)

            groups.append(groups_item)

        indicator_report = cls(
            first_month=first_month,
            last_month=last_month,
            by=by,
            as_of=as_of,
            small=small,
            groups=groups,
        )

        indicator_report.additional_properties = d
        return indicator_report

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
