from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.export_payment_list_without_account import ExportPaymentListWithoutAccount
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExportPaymentList")


@_attrs_define
class ExportPaymentList:
    """Have the files made.

    Attributes:
        from_account (str): The institution's own account.
        execute_on (datetime.date): When the bank is to pay.
        without_account (ExportPaymentListWithoutAccount | Unset): How those are paid who have no bank account. Default:
            ExportPaymentListWithoutAccount.CASH_DESK.
    """

    from_account: str
    execute_on: datetime.date
    without_account: ExportPaymentListWithoutAccount | Unset = (
        ExportPaymentListWithoutAccount.CASH_DESK
    )

    def to_dict(self) -> dict[str, Any]:
        from_account = self.from_account

        execute_on = self.execute_on.isoformat()

        without_account: str | Unset = UNSET
        if not isinstance(self.without_account, Unset):
            without_account = self.without_account.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "from_account": from_account,
                "execute_on": execute_on,
            }
        )
        if without_account is not UNSET:
            field_dict["without_account"] = without_account

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        from_account = d.pop("from_account")

        execute_on = datetime.date.fromisoformat(d.pop("execute_on"))

        _without_account = d.pop("without_account", UNSET)
        without_account: ExportPaymentListWithoutAccount | Unset
        if isinstance(_without_account, Unset):
            without_account = UNSET
        else:
            without_account = ExportPaymentListWithoutAccount(_without_account)

        export_payment_list = cls(
            from_account=from_account,
            execute_on=execute_on,
            without_account=without_account,
        )

        return export_payment_list
