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
    from ..models.family_allowance_facts import FamilyAllowanceFacts
    from ..models.home_costs import HomeCosts
    from ..models.later_incomes import LaterIncomes
    from ..models.receipt import Receipt
    from ..models.schedule_choice import ScheduleChoice
    from ..models.unemployment import Unemployment


T = TypeVar("T", bound="WhatIfOfClient")


@_attrs_define
class WhatIfOfClient:
    """A job for a client whose household and incomes are known.

    Attributes:
        on (datetime.date): The first day of work.
        incomes_after (list[Receipt] | None | Unset): From the first month of the job on; unsaid: what was declared for
            it.
        incomes_later (list[LaterIncomes] | Unset):
        scope (Scope | Unset): Which benefits count as lost.
        lost_benefit_mode (LostBenefitMode | Unset): Whether the lost benefit is fixed for the whole award.
        schedule (ScheduleChoice | Unset): Which schedule, and from when it runs: a preset, or one form of one's own;
            STEP-12 unsaid.
        home (HomeCosts | None | Unset):
        family_allowance (FamilyAllowanceFacts | None | Unset):
        applicant_unable_to_work (bool | Unset):  Default: False.
        unemployment (None | Unemployment | Unset):
        continuation (Continuation | None | Unset):
    """

    on: datetime.date
    incomes_after: list[Receipt] | None | Unset = UNSET
    incomes_later: list[LaterIncomes] | Unset = UNSET
    scope: Scope | Unset = UNSET
    lost_benefit_mode: LostBenefitMode | Unset = UNSET
    schedule: ScheduleChoice | Unset = UNSET
    home: HomeCosts | None | Unset = UNSET
    family_allowance: FamilyAllowanceFacts | None | Unset = UNSET
    applicant_unable_to_work: bool | Unset = False
    unemployment: None | Unemployment | Unset = UNSET
    continuation: Continuation | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.family_allowance_facts import FamilyAllowanceFacts  # noqa: PLC0415
        from ..models.home_costs import HomeCosts  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        on = self.on.isoformat()

        incomes_after: list[dict[str, Any]] | None | Unset
        if isinstance(self.incomes_after, Unset):
            incomes_after = UNSET
        elif isinstance(self.incomes_after, list):
            incomes_after = []
            for incomes_after_type_0_item_data in self.incomes_after:
                incomes_after_type_0_item = incomes_after_type_0_item_data.to_dict()
                incomes_after.append(incomes_after_type_0_item)

        else:
            incomes_after = self.incomes_after

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

        home: dict[str, Any] | None | Unset
        if isinstance(self.home, Unset):
            home = UNSET
        elif isinstance(self.home, HomeCosts):
            home = self.home.to_dict()
        else:
            home = self.home

        family_allowance: dict[str, Any] | None | Unset
        if isinstance(self.family_allowance, Unset):
            family_allowance = UNSET
        elif isinstance(self.family_allowance, FamilyAllowanceFacts):
            family_allowance = self.family_allowance.to_dict()
        else:
            family_allowance = self.family_allowance

        applicant_unable_to_work = self.applicant_unable_to_work

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
            }
        )
        if incomes_after is not UNSET:
            field_dict["incomes_after"] = incomes_after
        if incomes_later is not UNSET:
            field_dict["incomes_later"] = incomes_later
        if scope is not UNSET:
            field_dict["scope"] = scope
        if lost_benefit_mode is not UNSET:
            field_dict["lost_benefit_mode"] = lost_benefit_mode
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if home is not UNSET:
            field_dict["home"] = home
        if family_allowance is not UNSET:
            field_dict["family_allowance"] = family_allowance
        if applicant_unable_to_work is not UNSET:
            field_dict["applicant_unable_to_work"] = applicant_unable_to_work
        if unemployment is not UNSET:
            field_dict["unemployment"] = unemployment
        if continuation is not UNSET:
            field_dict["continuation"] = continuation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.continuation import Continuation  # noqa: PLC0415
        from ..models.family_allowance_facts import FamilyAllowanceFacts  # noqa: PLC0415
        from ..models.home_costs import HomeCosts  # noqa: PLC0415
        from ..models.later_incomes import LaterIncomes  # noqa: PLC0415
        from ..models.receipt import Receipt  # noqa: PLC0415
        from ..models.schedule_choice import ScheduleChoice  # noqa: PLC0415
        from ..models.unemployment import Unemployment  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        def _parse_incomes_after(data: object) -> list[Receipt] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                incomes_after_type_0 = []
                _incomes_after_type_0 = data
                for incomes_after_type_0_item_data in _incomes_after_type_0:
                    incomes_after_type_0_item = Receipt.from_dict(incomes_after_type_0_item_data)

                    incomes_after_type_0.append(incomes_after_type_0_item)

                return incomes_after_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[Receipt] | None | Unset, data)

        incomes_after = _parse_incomes_after(d.pop("incomes_after", UNSET))

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

        def _parse_home(data: object) -> HomeCosts | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                home_type_0 = HomeCosts.from_dict(data)

                return home_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HomeCosts | None | Unset, data)

        home = _parse_home(d.pop("home", UNSET))

        def _parse_family_allowance(data: object) -> FamilyAllowanceFacts | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                family_allowance_type_0 = FamilyAllowanceFacts.from_dict(data)

                return family_allowance_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FamilyAllowanceFacts | None | Unset, data)

        family_allowance = _parse_family_allowance(d.pop("family_allowance", UNSET))

        applicant_unable_to_work = d.pop("applicant_unable_to_work", UNSET)

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

        what_if_of_client = cls(
            on=on,
            incomes_after=incomes_after,
            incomes_later=incomes_later,
            scope=scope,
            lost_benefit_mode=lost_benefit_mode,
            schedule=schedule,
            home=home,
            family_allowance=family_allowance,
            applicant_unable_to_work=applicant_unable_to_work,
            unemployment=unemployment,
            continuation=continuation,
        )

        return what_if_of_client
