from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="GivenIncome")


@_attrs_define
class GivenIncome:
    """The household's income of art. 8 u.p.s. a month, where a worker states it herself.

    Attributes:
        amount (str):
        household_size (int):
        reason (str):
    """

    amount: str
    household_size: int
    reason: str

    def to_dict(self) -> dict[str, Any]:
        amount = self.amount

        household_size = self.household_size

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "amount": amount,
                "household_size": household_size,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        amount = d.pop("amount")

        household_size = d.pop("household_size")

        reason = d.pop("reason")

        given_income = cls(
            amount=amount,
            household_size=household_size,
            reason=reason,
        )

        return given_income
