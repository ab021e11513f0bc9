from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.labour_end import LabourEnd

T = TypeVar("T", bound="DeregisterAtLabourOffice")


@_attrs_define
class DeregisterAtLabourOffice:
    """End the registration with its last day.

    Attributes:
        ended_on (datetime.date):
        reason (LabourEnd): Why a registration at a labour office ended (przyczyna wyrejestrowania).
    """

    ended_on: datetime.date
    reason: LabourEnd

    def to_dict(self) -> dict[str, Any]:
        ended_on = self.ended_on.isoformat()

        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ended_on": ended_on,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended_on = datetime.date.fromisoformat(d.pop("ended_on"))

        reason = LabourEnd(d.pop("reason"))

        deregister_at_labour_office = cls(
            ended_on=ended_on,
            reason=reason,
        )

        return deregister_at_labour_office
