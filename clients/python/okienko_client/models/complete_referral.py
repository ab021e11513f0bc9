from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.outcome import Outcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="CompleteReferral")


@_attrs_define
class CompleteReferral:
    """Say what came of it: the code and a short note are both required.

    Attributes:
        outcome (Outcome): What came of a referral (domain 2.6).
        note (str):
        delivered (list[str] | Unset): What she was given, item by item.
    """

    outcome: Outcome
    note: str
    delivered: list[str] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        note = self.note

        delivered: list[str] | Unset = UNSET
        if not isinstance(self.delivered, Unset):
            delivered = self.delivered

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "note": note,
            }
        )
        if delivered is not UNSET:
            field_dict["delivered"] = delivered

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = Outcome(d.pop("outcome"))

        note = d.pop("note")

        delivered = cast(list[str], d.pop("delivered", UNSET))

        complete_referral = cls(
            outcome=outcome,
            note=note,
            delivered=delivered,
        )

        return complete_referral
