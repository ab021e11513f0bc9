from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RecordRepayment")


@_attrs_define
class RecordRepayment:
    """Note what came back on a day; what a payment list keeps back is noted when it is paid.

    Attributes:
        on (datetime.date):
        amount (str):
    """

    on: datetime.date
    amount: str

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        amount = self.amount

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
                "amount": amount,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        amount = d.pop("amount")

        record_repayment = cls(
            on=on,
            amount=amount,
        )

        return record_repayment
