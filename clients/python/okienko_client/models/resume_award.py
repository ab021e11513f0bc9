from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ResumeAward")


@_attrs_define
class ResumeAward:
    """Resume a suspended award from a day.

    Attributes:
        from_day (datetime.date): The first day of the new work.
    """

    from_day: datetime.date

    def to_dict(self) -> dict[str, Any]:
        from_day = self.from_day.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_day": from_day,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_day = datetime.date.fromisoformat(d.pop("from_day"))

        resume_award = cls(
            from_day=from_day,
        )

        return resume_award
