from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.appointment import Appointment
from ..models.referral_state import ReferralState
from ..models.urgency import Urgency

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="AnswerSheet")


@_attrs_define
class AnswerSheet:
    """A referral to be answered (skierowanie, na które się odpowiada).

    Attributes:
        id (UUID):
        number (str): The end of its id: to tell referrals apart.
        from_ (PartyView): An institution by name.
        to (None | PartyView):
        purpose (None | str):
        urgency (Urgency): How soon somebody must act.
        state (ReferralState): Where a referral stands.
        question (None | str):
        supplied (None | str):
        appointment (Appointment | None):
        first_visit_on (datetime.date | None):
        first_visit_at (None | str):
        place (None | str):
        planned_end_on (datetime.date | None):
        sent_on (datetime.date):
        answer_due_on (datetime.date | None):
        expires_on (datetime.date | None):
        allowed (list[str]): Addresses under this referral that take a step now.
        version (int):
    """

    id: UUID
    number: str
    from_: PartyView
    to: None | PartyView
    purpose: None | str
    urgency: Urgency
    state: ReferralState
    question: None | str
    supplied: None | str
    appointment: Appointment | None
    first_visit_on: datetime.date | None
    first_visit_at: None | str
    place: None | str
    planned_end_on: datetime.date | None
    sent_on: datetime.date
    answer_due_on: datetime.date | None
    expires_on: datetime.date | None
    allowed: list[str]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.party_view import PartyView  # noqa: PLC0415

        id = str(self.id)

        number = self.number

        from_ = self.from_.to_dict()

        to: dict[str, Any] | None
        if isinstance(self.to, PartyView):
            to = self.to.to_dict()
        else:
            to = self.to

        purpose: None | str
        purpose = self.purpose

        urgency = self.urgency.value

        state = self.state.value

        question: None | str
        question = self.question

        supplied: None | str
        supplied = self.supplied

        appointment: None | str
        if isinstance(self.appointment, Appointment):
            appointment = self.appointment.value
        else:
            appointment = self.appointment

        first_visit_on: None | str
        if isinstance(self.first_visit_on, datetime.date):
            first_visit_on = self.first_visit_on.isoformat()
        else:
            first_visit_on = self.first_visit_on

        first_visit_at: None | str
        first_visit_at = self.first_visit_at

        place: None | str
        place = self.place

        planned_end_on: None | str
        if isinstance(self.planned_end_on, datetime.date):
            planned_end_on = self.planned_end_on.isoformat()
        else:
            planned_end_on = self.planned_end_on

        sent_on = self.sent_on.isoformat()

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

        allowed = self.allowed

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "number": number,
                "from": from_,
                "to": to,
                "purpose": purpose,
                "urgency": urgency,
                "state": state,
                "question": question,
                "supplied": supplied,
                "appointment": appointment,
                "first_visit_on": first_visit_on,
                "first_visit_at": first_visit_at,
                "place": place,
                "planned_end_on": planned_end_on,
                "sent_on": sent_on,
                "answer_due_on": answer_due_on,
                "expires_on": expires_on,
                "allowed": allowed,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        number = d.pop("number")

        from_ = PartyView.from_dict(d.pop("from"))

        def _parse_to(data: object) -> None | PartyView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                to_type_0 = PartyView.from_dict(data)

                return to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PartyView, data)

        to = _parse_to(d.pop("to"))

        def _parse_purpose(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        purpose = _parse_purpose(d.pop("purpose"))

        urgency = Urgency(d.pop("urgency"))

        state = ReferralState(d.pop("state"))

        def _parse_question(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        question = _parse_question(d.pop("question"))

        def _parse_supplied(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        supplied = _parse_supplied(d.pop("supplied"))

        def _parse_appointment(data: object) -> Appointment | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                appointment_type_0 = Appointment(data)

                return appointment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Appointment | None, data)

        appointment = _parse_appointment(d.pop("appointment"))

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

        def _parse_first_visit_at(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        first_visit_at = _parse_first_visit_at(d.pop("first_visit_at"))

        def _parse_place(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        place = _parse_place(d.pop("place"))

        def _parse_planned_end_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                planned_end_on_type_0 = datetime.date.fromisoformat(data)

                return planned_end_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        planned_end_on = _parse_planned_end_on(d.pop("planned_end_on"))

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

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

        allowed = cast(list[str], d.pop("allowed"))

        version = d.pop("version")

        answer_sheet = cls(
            id=id,
            number=number,
            from_=from_,
            to=to,
            purpose=purpose,
            urgency=urgency,
            state=state,
            question=question,
            supplied=supplied,
            appointment=appointment,
            first_visit_on=first_visit_on,
            first_visit_at=first_visit_at,
            place=place,
            planned_end_on=planned_end_on,
            sent_on=sent_on,
            answer_due_on=answer_due_on,
            expires_on=expires_on,
            allowed=allowed,
            version=version,
        )

        answer_sheet.additional_properties = d
        return answer_sheet

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
