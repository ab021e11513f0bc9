from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.lost_benefit_mode import LostBenefitMode
from ..models.scope import Scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.continuation import Continuation
    from ..models.household import Household
    from ..models.later_incomes import LaterIncomes
    from ..models.receipt import Receipt
    from ..models.schedule_choice import ScheduleChoice
    from ..models.unemployment import Unemployment


T = TypeVar("T", bound="WhatIf")


@_attrs_define
class WhatIf:
    """A household and a job: what she loses, what she gets instead, month by month.

    Attributes:
        on (datetime.date): The first day of work.
        municipality (str):
        household (Household): Who lives and runs the house together (art. 6 pkt 14 u.p.s.).
        incomes_after (list[Receipt]): From the first month of the job on.
        incomes_before (list[Receipt] | Unset): Of the month before the job.
        incomes_later (list[LaterIncomes] | Unset):
        scope (Scope | Unset): Which benefits count as lost.
        lost_benefit_mode (LostBenefitMode | Unset): Whether the lost benefit is fixed for the whole award.
        schedule (ScheduleChoice | Unset): Which schedule, and from when it runs: a preset, or one form of one's own;
            STEP-12 unsaid.
        unemployment (None | Unemployment | Unset):
        continuation (Continuation | None | Unset):
        not_before (datetime.date | None | Unset): Support is paid from no earlier day: applied for late.
    """

    on: datetime.date
    municipality: str
    household: Household
    incomes_after: list[Receipt]
    incomes_before: list[Receipt] | Unset = UNSET
    incomes_later: list[LaterIncomes] | Unset = UNSET
    scope: Scope | Unset = UNSET
    lost_benefit_mode: LostBenefitMode | Unset = UNSET
    schedule: ScheduleChoice | Unset = UNSET
    unemployment: None | Unemployment | Unset = UNSET
    continuation: Continuation | None | Unset = UNSET
    not_before: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        on = self.on.isoformat()

        municipality = self.municipality

        household = self.household.to_dict()

        incomes_after = []
        for incomes_after_item_data in self.incomes_after:
            incomes_after_item = incomes_after_item_data.to_dict()
            incomes_after.append(incomes_after_item)

        incomes_before: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.incomes_before, Unset):
            incomes_before = []
            for incomes_before_item_data in self.incomes_before:
                incomes_before_item = incomes_before_item_data.to_dict()
                incomes_before.append(incomes_before_item)

        incomes_later: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.incomes_later, Unset):
            incomes_later = []
            for incomes_later_item_data in self.incomes_later:
                incomes_later_item = incomes_later_item_data.to_dict()
                incomes_later.append(incomes_later_item)

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.value

        lost_benefit_mode: str | Unset = UNSET
        if not isinstance(self.lost_benefit_mode, Unset):
            lost_benefit_mode = self.lost_benefit_mode.value

        schedule: dict[str, Any] | Unset = UNSET
        if not isinstance(self.schedule, Unset):
            schedule = self.schedule.to_dict()

        unemployment: dict[str, Any] | None | Unset
        if isinstance(self.unemployment, Unset):
            unemployment = UNSET
        elif isinstance(self.unemployment, Unemployment):
            unemployment = self.unemployment.to_dict()
        else:
            unemployment = self.unemployment

        continuation: dict[str, Any] | None | Unset
        if isinstance(self.continuation, Unset):
            continuation = UNSET
        elif isinstance(self.continuation, Continuation):
            continuation = self.continuation.to_dict()
        else:
            continuation = self.continuation

        not_before: None | str | Unset
        if isinstance(self.not_before, Unset):
            not_before = UNSET
        elif isinstance(self.not_before, datetime.date):
            not_before = self.not_before.isoformat()
        else:
            not_before = self.not_before

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
                "municipality": municipality,
                "household": household,
                "incomes_after": incomes_after,
            }
        )
        if incomes_before is not UNSET:
            field_dict["incomes_before"] = incomes_before
        if incomes_later is not UNSET:
            field_dict["incomes_later"] = incomes_later
        if scope is not UNSET:
            field_dict["scope"] = scope
        if lost_benefit_mode is not UNSET:
            field_dict["lost_benefit_mode"] = lost_benefit_mode
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if unemployment is not UNSET:
            field_dict["unemployment"] = unemployment
        if continuation is not UNSET:
            field_dict["continuation"] = continuation
        if not_before is not UNSET:
            field_dict["not_before"] = not_before

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.household import Household  # noqa: PLC0415
        from ..models.later_incomes import LaterIncomes  # noqa: PLC0415
        from ..models.receipt import Receipt  # noqa: PLC0415
        from ..models.schedule_choice import ScheduleChoice  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        municipality = d.pop("municipality")

        household = Household.from_dict(d.pop("household"))

        incomes_after = []
        _incomes_after = d.pop("incomes_after")
        for incomes_after_item_data in _incomes_after:
            incomes_after_item = Receipt.from_dict(incomes_after_item_data)

            incomes_after.append(incomes_after_item)

        _incomes_before = d.pop("incomes_before", UNSET)
        incomes_before: list[Receipt] | Unset = UNSET
        if _incomes_before is not UNSET:
            incomes_before = []
            for incomes_before_item_data in _incomes_before:
                incomes_before_item = Receipt.from_dict(incomes_before_item_data)

                incomes_before.append(incomes_before_item)

        _incomes_later = d.pop("incomes_later", UNSET)
        incomes_later: list[LaterIncomes] | Unset = UNSET
        if _incomes_later is not UNSET:
            incomes_later = []
            for incomes_later_item_data in _incomes_later:
                incomes_later_item = LaterIncomes.from_dict(incomes_later_item_data)

                incomes_later.append(incomes_later_item)

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

        _schedule = d.pop("schedule", UNSET)
        schedule: ScheduleChoice | Unset
        if isinstance(_schedule, Unset):
            schedule = UNSET
        else:
            schedule = ScheduleChoice.from_dict(_schedule)

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

        def _parse_not_before(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                not_before_type_0 = datetime.date.fromisoformat(data)

                return not_before_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        not_before = _parse_not_before(d.pop("not_before", UNSET))

        what_if = cls(
            on=on,
            municipality=municipality,
            household=household,
            incomes_after=incomes_after,
            incomes_before=incomes_before,
            incomes_later=incomes_later,
            scope=scope,
            lost_benefit_mode=lost_benefit_mode,
            schedule=schedule,
            unemployment=unemployment,
            continuation=continuation,
            not_before=not_before,
        )

        return what_if
