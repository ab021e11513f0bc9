from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.lost_benefit_mode import LostBenefitMode
from ..models.scope import Scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.continuation import Continuation
    from ..models.schedule_choice import ScheduleChoice
    from ..models.unemployment import Unemployment


T = TypeVar("T", bound="ApplyForAward")


@_attrs_define
class ApplyForAward:
    """Apply for degressive support.

    Attributes:
        client_id (UUID):
        employment_started_on (datetime.date):
        received_on (datetime.date | None | Unset): When the application came in; unsaid: today. No month before is
            paid.
        schedule (ScheduleChoice | Unset): Which schedule, and from when it runs: a preset, or one form of one's own;
            STEP-12 unsaid.
        scope (Scope | Unset): Which benefits count as lost.
        lost_benefit_mode (LostBenefitMode | Unset): Whether the lost benefit is fixed for the whole award.
        continuation (Continuation | None | Unset): Said: the allowance that goes on beside the job comes first.
        unemployment (None | Unemployment | Unset):
    """

    client_id: UUID
    employment_started_on: datetime.date
    received_on: datetime.date | None | Unset = UNSET
    schedule: ScheduleChoice | Unset = UNSET
    scope: Scope | Unset = UNSET
    lost_benefit_mode: LostBenefitMode | Unset = UNSET
    continuation: Continuation | None | Unset = UNSET
    unemployment: None | Unemployment | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        client_id = str(self.client_id)

        employment_started_on = self.employment_started_on.isoformat()

        received_on: None | str | Unset
        if isinstance(self.received_on, Unset):
            received_on = UNSET
        elif isinstance(self.received_on, datetime.date):
            received_on = self.received_on.isoformat()
        else:
            received_on = self.received_on

        schedule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.schedule, Unset):
            schedule = self.schedule.to_dict()

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.value

        lost_benefit_mode: str | Unset = UNSET
        if not isinstance(self.lost_benefit_mode, Unset):
            lost_benefit_mode = self.lost_benefit_mode.value

        continuation: dict[str, Any] | None | Unset
        if isinstance(self.continuation, Unset):
            continuation = UNSET
        elif isinstance(self.continuation, Continuation):
            continuation = self.continuation.to_dict()
        else:
            continuation = self.continuation

        unemployment: dict[str, Any] | None | Unset
        if isinstance(self.unemployment, Unset):
            unemployment = UNSET
        elif isinstance(self.unemployment, Unemployment):
            unemployment = self.unemployment.to_dict()
        else:
            unemployment = self.unemployment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "employment_started_on": employment_started_on,
            }
        )
        if received_on is not UNSET:
            field_dict["received_on"] = received_on
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if scope is not UNSET:
            field_dict["scope"] = scope
        if lost_benefit_mode is not UNSET:
            field_dict["lost_benefit_mode"] = lost_benefit_mode
        if continuation is not UNSET:
            field_dict["continuation"] = continuation
        if unemployment is not UNSET:
            field_dict["unemployment"] = unemployment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.schedule_choice import ScheduleChoice  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        employment_started_on = datetime.date.fromisoformat(d.pop("employment_started_on"))

        def _parse_received_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                received_on_type_0 = datetime.date.fromisoformat(data)

                return received_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        received_on = _parse_received_on(d.pop("received_on", UNSET))

        _schedule = d.pop("schedule", UNSET)
        schedule: ScheduleChoice | Unset
        if isinstance(_schedule, Unset):
            schedule = UNSET
        else:
            schedule = ScheduleChoice.from_dict(_schedule)

        _scope = d.pop("scope", UNSET)
        scope: Scope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = Scope(_scope)

        _lost_benefit_mode = d.pop("lost_benefit_mode", UNSET)
        lost_benefit_mode: LostBenefitMode | Unset
        if isinstance(_lost_benefit_mode, Unset):
            lost_benefit_mode = UNSET
        else:
            lost_benefit_mode = LostBenefitMode(_lost_benefit_mode)

        def _parse_continuation(data: object) -> Continuation | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                continuation_type_0 = Continuation.from_dict(data)

                return continuation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Continuation | None | Unset, data)

        continuation = _parse_continuation(d.pop("continuation", UNSET))

        def _parse_unemployment(data: object) -> None | Unemployment | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                unemployment_type_0 = Unemployment.from_dict(data)

                return unemployment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unemployment | Unset, data)

        unemployment = _parse_unemployment(d.pop("unemployment", UNSET))

        apply_for_award = cls(
            client_id=client_id,
            employment_started_on=employment_started_on,
            received_on=received_on,
            schedule=schedule,
            scope=scope,
            lost_benefit_mode=lost_benefit_mode,
            continuation=continuation,
            unemployment=unemployment,
        )

        return apply_for_award
