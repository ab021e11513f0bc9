from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.referral_state import ReferralState
from ..models.urgency import Urgency

T = TypeVar("T", bound="SummaryReferral")


@_attrs_define
class SummaryReferral:
    """An open referral with its clocks.

    Attributes:
        referral_id (UUID):
        purpose (str):
        urgency (Urgency): How soon somebody must act.
        state (ReferralState): Where a referral stands.
        other (None | UUID): Who sent it, or whom it was sent to.
        other_name (None | str):
        answer_due_on (datetime.date | None):
        expires_on (datetime.date | None):
        first_visit_on (datetime.date | None):
        rests_on_adviser (bool): The adviser sent it and it is unanswered: without being kept it falls away.
    """

    referral_id: UUID
    purpose: str
    urgency: Urgency
    state: ReferralState
    other: None | UUID
    other_name: None | str
    answer_due_on: datetime.date | None
    expires_on: datetime.date | None
    first_visit_on: datetime.date | None
    rests_on_adviser: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        referral_id = str(self.referral_id)

        purpose = self.purpose

        urgency = self.urgency.value

        state = self.state.value

        other: None | str
        if isinstance(self.other, UUID):
            other = str(self.other)
        else:
            other = self.other

        other_name: None | str
        other_name = self.other_name

        answer_due_on: None | str
        if isinstance(self.answer_due_on, datetime.date):
            answer_due_on = self.answer_due_on.isoformat()
        else:
            answer_due_on = self.answer_due_on

        expires_on: None | str
        if isinstance(self.expires_on, datetime.date):
            expires_on = self.expires_on.isoformat()
        else:
            expires_on = self.expires_on

        first_visit_on: None | str
        if isinstance(self.first_visit_on, datetime.date):
            first_visit_on = self.first_visit_on.isoformat()
        else:
            first_visit_on = self.first_visit_on

        rests_on_adviser = self.rests_on_adviser

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "referral_id": referral_id,
                "purpose": purpose,
                "urgency": urgency,
                "state": state,
                "other": other,
                "other_name": other_name,
                "answer_due_on": answer_due_on,
                "expires_on": expires_on,
                "first_visit_on": first_visit_on,
                "rests_on_adviser": rests_on_adviser,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        referral_id = UUID(d.pop("referral_id"))

        purpose = d.pop("purpose")

        urgency = Urgency(d.pop("urgency"))

        state = ReferralState(d.pop("state"))

        def _parse_other(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                other_type_0 = UUID(data)

                return other_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        other = _parse_other(d.pop("other"))

        def _parse_other_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        other_name = _parse_other_name(d.pop("other_name"))

        def _parse_answer_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_due_on_type_0 = datetime.date.fromisoformat(data)

                return answer_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answer_due_on = _parse_answer_due_on(d.pop("answer_due_on"))

        def _parse_expires_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_on_type_0 = datetime.date.fromisoformat(data)

                return expires_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        expires_on = _parse_expires_on(d.pop("expires_on"))

        def _parse_first_visit_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_visit_on_type_0 = datetime.date.fromisoformat(data)

                return first_visit_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first_visit_on = _parse_first_visit_on(d.pop("first_visit_on"))

        rests_on_adviser = d.pop("rests_on_adviser")

        summary_referral = cls(
            referral_id=referral_id,
            purpose=purpose,
            urgency=urgency,
            state=state,
            other=other,
            other_name=other_name,
            answer_due_on=answer_due_on,
            expires_on=expires_on,
            first_visit_on=first_visit_on,
            rests_on_adviser=rests_on_adviser,
        )

        summary_referral.additional_properties = d
        return summary_referral

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
