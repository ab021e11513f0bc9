from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Debt")


@_attrs_define
class Debt:
    """What the household owes.

    Attributes:
        creditor (str):
        amount (str):
    """

    creditor: str
    amount: str

    def to_dict(self) -> dict[str, Any]:
        creditor = self.creditor

        amount = self.amount

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "creditor": creditor,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        creditor = d.pop("creditor")

        amount = d.pop("amount")

        debt = cls(
            creditor=creditor,
            amount=amount,
        )

        return debt
