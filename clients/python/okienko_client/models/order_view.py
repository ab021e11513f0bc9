from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payout import Payout

if TYPE_CHECKING:
    from ..models.order_view_files import OrderViewFiles


T = TypeVar("T", bound="OrderView")


@_attrs_define
class OrderView:
    """The export that holds.

    Attributes:
        by (str):
        on (datetime.date):
        execute_on (datetime.date):
        without_account (Payout): How a line is paid.
        files (OrderViewFiles): SHA-256 of each file that was made; the files are not kept.
    """

    by: str
    on: datetime.date
    execute_on: datetime.date
    without_account: Payout
    files: OrderViewFiles
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        by = self.by

        on = self.on.isoformat()

        execute_on = self.execute_on.isoformat()

        without_account = self.without_account.value

        files = self.files.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "by": by,
                "on": on,
                "execute_on": execute_on,
                "without_account": without_account,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_view_files import OrderViewFiles  # noqa: PLC0415

        d = dict(src_dict)
        by = d.pop("by")

        on = datetime.date.fromisoformat(d.pop("on"))

        execute_on = datetime.date.fromisoformat(d.pop("execute_on"))

        without_account = Payout(d.pop("without_account"))

        files = OrderViewFiles.from_dict(d.pop("files"))

        order_view = cls(
            by=by,
            on=on,
            execute_on=execute_on,
            without_account=without_account,
            files=files,
        )

        order_view.additional_properties = d
        return order_view

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
