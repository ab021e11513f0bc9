from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ConfirmPaymentList")


@_attrs_define
class ConfirmPaymentList:
    """Say that it was paid.

    Attributes:
        paid_on (datetime.date | None | Unset): None: today.
        bank_reference (None | str | Unset): None: whoever confirms is not who made the files.
    """

    paid_on: datetime.date | None | Unset = UNSET
    bank_reference: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        paid_on: None | str | Unset
        if isinstance(self.paid_on, Unset):
            paid_on = UNSET
        elif isinstance(self.paid_on, datetime.date):
            paid_on = self.paid_on.isoformat()
        else:
            paid_on = self.paid_on

        bank_reference: None | str | Unset
        if isinstance(self.bank_reference, Unset):
            bank_reference = UNSET
        else:
            bank_reference = self.bank_reference

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if paid_on is not UNSET:
            field_dict["paid_on"] = paid_on
        if bank_reference is not UNSET:
            field_dict["bank_reference"] = bank_reference

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_paid_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_on_type_0 = datetime.date.fromisoformat(data)

                return paid_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        paid_on = _parse_paid_on(d.pop("paid_on", UNSET))

        def _parse_bank_reference(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        bank_reference = _parse_bank_reference(d.pop("bank_reference", UNSET))

        confirm_payment_list = cls(
            paid_on=paid_on,
            bank_reference=bank_reference,
        )

        return confirm_payment_list
