from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.payment_list_state import PaymentListState

if TYPE_CHECKING:
    from ..models.order_view import OrderView


T = TypeVar("T", bound="PaymentListView")


@_attrs_define
class PaymentListView:
    """A payment list without its lines: nobody is named.

    Attributes:
        id (UUID):
        month (str):
        status (PaymentListState): Where a payment list stands.
        line_count (int):
        held_count (int):
        returned_count (int):
        total (str): What is listed; of a paid list what was paid at first.
        drafted_by (str):
        drafted_on (datetime.date):
        approved_by (None | str):
        approved_on (datetime.date | None):
        order (None | OrderView):
        paid_by (None | str):
        paid_on (datetime.date | None):
        bank_reference (None | str):
        version (int):
    """

    id: UUID
    month: str
    status: PaymentListState
    line_count: int
    held_count: int
    returned_count: int
    total: str
    drafted_by: str
    drafted_on: datetime.date
    approved_by: None | str
    approved_on: datetime.date | None
    order: None | OrderView
    paid_by: None | str
    paid_on: datetime.date | None
    bank_reference: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.order_view import OrderView  # noqa: PLC0415

        id = str(self.id)

        month = self.month

        status = self.status.value

        line_count = self.line_count

        held_count = self.held_count

        returned_count = self.returned_count

        total = self.total

        drafted_by = self.drafted_by

        drafted_on = self.drafted_on.isoformat()

        approved_by: None | str
        approved_by = self.approved_by

        approved_on: None | str
        if isinstance(self.approved_on, datetime.date):
            approved_on = self.approved_on.isoformat()
        else:
            approved_on = self.approved_on

        order: dict[str, Any] | None
        if isinstance(self.order, OrderView):
            order = self.order.to_dict()
        else:
            order = self.order

        paid_by: None | str
        paid_by = self.paid_by

        paid_on: None | str
        if isinstance(self.paid_on, datetime.date):
            paid_on = self.paid_on.isoformat()
        else:
            paid_on = self.paid_on

        bank_reference: None | str
        bank_reference = self.bank_reference

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "month": month,
                "status": status,
                "line_count": line_count,
                "held_count": held_count,
                "returned_count": returned_count,
                "total": total,
                "drafted_by": drafted_by,
                "drafted_on": drafted_on,
                "approved_by": approved_by,
                "approved_on": approved_on,
                "order": order,
                "paid_by": paid_by,
                "paid_on": paid_on,
                "bank_reference": bank_reference,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_view import OrderView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        month = d.pop("month")

        status = PaymentListState(d.pop("status"))

        line_count = d.pop("line_count")

        held_count = d.pop("held_count")

        returned_count = d.pop("returned_count")

        total = d.pop("total")

        drafted_by = d.pop("drafted_by")

        drafted_on = datetime.date.fromisoformat(d.pop("drafted_on"))

        def _parse_approved_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        approved_by = _parse_approved_by(d.pop("approved_by"))

        def _parse_approved_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approved_on_type_0 = datetime.date.fromisoformat(data)

                return approved_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        approved_on = _parse_approved_on(d.pop("approved_on"))

        def _parse_order(data: object) -> None | OrderView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                order_type_0 = OrderView.from_dict(data)

                return order_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | OrderView, data)

        order = _parse_order(d.pop("order"))

        def _parse_paid_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paid_by = _parse_paid_by(d.pop("paid_by"))

        def _parse_paid_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                paid_on_type_0 = datetime.date.fromisoformat(data)

                return paid_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        paid_on = _parse_paid_on(d.pop("paid_on"))

        def _parse_bank_reference(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        bank_reference = _parse_bank_reference(d.pop("bank_reference"))

        version = d.pop("version")

        payment_list_view = cls(
            id=id,
            month=month,
            status=status,
            line_count=line_count,
            held_count=held_count,
            returned_count=returned_count,
            total=total,
            drafted_by=drafted_by,
            drafted_on=drafted_on,
            approved_by=approved_by,
            approved_on=approved_on,
            order=order,
            paid_by=paid_by,
            paid_on=paid_on,
            bank_reference=bank_reference,
            version=version,
        )

        payment_list_view.additional_properties = d
        return payment_list_view

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
