from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.awareness import Awareness
from ..models.overpayment_cause import OverpaymentCause
from ..models.overpayment_state import OverpaymentState
from ..models.waiver_reason import WaiverReason

if TYPE_CHECKING:
    from ..models.instalment_view import InstalmentView
    from ..models.overpaid_month_view import OverpaidMonthView
    from ..models.repayment_view import RepaymentView
    from ..models.working_view import WorkingView


T = TypeVar("T", bound="OverpaymentView")


@_attrs_define
class OverpaymentView:
    """An overpayment: its months, where its case stands, and what is still owed.

    Attributes:
        id (UUID):
        client_id (UUID):
        award_id (UUID):
        status (OverpaymentState): Where an overpayment (świadczenie nienależnie pobrane) stands.
        cause (OverpaymentCause): How it came that too much was paid.
        months (list[OverpaidMonthView]):
        total (str):
        owed (str): Of it what was not repaid yet.
        under_way (str): Of it what payment lists keep back that are not paid yet.
        detected_by (str):
        detected_on (datetime.date):
        awareness (Awareness | None):
        explanation (None | str):
        decision (None | str):
        decision_on (datetime.date | None):
        determined_by (None | str):
        determined_on (datetime.date | None):
        due_on (datetime.date | None):
        limitation_on (datetime.date | None): The last day it can be claimed.
        instalments (list[InstalmentView]):
        not_planned (str): What the instalments do not cover.
        repayments (list[RepaymentView]):
        waiver_reason (None | WaiverReason):
        waiver_asked_by (None | str):
        decided_by (None | str):
        decided_on (datetime.date | None):
        version (int):
        trace (list[WorkingView]): Where it was worked out.
    """

    id: UUID
    client_id: UUID
    award_id: UUID
    status: OverpaymentState
    cause: OverpaymentCause
    months: list[OverpaidMonthView]
    total: str
    owed: str
    under_way: str
    detected_by: str
    detected_on: datetime.date
    awareness: Awareness | None
    explanation: None | str
    decision: None | str
    decision_on: datetime.date | None
    determined_by: None | str
    determined_on: datetime.date | None
    due_on: datetime.date | None
    limitation_on: datetime.date | None
    instalments: list[InstalmentView]
    not_planned: str
    repayments: list[RepaymentView]
    waiver_reason: None | WaiverReason
    waiver_asked_by: None | str
    decided_by: None | str
    decided_on: datetime.date | None
    version: int
    trace: list[WorkingView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        award_id = str(self.award_id)

        status = self.status.value

        cause = self.cause.value

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        total = self.total

        owed = self.owed

        under_way = self.under_way

        detected_by = self.detected_by

        detected_on = self.detected_on.isoformat()

        awareness: None | str
        if isinstance(self.awareness, Awareness):
            awareness = self.awareness.value
        else:
            awareness = self.awareness

        explanation: None | str
        explanation = self.explanation

        decision: None | str
        decision = self.decision

        decision_on: None | str
        if isinstance(self.decision_on, datetime.date):
            decision_on = self.decision_on.isoformat()
        else:
            decision_on = self.decision_on

        determined_by: None | str
        determined_by = self.determined_by

        determined_on: None | str
        if isinstance(self.determined_on, datetime.date):
            determined_on = self.determined_on.isoformat()
        else:
            determined_on = self.determined_on

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        limitation_on: None | str
        if isinstance(self.limitation_on, datetime.date):
            limitation_on = self.limitation_on.isoformat()
        else:
            limitation_on = self.limitation_on

        instalments = []
        for instalments_item_data in self.instalments:
            instalments_item = instalments_item_data.to_dict()
            instalments.append(instalments_item)

        not_planned = self.not_planned

        repayments = []
        for repayments_item_data in self.repayments:
            repayments_item = repayments_item_data.to_dict()
            repayments.append(repayments_item)

        waiver_reason: None | str
        if isinstance(self.waiver_reason, WaiverReason):
            waiver_reason = self.waiver_reason.value
        else:
            waiver_reason = self.waiver_reason

        waiver_asked_by: None | str
        waiver_asked_by = self.waiver_asked_by

        decided_by: None | str
        decided_by = self.decided_by

        decided_on: None | str
        if isinstance(self.decided_on, datetime.date):
            decided_on = self.decided_on.isoformat()
        else:
            decided_on = self.decided_on

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
                "award_id": award_id,
                "status": status,
                "cause": cause,
                "months": months,
                "total": total,
                "owed": owed,
                "under_way": under_way,
                "detected_by": detected_by,
                "detected_on": detected_on,
                "awareness": awareness,
                "explanation": explanation,
                "decision": decision,
                "decision_on": decision_on,
                "determined_by": determined_by,
                "determined_on": determined_on,
                "due_on": due_on,
                "limitation_on": limitation_on,
                "instalments": instalments,
                "not_planned": not_planned,
                "repayments": repayments,
                "waiver_reason": waiver_reason,
                "waiver_asked_by": waiver_asked_by,
                "decided_by": decided_by,
                "decided_on": decided_on,
                "version": version,
                "trace": trace,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.instalment_view import InstalmentView  # noqa: PLC0415
        from ..models.overpaid_month_view import OverpaidMonthView  # noqa: PLC0415
        from ..models.repayment_view import RepaymentView  # noqa: PLC0415
        from ..models.working_view import WorkingView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        award_id = UUID(d.pop("award_id"))

        status = OverpaymentState(d.pop("status"))

        cause = OverpaymentCause(d.pop("cause"))

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = OverpaidMonthView.from_dict(months_item_data)

            months.append(months_item)

        total = d.pop("total")

        owed = d.pop("owed")

        under_way = d.pop("under_way")

        detected_by = d.pop("detected_by")

        detected_on = datetime.date.fromisoformat(d.pop("detected_on"))

        def _parse_awareness(data: object) -> Awareness | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                awareness_type_0 = Awareness(data)

                return awareness_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Awareness | None, data)

        awareness = _parse_awareness(d.pop("awareness"))

        def _parse_explanation(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        explanation = _parse_explanation(d.pop("explanation"))

        def _parse_decision(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decision = _parse_decision(d.pop("decision"))

        def _parse_decision_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decision_on_type_0 = datetime.date.fromisoformat(data)

                return decision_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        decision_on = _parse_decision_on(d.pop("decision_on"))

        def _parse_determined_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        determined_by = _parse_determined_by(d.pop("determined_by"))

        def _parse_determined_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                determined_on_type_0 = datetime.date.fromisoformat(data)

                return determined_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        determined_on = _parse_determined_on(d.pop("determined_on"))

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        def _parse_limitation_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                limitation_on_type_0 = datetime.date.fromisoformat(data)

                return limitation_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        limitation_on = _parse_limitation_on(d.pop("limitation_on"))

        instalments = []
        _instalments = d.pop("instalments")
        for instalments_item_data in _instalments:
            instalments_item = InstalmentView.from_dict(instalments_item_data)

            instalments.append(instalments_item)

        not_planned = d.pop("not_planned")

        repayments = []
        _repayments = d.pop("repayments")
        for repayments_item_data in _repayments:
            repayments_item = RepaymentView.from_dict(repayments_item_data)

            repayments.append(repayments_item)

        def _parse_waiver_reason(data: object) -> None | WaiverReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                waiver_reason_type_0 = WaiverReason(data)

                return waiver_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaiverReason, data)

        waiver_reason = _parse_waiver_reason(d.pop("waiver_reason"))

        def _parse_waiver_asked_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        waiver_asked_by = _parse_waiver_asked_by(d.pop("waiver_asked_by"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        def _parse_decided_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_on_type_0 = datetime.date.fromisoformat(data)

                return decided_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        decided_on = _parse_decided_on(d.pop("decided_on"))

        version = d.pop("version")

        trace = []
        _trace = d.pop("trace")
        for trace_item_data in _trace:
            trace_item = WorkingView.from_dict(trace_item_data)

            trace.append(trace_item)

        overpayment_view = cls(
            id=id,
            client_id=client_id,
            award_id=award_id,
            status=status,
            cause=cause,
            months=months,
            total=total,
            owed=owed,
            under_way=under_way,
            detected_by=detected_by,
            detected_on=detected_on,
            awareness=awareness,
            explanation=explanation,
            decision=decision,
            decision_on=decision_on,
            determined_by=determined_by,
            determined_on=determined_on,
            due_on=due_on,
            limitation_on=limitation_on,
            instalments=instalments,
            not_planned=not_planned,
            repayments=repayments,
            waiver_reason=waiver_reason,
            waiver_asked_by=waiver_asked_by,
            decided_by=decided_by,
            decided_on=decided_on,
            version=version,
            trace=trace,
        )

        overpayment_view.additional_properties = d
        return overpayment_view

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
