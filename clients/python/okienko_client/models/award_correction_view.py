from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.correction_reason import CorrectionReason
from ..models.correction_state import CorrectionState

if TYPE_CHECKING:
    from ..models.month_view import MonthView
    from ..models.working_view import WorkingView


T = TypeVar("T", bound="AwardCorrectionView")


@_attrs_define
class AwardCorrectionView:
    """Months that take the place of months once a second person confirms it.

    Attributes:
        id (UUID):
        reason (CorrectionReason): Why months of an award are corrected.
        status (CorrectionState): Where a correction stands.
        replaced (list[MonthView]):
        months (list[MonthView]):
        proposed_by (str):
        proposed_on (datetime.date):
        decided_by (None | str):
        decided_on (datetime.date | None):
        trace (list[WorkingView]): Where it was worked out.
    """

    id: UUID
    reason: CorrectionReason
    status: CorrectionState
    replaced: list[MonthView]
    months: list[MonthView]
    proposed_by: str
    proposed_on: datetime.date
    decided_by: None | str
    decided_on: datetime.date | None
    trace: list[WorkingView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        reason = self.reason.value

        status = self.status.value

        replaced = []
        for replaced_item_data in self.replaced:
            replaced_item = replaced_item_data.to_dict()
            replaced.append(replaced_item)

        months = []
        for months_item_data in self.months:
            months_item = months_item_data.to_dict()
            months.append(months_item)

        proposed_by = self.proposed_by

        proposed_on = self.proposed_on.isoformat()

        decided_by: None | str
        decided_by = self.decided_by

        decided_on: None | str
        if isinstance(self.decided_on, datetime.date):
            decided_on = self.decided_on.isoformat()
        else:
            decided_on = self.decided_on

        trace = []
        for trace_item_data in self.trace:
            trace_item = trace_item_data.to_dict()
            trace.append(trace_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reason": reason,
                "status": status,
                "replaced": replaced,
                "months": months,
                "proposed_by": proposed_by,
                "proposed_on": proposed_on,
                "decided_by": decided_by,
                "decided_on": decided_on,
                "trace": trace,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.month_view import MonthView  # noqa: PLC0415
        from ..models.working_view import WorkingView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reason = CorrectionReason(d.pop("reason"))

        status = CorrectionState(d.pop("status"))

        replaced = []
        _replaced = d.pop("replaced")
        for replaced_item_data in _replaced:
            replaced_item = MonthView.from_dict(replaced_item_data)

            replaced.append(replaced_item)

        months = []
        _months = d.pop("months")
        for months_item_data in _months:
            months_item = MonthView.from_dict(months_item_data)

            months.append(months_item)

        proposed_by = d.pop("proposed_by")

        proposed_on = datetime.date.fromisoformat(d.pop("proposed_on"))

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

        trace = []
        _trace = d.pop("trace")
        for trace_item_data in _trace:
            trace_item = WorkingView.from_dict(trace_item_data)

            trace.append(trace_item)

        award_correction_view = cls(
            id=id,
            reason=reason,
            status=status,
            replaced=replaced,
            months=months,
            proposed_by=proposed_by,
            proposed_on=proposed_on,
            decided_by=decided_by,
            decided_on=decided_on,
            trace=trace,
        )

        award_correction_view.additional_properties = d
        return award_correction_view

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
