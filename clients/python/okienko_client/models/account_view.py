from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.account import Account

T = TypeVar("T", bound="AccountView")


@_attrs_define
class AccountView:
    """What was booked on one account.

    Attributes:
        account (Account): An account of the books of support.
        debit (str):
        credit (str):
        balance (str): Debit less credit.
    """

    account: Account
    debit: str
    credit: str
    balance: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.value

        debit = self.debit

        credit = self.credit

        balance = self.balance

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "debit": debit,
                "credit": credit,
                "balance": balance,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        account = Account(d.pop("account"))

        debit = d.pop("debit")

        credit = d.pop("credit")

        balance = d.pop("balance")

        account_view = cls(
            account=account,
            debit=debit,
            credit=credit,
            balance=balance,
        )

        account_view.additional_properties = d
        return account_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
