from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.phone_outcome import PhoneOutcome

T = TypeVar("T", bound="CheckVisitByPhone")


@_attrs_define
class CheckVisitByPhone:
    """Note what the client said.

    Attributes:
        outcome (PhoneOutcome): What the client said on the telephone.
    """

    outcome: PhoneOutcome

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = PhoneOutcome(d.pop("outcome"))

        check_visit_by_phone = cls(
            outcome=outcome,
        )

        return check_visit_by_phone
