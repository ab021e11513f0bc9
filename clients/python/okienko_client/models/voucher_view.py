from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_service import CareService
from ..models.voucher_cancel_reason import VoucherCancelReason
from ..models.voucher_state import VoucherState

if TYPE_CHECKING:
    from ..models.month_balance_view import MonthBalanceView
    from ..models.working_view import WorkingView


T = TypeVar("T", bound="VoucherView")


@_attrs_define
class VoucherView:
    """A care voucher with what was worked out for it, and its hours month by month.

    Attributes:
        id (UUID):
        client_id (UUID):
        programme_id (UUID):
        status (VoucherState): Where a care voucher stands.
        serial (str):
        services (list[CareService]):
        provider (None | UUID): None: free to choose.
        valid_from (datetime.date):
        valid_to (datetime.date):
        ended_on (datetime.date | None): From this day on it is good no more.
        minutes_a_month (int):
        amount_a_month (None | str):
        hour_rate (str):
        copayment_percent (str):
        income (str):
        income_of_criterion (str): Percent.
        household_size (int):
        income_reason (None | str): Why the income was given by hand.
        months (list[MonthBalanceView]):
        drafted_by (str):
        issued_by (None | str):
        issued_on (datetime.date | None):
        handed_over_on (datetime.date | None):
        code_locked (bool): Too many wrong codes: give a new one.
        cancel_reason (None | VoucherCancelReason):
        origin_id (None | UUID):
        successor_id (None | UUID):
        version (int):
        trace (list[WorkingView]): In the order of computation.
    """

    id: UUID
    client_id: UUID
    programme_id: UUID
    status: VoucherState
    serial: str
    services: list[CareService]
    provider: None | UUID
    valid_from: datetime.date
    valid_to: datetime.date
    ended_on: datetime.date | None
    minutes_a_month: int
    amount_a_month: None | str
    hour_rate: str
    copayment_percent: str
    income: str
    income_of_criterion: str
    household_size: int
    income_reason: None | str
    months: list[MonthBalanceView]
    drafted_by: str
    issued_by: None | str
    issued_on: datetime.date | None
    handed_over_on: datetime.date | None
    code_locked: bool
    cancel_reason: None | VoucherCancelReason
    origin_id: None | UUID
    successor_id: None | UUID
    version: int
    trace: list[WorkingView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        programme_id = str(self.programme_id)

        status = self.status.value

        serial = self.serial

        services = []
        for services_item_data in self.services:
            services_item = services_item_data.value
            services.append(services_item)

        provider: None | str
        if isinstance(self.provider, UUID):
            provider = str(self.provider)
        else:
            provider = self.provider

        valid_from = self.valid_from.isoformat()

        valid_to = self.valid_to.isoformat()

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        minutes_a_month = self.minutes_a_month

        amount_a_month: None | str
        amount_a_month = self.amount_a_month

        hour_rate = self.hour_rate

        copayment_percent = self.copayment_percent

        income = self.income

        income_of_criterion = self.income_of_criterion

        household_size = self.household_size

        income_reason: None | str
        income_reason = self.income_reason

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        drafted_by = self.drafted_by

        issued_by: None | str
        issued_by = self.issued_by

        issued_on: None | str
        if isinstance(self.issued_on, datetime.date):
            issued_on = self.issued_on.isoformat()
        else:
            issued_on = self.issued_on

        handed_over_on: None | str
        if isinstance(self.handed_over_on, datetime.date):
            handed_over_on = self.handed_over_on.isoformat()
        else:
            handed_over_on = self.handed_over_on

        code_locked = self.code_locked

        cancel_reason: None | str
        if isinstance(self.cancel_reason, VoucherCancelReason):
            cancel_reason = self.cancel_reason.value
        else:
            cancel_reason = self.cancel_reason

        origin_id: None | str
        if isinstance(self.origin_id, UUID):
            origin_id = str(self.origin_id)
        else:
            origin_id = self.origin_id

        successor_id: None | str
        if isinstance(self.successor_id, UUID):
            successor_id = str(self.successor_id)
        else:
            successor_id = self.successor_id

        version = self.version

        trace = []
        for trace_item_data in self.trace:
            trace_item = trace_item_data.to_dict()
            trace.append(trace_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "programme_id": programme_id,
                "status": status,
                "serial": serial,
                "services": services,
                "provider": provider,
                "valid_from": valid_from,
                "valid_to": valid_to,
                "ended_on": ended_on,
                "minutes_a_month": minutes_a_month,
                "amount_a_month": amount_a_month,
                "hour_rate": hour_rate,
                "copayment_percent": copayment_percent,
                "income": income,
                "income_of_criterion": income_of_criterion,
                "household_size": household_size,
                "income_reason": income_reason,
                "months": months,
                "drafted_by": drafted_by,
                "issued_by": issued_by,
                "issued_on": issued_on,
                "handed_over_on": handed_over_on,
                "code_locked": code_locked,
                "cancel_reason": cancel_reason,
                "origin_id": origin_id,
                "successor_id": successor_id,
                "version": version,
                "trace": trace,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.month_balance_view import MonthBalanceView  # noqa: PLC0415
        from ..models.working_view import WorkingView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        programme_id = UUID(d.pop("programme_id"))

        status = VoucherState(d.pop("status"))

        serial = d.pop("serial")

        services = []
        _services = d.pop("services")
        for services_item_data in _services:
            services_item = CareService(services_item_data)

            services.append(services_item)

        def _parse_provider(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                provider_type_0 = UUID(data)

                return provider_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        provider = _parse_provider(d.pop("provider"))

        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        valid_to = datetime.date.fromisoformat(d.pop("valid_to"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        minutes_a_month = d.pop("minutes_a_month")

        def _parse_amount_a_month(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        amount_a_month = _parse_amount_a_month(d.pop("amount_a_month"))

        hour_rate = d.pop("hour_rate")

        copayment_percent = d.pop("copayment_percent")

        income = d.pop("income")

        income_of_criterion = d.pop("income_of_criterion")

        household_size = d.pop("household_size")

        def _parse_income_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        income_reason = _parse_income_reason(d.pop("income_reason"))

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthBalanceView.from_dict(months_item_data)

            months.append(months_item)

        drafted_by = d.pop("drafted_by")

        def _parse_issued_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        issued_by = _parse_issued_by(d.pop("issued_by"))

        def _parse_issued_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                issued_on_type_0 = datetime.date.fromisoformat(data)

                return issued_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        issued_on = _parse_issued_on(d.pop("issued_on"))

        def _parse_handed_over_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                handed_over_on_type_0 = datetime.date.fromisoformat(data)

                return handed_over_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        handed_over_on = _parse_handed_over_on(d.pop("handed_over_on"))

        code_locked = d.pop("code_locked")

        def _parse_cancel_reason(data: object) -> None | VoucherCancelReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancel_reason_type_0 = VoucherCancelReason(data)

                return cancel_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | VoucherCancelReason, data)

        cancel_reason = _parse_cancel_reason(d.pop("cancel_reason"))

        def _parse_origin_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                origin_id_type_0 = UUID(data)

                return origin_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        origin_id = _parse_origin_id(d.pop("origin_id"))

        def _parse_successor_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                successor_id_type_0 = UUID(data)

                return successor_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        successor_id = _parse_successor_id(d.pop("successor_id"))

        version = d.pop("version")

        trace = []
        _trace = d.pop("trace")
        for trace_item_data in _trace:
            trace_item = WorkingView.from_dict(trace_item_data)

            trace.append(trace_item)

        voucher_view = cls(
            id=id,
            client_id=client_id,
            programme_id=programme_id,
            status=status,
            serial=serial,
            services=services,
            provider=provider,
            valid_from=valid_from,
            valid_to=valid_to,
            ended_on=ended_on,
            minutes_a_month=minutes_a_month,
            amount_a_month=amount_a_month,
            hour_rate=hour_rate,
            copayment_percent=copayment_percent,
            income=income,
            income_of_criterion=income_of_criterion,
            household_size=household_size,
            income_reason=income_reason,
            months=months,
            drafted_by=drafted_by,
            issued_by=issued_by,
            issued_on=issued_on,
            handed_over_on=handed_over_on,
            code_locked=code_locked,
            cancel_reason=cancel_reason,
            origin_id=origin_id,
            successor_id=successor_id,
            version=version,
            trace=trace,
        )

        voucher_view.additional_properties = d
        return voucher_view

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
