from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.award_end import AwardEnd
from ..models.award_state import AwardState
from ..models.lost_benefit_mode import LostBenefitMode
from ..models.rejection_reason import RejectionReason
from ..models.scope import Scope
from ..models.suspension_reason import SuspensionReason

if TYPE_CHECKING:
    from ..models.award_correction_view import AwardCorrectionView
    from ..models.month_view import MonthView
    from ..models.working_view import WorkingView


T = TypeVar("T", bound="AwardView")


@_attrs_define
class AwardView:
    """An award with its months and the working that justifies them.

    Attributes:
        id (UUID):
        client_id (UUID):
        status (AwardState): Where an award stands.
        lost_benefit (str):
        schedule (str):
        scope (Scope): Which benefits count as lost.
        lost_benefit_mode (LostBenefitMode): Whether the lost benefit is fixed for the whole award.
        months (list[MonthView]):
        total (str):
        from_ (str):
        to (str):
        employment_started_on (datetime.date):
        received_on (datetime.date | None):
        computed_by (str):
        approved_by (None | str):
        approved_on (datetime.date | None):
        rejected_by (None | str):
        rejected_on (datetime.date | None):
        rejection_reason (None | RejectionReason):
        suspended_from (datetime.date | None): The first day without support.
        suspension_reason (None | SuspensionReason):
        steps_left (int): Steps that wait for work to begin again.
        resumable_from (datetime.date | None): Work began again on this day: it can be resumed.
        resumable_employment (None | UUID):
        recompute_from (None | str): Incomes changed: to be worked out anew from this month.
        ended_on (datetime.date | None): The last day that can be paid.
        ended_by (None | str):
        end_reason (AwardEnd | None):
        corrections (list[AwardCorrectionView]):
        version (int):
        trace (list[WorkingView]): In the order of computation.
    """

    id: UUID
    client_id: UUID
    status: AwardState
    lost_benefit: str
    schedule: str
    scope: Scope
    lost_benefit_mode: LostBenefitMode
    months: list[MonthView]
    total: str
    from_: str
    to: str
    employment_started_on: datetime.date
    received_on: datetime.date | None
    computed_by: str
    approved_by: None | str
    approved_on: datetime.date | None
    rejected_by: None | str
    rejected_on: datetime.date | None
    rejection_reason: None | RejectionReason
    suspended_from: datetime.date | None
    suspension_reason: None | SuspensionReason
    steps_left: int
    resumable_from: datetime.date | None
    resumable_employment: None | UUID
    recompute_from: None | str
    ended_on: datetime.date | None
    ended_by: None | str
    end_reason: AwardEnd | None
    corrections: list[AwardCorrectionView]
    version: int
    trace: list[WorkingView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        status = self.status.value

        lost_benefit = self.lost_benefit

        schedule = self.schedule

        scope = self.scope.value

        lost_benefit_mode = self.lost_benefit_mode.value

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        total = self.total

        from_ = self.from_

        to = self.to

        employment_started_on = self.employment_started_on.isoformat()

        received_on: None | str
        if isinstance(self.received_on, datetime.date):
            received_on = self.received_on.isoformat()
        else:
            received_on = self.received_on

        computed_by = self.computed_by

        approved_by: None | str
        approved_by = self.approved_by

        approved_on: None | str
        if isinstance(self.approved_on, datetime.date):
            approved_on = self.approved_on.isoformat()
        else:
            approved_on = self.approved_on

        rejected_by: None | str
        rejected_by = self.rejected_by

        rejected_on: None | str
        if isinstance(self.rejected_on, datetime.date):
            rejected_on = self.rejected_on.isoformat()
        else:
            rejected_on = self.rejected_on

        rejection_reason: None | str
        if isinstance(self.rejection_reason, RejectionReason):
            rejection_reason = self.rejection_reason.value
        else:
            rejection_reason = self.rejection_reason

        suspended_from: None | str
        if isinstance(self.suspended_from, datetime.date):
            suspended_from = self.suspended_from.isoformat()
        else:
            suspended_from = self.suspended_from

        suspension_reason: None | str
        if isinstance(self.suspension_reason, SuspensionReason):
            suspension_reason = self.suspension_reason.value
        else:
            suspension_reason = self.suspension_reason

        steps_left = self.steps_left

        resumable_from: None | str
        if isinstance(self.resumable_from, datetime.date):
            resumable_from = self.resumable_from.isoformat()
        else:
            resumable_from = self.resumable_from

        resumable_employment: None | str
        if isinstance(self.resumable_employment, UUID):
            resumable_employment = str(self.resumable_employment)
        else:
            resumable_employment = self.resumable_employment

        recompute_from: None | str
        recompute_from = self.recompute_from

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        ended_by: None | str
        ended_by = self.ended_by

        end_reason: None | str
        if isinstance(self.end_reason, AwardEnd):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        corrections = []
        for corrections_item_data in self.corrections:
            corrections_item = corrections_item_data.to_dict()
            corrections.append(corrections_item)

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
                "status": status,
                "lost_benefit": lost_benefit,
                "schedule": schedule,
                "scope": scope,
                "lost_benefit_mode": lost_benefit_mode,
                "months": months,
                "total": total,
                "from": from_,
                "to": to,
                "employment_started_on": employment_started_on,
                "received_on": received_on,
                "computed_by": computed_by,
                "approved_by": approved_by,
                "approved_on": approved_on,
                "rejected_by": rejected_by,
                "rejected_on": rejected_on,
                "rejection_reason": rejection_reason,
                "suspended_from": suspended_from,
                "suspension_reason": suspension_reason,
                "steps_left": steps_left,
                "resumable_from": resumable_from,
                "resumable_employment": resumable_employment,
                "recompute_from": recompute_from,
                "ended_on": ended_on,
                "ended_by": ended_by,
                "end_reason": end_reason,
                "corrections": corrections,
                "version": version,
                "trace": trace,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.award_correction_view import AwardCorrectionView  # noqa: PLC0415
        from ..models.month_view import MonthView  # noqa: PLC0415
        from ..models.working_view import WorkingView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        status = AwardState(d.pop("status"))

        lost_benefit = d.pop("lost_benefit")

        schedule = d.pop("schedule")

        scope = Scope(d.pop("scope"))

        lost_benefit_mode = LostBenefitMode(d.pop("lost_benefit_mode"))

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthView.from_dict(months_item_data)

            months.append(months_item)

        total = d.pop("total")

        from_ = d.pop("from")

        to = d.pop("to")

        employment_started_on = datetime.date.fromisoformat(d.pop("employment_started_on"))

        def _parse_received_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                received_on_type_0 = datetime.date.fromisoformat(data)

                return received_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        received_on = _parse_received_on(d.pop("received_on"))

        computed_by = d.pop("computed_by")

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

        def _parse_rejected_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        rejected_by = _parse_rejected_by(d.pop("rejected_by"))

        def _parse_rejected_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rejected_on_type_0 = datetime.date.fromisoformat(data)

                return rejected_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        rejected_on = _parse_rejected_on(d.pop("rejected_on"))

        def _parse_rejection_reason(data: object) -> None | RejectionReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                rejection_reason_type_0 = RejectionReason(data)

                return rejection_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RejectionReason, data)

        rejection_reason = _parse_rejection_reason(d.pop("rejection_reason"))

        def _parse_suspended_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                suspended_from_type_0 = datetime.date.fromisoformat(data)

                return suspended_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        suspended_from = _parse_suspended_from(d.pop("suspended_from"))

        def _parse_suspension_reason(data: object) -> None | SuspensionReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                suspension_reason_type_0 = SuspensionReason(data)

                return suspension_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SuspensionReason, data)

        suspension_reason = _parse_suspension_reason(d.pop("suspension_reason"))

        steps_left = d.pop("steps_left")

        def _parse_resumable_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumable_from_type_0 = datetime.date.fromisoformat(data)

                return resumable_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        resumable_from = _parse_resumable_from(d.pop("resumable_from"))

        def _parse_resumable_employment(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                resumable_employment_type_0 = UUID(data)

                return resumable_employment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        resumable_employment = _parse_resumable_employment(d.pop("resumable_employment"))

        def _parse_recompute_from(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        recompute_from = _parse_recompute_from(d.pop("recompute_from"))

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

        def _parse_ended_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ended_by = _parse_ended_by(d.pop("ended_by"))

        def _parse_end_reason(data: object) -> AwardEnd | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = AwardEnd(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AwardEnd | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        corrections = []
        _corrections = d.pop("corrections")
        for corrections_item_data in _corrections:
            corrections_item = AwardCorrectionView.from_dict(corrections_item_data)

            corrections.append(corrections_item)

        version = d.pop("version")

        trace = []
        _trace = d.pop("trace")
        for trace_item_data in _trace:
            trace_item = WorkingView.from_dict(trace_item_data)

            trace.append(trace_item)

        award_view = cls(
            id=id,
            client_id=client_id,
            status=status,
            lost_benefit=lost_benefit,
            schedule=schedule,
            scope=scope,
            lost_benefit_mode=lost_benefit_mode,
            months=months,
            total=total,
            from_=from_,
            to=to,
            employment_started_on=employment_started_on,
            received_on=received_on,
            computed_by=computed_by,
            approved_by=approved_by,
            approved_on=approved_on,
            rejected_by=rejected_by,
            rejected_on=rejected_on,
            rejection_reason=rejection_reason,
            suspended_from=suspended_from,
            suspension_reason=suspension_reason,
            steps_left=steps_left,
            resumable_from=resumable_from,
            resumable_employment=resumable_employment,
            recompute_from=recompute_from,
            ended_on=ended_on,
            ended_by=ended_by,
            end_reason=end_reason,
            corrections=corrections,
            version=version,
            trace=trace,
        )

        award_view.additional_properties = d
        return award_view

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
