from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="TerminateAgreement")


@_attrs_define
class TerminateAgreement:
    """End an agreement.

    Attributes:
        ended_on (datetime.date):
    """

    ended_on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        ended_on = self.ended_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ended_on": ended_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended_on = datetime.date.fromisoformat(d.pop("ended_on"))

        terminate_agreement = cls(
            ended_on=ended_on,
        )

        return terminate_agreement
