from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChangeDecision")


@_attrs_define
class ChangeDecision:
    """Name the decision that changed the award.

    Attributes:
        decision (str):
        decided_on (datetime.date):
    """

    decision: str
    decided_on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision

        decided_on = self.decided_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
                "decided_on": decided_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision = d.pop("decision")

        decided_on = datetime.date.fromisoformat(d.pop("decided_on"))

        change_decision = cls(
            decision=decision,
            decided_on=decided_on,
        )

        return change_decision
