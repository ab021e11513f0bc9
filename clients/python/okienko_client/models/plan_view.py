from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.end_reason import EndReason
from ..models.plan_status import PlanStatus
from ..models.plan_withheld import PlanWithheld
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.diagnosis_view import DiagnosisView
    from ..models.goal_view import GoalView
    from ..models.lead_view import LeadView
    from ..models.plan_health import PlanHealth
    from ..models.plan_part_view import PlanPartView
    from ..models.plan_review_view import PlanReviewView
    from ..models.plan_warning import PlanWarning
    from ..models.support_view import SupportView


T = TypeVar("T", bound="PlanView")


@_attrs_define
class PlanView:
    """The combined support plan of a client (jeden plan wsparcia), cut to what you may know.

    Goals, actions, supports and how each part stands are for everybody who reads it.

        Attributes:
            id (UUID):
            client_id (UUID):
            status (PlanStatus): Where the plan stands.
            version (int):
            lead (LeadView | None):
            diagnosis (DiagnosisView): What all institutions go by.
            goals (list[GoalView]):
            parts (list[PlanPartView]):
            supports (list[SupportView]):
            reviews (list[PlanReviewView]):
            proposed_on (datetime.date | None):
            agreed_on (datetime.date | None):
            active_from (datetime.date | None):
            review_on (datetime.date | None): The next review.
            ends_on (datetime.date | None):
            ended_on (datetime.date | None):
            end_reason (EndReason | None):
            summary (None | str): What was reached, at its end.
            withheld (list[PlanWithheld]): What of it is not for you, whether or not anything stands there.
            warnings (list[PlanWarning] | Unset): What does not go together, as of today.
            health (None | PlanHealth | Unset): The last step of each institution and what comes next.
    """

    id: UUID
    client_id: UUID
    status: PlanStatus
    version: int
    lead: LeadView | None
    diagnosis: DiagnosisView
    goals: list[GoalView]
    parts: list[PlanPartView]
    supports: list[SupportView]
    reviews: list[PlanReviewView]
    proposed_on: datetime.date | None
    agreed_on: datetime.date | None
    active_from: datetime.date | None
    review_on: datetime.date | None
    ends_on: datetime.date | None
    ended_on: datetime.date | None
    end_reason: EndReason | None
    summary: None | str
    withheld: list[PlanWithheld]
    warnings: list[PlanWarning] | Unset = UNSET
    health: None | PlanHealth | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.lead_view import LeadView  # noqa: PLC0415
        from ..models.plan_health import PlanHealth  # noqa: PLC0415

        id = str(self.id)

        client_id = str(self.client_id)

        status = self.status.value

        version = self.version

        lead: dict[str, Any] | None
        if isinstance(self.lead, LeadView):
            lead = self.lead.to_dict()
        else:
            lead = self.lead

        diagnosis = self.diagnosis.to_dict()

        goals = []
        for goals_item_data in self.goals:
            goals_item = goals_item_data.to_dict()
            goals.append(goals_item)

        parts = []
        for parts_item_data in self.parts:
            parts_item = parts_item_data.to_dict()
            parts.append(parts_item)

        supports = []
        for supports_item_data in self.supports:
            supports_item = supports_item_data.to_dict()
            supports.append(supports_item)

        reviews = []
        for reviews_item_data in self.reviews:
            reviews_item = reviews_item_data.to_dict()
            reviews.append(reviews_item)

        proposed_on: None | str
        if isinstance(self.proposed_on, datetime.date):
            proposed_on = self.proposed_on.isoformat()
        else:
            proposed_on = self.proposed_on

        agreed_on: None | str
        if isinstance(self.agreed_on, datetime.date):
            agreed_on = self.agreed_on.isoformat()
        else:
            agreed_on = self.agreed_on

        active_from: None | str
        if isinstance(self.active_from, datetime.date):
            active_from = self.active_from.isoformat()
        else:
            active_from = self.active_from

        review_on: None | str
        if isinstance(self.review_on, datetime.date):
            review_on = self.review_on.isoformat()
        else:
            review_on = self.review_on

        ends_on: None | str
        if isinstance(self.ends_on, datetime.date):
            ends_on = self.ends_on.isoformat()
        else:
            ends_on = self.ends_on

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        end_reason: None | str
        if isinstance(self.end_reason, EndReason):
            end_reason = self.end_reason.value
        else:
            end_reason = self.end_reason

        summary: None | str
        summary = self.summary

        withheld = []
        for withheld_item_data in self.withheld:
            withheld_item = withheld_item_data.value
            withheld.append(withheld_item)

        warnings: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.warnings, Unset):
            warnings = []
            for warnings_item_data in self.warnings:
                warnings_item = warnings_item_data.to_dict()
                warnings.append(warnings_item)

        health: dict[str, Any] | None | Unset
        if isinstance(self.health, Unset):
            health = UNSET
        elif isinstance(self.health, PlanHealth):
            health = self.health.to_dict()
        else:
            health = self.health

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "status": status,
                "version": version,
                "lead": lead,
                "diagnosis": diagnosis,
                "goals": goals,
                "parts": parts,
                "supports": supports,
                "reviews": reviews,
                "proposed_on": proposed_on,
                "agreed_on": agreed_on,
                "active_from": active_from,
                "review_on": review_on,
                "ends_on": ends_on,
                "ended_on": ended_on,
                "end_reason": end_reason,
                "summary": summary,
                "withheld": withheld,
            }
        )
        if warnings is not UNSET:
            field_dict["warnings"] = warnings
        if health is not UNSET:
            field_dict["health"] = health

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.diagnosis_view import DiagnosisView  # noqa: PLC0415
        from ..models.goal_view import GoalView  # noqa: PLC0415
        from ..models.lead_view import LeadView  # noqa: PLC0415
        from ..models.plan_health import PlanHealth  # noqa: PLC0415
        from ..models.plan_part_view import PlanPartView  # noqa: PLC0415
        from ..models.plan_review_view import PlanReviewView  # noqa: PLC0415
        from ..models.plan_warning import PlanWarning  # noqa: PLC0415
        from ..models.support_view import SupportView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        status = PlanStatus(d.pop("status"))

        version = d.pop("version")

        def _parse_lead(data: object) -> LeadView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                lead_type_0 = LeadView.from_dict(data)

                return lead_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LeadView | None, data)

        lead = _parse_lead(d.pop("lead"))

        diagnosis = DiagnosisView.from_dict(d.pop("diagnosis"))

        goals = []
        _goals = d.pop("goals")
        for goals_item_data in _goals:
            goals_item = GoalView.from_dict(goals_item_data)

            goals.append(goals_item)

        parts = []
        _parts = d.pop("parts")
        for parts_item_data in _parts:
            parts_item = PlanPartView.from_dict(parts_item_data)

            parts.append(parts_item)

        supports = []
        _supports = d.pop("supports")
        for supports_item_data in _supports:
            supports_item = SupportView.from_dict(supports_item_data)

            supports.append(supports_item)

        reviews = []
        _reviews = d.pop("reviews")
        for reviews_item_data in _reviews:
            reviews_item = PlanReviewView.from_dict(reviews_item_data)

            reviews.append(reviews_item)

        def _parse_proposed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                proposed_on_type_0 = datetime.date.fromisoformat(data)

                return proposed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        proposed_on = _parse_proposed_on(d.pop("proposed_on"))

        def _parse_agreed_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                agreed_on_type_0 = datetime.date.fromisoformat(data)

                return agreed_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        agreed_on = _parse_agreed_on(d.pop("agreed_on"))

        def _parse_active_from(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                active_from_type_0 = datetime.date.fromisoformat(data)

                return active_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        active_from = _parse_active_from(d.pop("active_from"))

        def _parse_review_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                review_on_type_0 = datetime.date.fromisoformat(data)

                return review_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        review_on = _parse_review_on(d.pop("review_on"))

        def _parse_ends_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ends_on_type_0 = datetime.date.fromisoformat(data)

                return ends_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ends_on = _parse_ends_on(d.pop("ends_on"))

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

        def _parse_end_reason(data: object) -> EndReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_reason_type_0 = EndReason(data)

                return end_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EndReason | None, data)

        end_reason = _parse_end_reason(d.pop("end_reason"))

        def _parse_summary(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        summary = _parse_summary(d.pop("summary"))

        withheld = []
        _withheld = d.pop("withheld")
        for withheld_item_data in _withheld:
            withheld_item = PlanWithheld(withheld_item_data)

            withheld.append(withheld_item)

        _warnings = d.pop("warnings", UNSET)
        warnings: list[PlanWarning] | Unset = UNSET
        if _warnings is not UNSET:
            warnings = []
            for warnings_item_data in _warnings:
                warnings_item = PlanWarning.from_dict(warnings_item_data)

                warnings.append(warnings_item)

        def _parse_health(data: object) -> None | PlanHealth | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                health_type_0 = PlanHealth.from_dict(data)

                return health_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PlanHealth | Unset, data)

        health = _parse_health(d.pop("health", UNSET))

        plan_view = cls(
            id=id,
            client_id=client_id,
            status=status,
            version=version,
            lead=lead,
            diagnosis=diagnosis,
            goals=goals,
            parts=parts,
            supports=supports,
            reviews=reviews,
            proposed_on=proposed_on,
            agreed_on=agreed_on,
            active_from=active_from,
            review_on=review_on,
            ends_on=ends_on,
            ended_on=ended_on,
            end_reason=end_reason,
            summary=summary,
            withheld=withheld,
            warnings=warnings,
            health=health,
        )

        plan_view.additional_properties = d
        return plan_view

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
