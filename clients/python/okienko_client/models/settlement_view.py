from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.query_reason import QueryReason
from ..models.settlement_state import SettlementState

if TYPE_CHECKING:
    from ..models.settlement_line_view import SettlementLineView


T = TypeVar("T", bound="SettlementView")


@_attrs_define
class SettlementView:
    """A settlement, voucher by voucher.

    Attributes:
        id (UUID):
        programme_id (UUID):
        payer (UUID):
        provider (UUID):
        month (str):
        status (SettlementState): Where a provider's settlement of a month stands.
        visits (int):
        minutes (int):
        gross (str):
        copay (str):
        net (str):
        submitted_by (str):
        submitted_on (datetime.date):
        submit_by (datetime.date):
        late (bool): Submitted after its last day.
        pay_by (datetime.date):
        checked_by (None | str):
        checked_on (datetime.date | None):
        query (None | QueryReason):
        accepted_by (None | str):
        accepted_on (datetime.date | None):
        paid_by (None | str):
        paid_on (datetime.date | None):
        version (int):
        lines (list[SettlementLineView]): Of clients erased since there is none; the sums hold them still.
    """

    id: UUID
    programme_id: UUID
    payer: UUID
    provider: UUID
    month: str
    status: SettlementState
    visits: int
    minutes: int
    gross: str
    copay: str
    net: str
    submitted_by: str
    submitted_on: datetime.date
    submit_by: datetime.date
    late: bool
    pay_by: datetime.date
    checked_by: None | str
    checked_on: datetime.date | None
    query: None | QueryReason
    accepted_by: None | str
    accepted_on: datetime.date | None
    paid_by: None | str
    paid_on: datetime.date | None
    version: int
    lines: list[SettlementLineView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        programme_id = str(self.programme_id)

        payer = str(self.payer)

        provider = str(self.provider)

        month = self.month

        status = self.status.value

        visits = self.visits

        minutes = self.minutes

        gross = self.gross

        copay = self.copay

        net = self.net

        submitted_by = self.submitted_by

        submitted_on = self.submitted_on.isoformat()

        submit_by = self.submit_by.isoformat()

        late = self.late

        pay_by = self.pay_by.isoformat()

        checked_by: None | str
        checked_by = self.checked_by

        checked_on: None | str
        if isinstance(self.checked_on, datetime.date):
            checked_on = self.checked_on.isoformat()
        else:
            checked_on = self.checked_on

        query: None | str
        if isinstance(self.query, QueryReason):
            query = self.query.value
        else:
            query = self.query

        accepted_by: None | str
        accepted_by = self.accepted_by

        accepted_on: None | str
        if isinstance(self.accepted_on, datetime.date):
            accepted_on = self.accepted_on.isoformat()
        else:
            accepted_on = self.accepted_on

        paid_by: None | str
        paid_by = self.paid_by

        paid_on: None | str
        if isinstance(self.paid_on, datetime.date):
            paid_on = self.paid_on.isoformat()
        else:
            paid_on = self.paid_on

        version = self.version

        lines = []
        for lines_item_data in self.lines:
            lines_item = lines_item_data.to_dict()
            lines.append(lines_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "programme_id": programme_id,
                "payer": payer,
                "provider": provider,
                "month": month,
                "status": status,
                "visits": visits,
                "minutes": minutes,
                "gross": gross,
                "copay": copay,
                "net": net,
                "submitted_by": submitted_by,
                "submitted_on": submitted_on,
                "submit_by": submit_by,
                "late": late,
                "pay_by": pay_by,
                "checked_by": checked_by,
                "checked_on": checked_on,
                "query": query,
                "accepted_by": accepted_by,
                "accepted_on": accepted_on,
                "paid_by": paid_by,
                "paid_on": paid_on,
                "version": version,
                "lines": lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.settlement_line_view import SettlementLineView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        programme_id = UUID(d.pop("programme_id"))

        payer = UUID(d.pop("payer"))

        provider = UUID(d.pop("provider"))

        month = d.pop("month")

        status = SettlementState(d.pop("status"))

        visits = d.pop("visits")

        minutes = d.pop("minutes")

        gross = d.pop("gross")

        copay = d.pop("copay")

        net = d.pop("net")

        submitted_by = d.pop("submitted_by")

        submitted_on = datetime.date.fromisoformat(d.pop("submitted_on"))

        submit_by = datetime.date.fromisoformat(d.pop("submit_by"))

        late = d.pop("late")

        pay_by = datetime.date.fromisoformat(d.pop("pay_by"))

        def _parse_checked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        checked_by = _parse_checked_by(d.pop("checked_by"))

        def _parse_checked_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_on_type_0 = datetime.date.fromisoformat(data)

                return checked_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        checked_on = _parse_checked_on(d.pop("checked_on"))

        def _parse_query(data: object) -> None | QueryReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                query_type_0 = QueryReason(data)

                return query_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | QueryReason, data)

        query = _parse_query(d.pop("query"))

        def _parse_accepted_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        accepted_by = _parse_accepted_by(d.pop("accepted_by"))

        def _parse_accepted_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                accepted_on_type_0 = datetime.date.fromisoformat(data)

                return accepted_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        accepted_on = _parse_accepted_on(d.pop("accepted_on"))

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

        version = d.pop("version")

        lines = []
        _lines = d.pop("lines")
        for lines_item_data in _lines:
            lines_item = SettlementLineView.from_dict(lines_item_data)

            lines.append(lines_item)

        settlement_view = cls(
            id=id,
            programme_id=programme_id,
            payer=payer,
            provider=provider,
            month=month,
            status=status,
            visits=visits,
            minutes=minutes,
            gross=gross,
            copay=copay,
            net=net,
            submitted_by=submitted_by,
            submitted_on=submitted_on,
            submit_by=submit_by,
            late=late,
            pay_by=pay_by,
            checked_by=checked_by,
            checked_on=checked_on,
            query=query,
            accepted_by=accepted_by,
            accepted_on=accepted_on,
            paid_by=paid_by,
            paid_on=paid_on,
            version=version,
            lines=lines,
        )

        settlement_view.additional_properties = d
        return settlement_view

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
