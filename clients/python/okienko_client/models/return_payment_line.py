from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.payment_return_reason import PaymentReturnReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="ReturnPaymentLine")


@_attrs_define
class ReturnPaymentLine:
    """Note that a payment came back, on which day and why.

    Attributes:
        reason (PaymentReturnReason): Why the bank gave a payment back.
        returned_on (datetime.date | None | Unset): None: today.
    """

    reason: PaymentReturnReason
    returned_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        returned_on: None | str | Unset
        if isinstance(self.returned_on, Unset):
            returned_on = UNSET
        elif isinstance(self.returned_on, datetime.date):
            returned_on = self.returned_on.isoformat()
        else:
            returned_on = self.returned_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )
        if returned_on is not UNSET:
            field_dict["returned_on"] = returned_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = PaymentReturnReason(d.pop("reason"))

        def _parse_returned_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                returned_on_type_0 = datetime.date.fromisoformat(data)

                return returned_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        returned_on = _parse_returned_on(d.pop("returned_on", UNSET))

        return_payment_line = cls(
            reason=reason,
            returned_on=returned_on,
        )

        return return_payment_line
