from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="WaiveAward")


@_attrs_define
class WaiveAward:
    """The client does not want the support any more after a day.

    Attributes:
        last_day (datetime.date): The last day that can be paid.
    """

    last_day: datetime.date

    def to_dict(self) -> dict[str, Any]:
        last_day = self.last_day.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "last_day": last_day,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        waive_award = cls(
            last_day=last_day,
        )

        return waive_award
