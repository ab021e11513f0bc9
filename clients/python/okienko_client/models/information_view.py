from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delay_reason import DelayReason
from ..models.information_refusal import InformationRefusal
from ..models.information_state import InformationState
from ..models.request_over import RequestOver

if TYPE_CHECKING:
    from ..models.attendance_answer import AttendanceAnswer
    from ..models.benefit_right_answer import BenefitRightAnswer
    from ..models.benefits_paid_answer import BenefitsPaidAnswer
    from ..models.contact_answer import ContactAnswer
    from ..models.ipd_answer import IpdAnswer
    from ..models.other_answer import OtherAnswer
    from ..models.party_view import PartyView
    from ..models.pup_status_answer import PupStatusAnswer
    from ..models.question import Question
    from ..models.rests_on import RestsOn
    from ..models.services_answer import ServicesAnswer


T = TypeVar("T", bound="InformationView")


@_attrs_define
class InformationView:
    """A request for information (wniosek o udzielenie informacji).

    Attributes:
        id (UUID):
        client_id (UUID):
        from_ (PartyView): An institution by name.
        to (PartyView): An institution by name.
        questions (list[Question]):
        basis (RestsOn): On what an institution asks: an article, or a consent and its evidence.
        state (InformationState): Where a request for information stands. That it is overdue is a clock, not a state.
        asked_at (datetime.datetime):
        due_on (datetime.date): Last day of an answer in time, inclusive.
        overdue (bool):
        first_due_on (datetime.date | None): The term before notice of delay.
        delay (DelayReason | None):
        received_at (datetime.datetime | None):
        answers (list[AttendanceAnswer | BenefitRightAnswer | BenefitsPaidAnswer | ContactAnswer | IpdAnswer |
            OtherAnswer | PupStatusAnswer | ServicesAnswer]):
        answered_at (datetime.datetime | None):
        refusal (InformationRefusal | None): Why there is no answer, or of a partial one why it is not whole.
        note (None | str):
        passed_to (None | UUID): Told to whoever asked alone.
        passed_from (None | UUID): Told to whoever asked alone.
        over (None | RequestOver): Why it fell away.
        acknowledged_at (datetime.datetime | None):
        allowed (list[str]): What your institution can do now.
        version (int):
    """

    id: UUID
    client_id: UUID
    from_: PartyView
    to: PartyView
    questions: list[Question]
    basis: RestsOn
    state: InformationState
    asked_at: datetime.datetime
    due_on: datetime.date
    overdue: bool
    first_due_on: datetime.date | None
    delay: DelayReason | None
    received_at: datetime.datetime | None
    answers: list[
        AttendanceAnswer
        | BenefitRightAnswer
        | BenefitsPaidAnswer
        | ContactAnswer
        | IpdAnswer
        | OtherAnswer
        | PupStatusAnswer
        | ServicesAnswer
    ]
    answered_at: datetime.datetime | None
    refusal: InformationRefusal | None
    note: None | str
    passed_to: None | UUID
    passed_from: None | UUID
    over: None | RequestOver
    acknowledged_at: datetime.datetime | None
    allowed: list[str]
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.attendance_answer import AttendanceAnswer  # noqa: PLC0415
        from ..models.benefit_right_answer import BenefitRightAnswer  # noqa: PLC0415
        from ..models.benefits_paid_answer import BenefitsPaidAnswer  # noqa: PLC0415
        from ..models.contact_answer import ContactAnswer  # noqa: PLC0415
        from ..models.ipd_answer import IpdAnswer  # noqa: PLC0415
        from ..models.pup_status_answer import PupStatusAnswer  # noqa: PLC0415
        from ..models.services_answer import ServicesAnswer  # noqa: PLC0415

        id = str(self.id)

        client_id = str(self.client_id)

        from_ = self.from_.to_dict()

        to = self.to.to_dict()

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        basis = self.basis.to_dict()

        state = self.state.value

        asked_at = self.asked_at.isoformat()

        due_on = self.due_on.isoformat()

        overdue = self.overdue

        first_due_on: None | str
        if isinstance(self.first_due_on, datetime.date):
            first_due_on = self.first_due_on.isoformat()
        else:
            first_due_on = self.first_due_on

        delay: None | str
        if isinstance(self.delay, DelayReason):
            delay = self.delay.value
        else:
            delay = self.delay

        received_at: None | str
        if isinstance(self.received_at, datetime.datetime):
            received_at = self.received_at.isoformat()
        else:
            received_at = self.received_at

        answers = []
        for answers_item_data in self.answers:
            answers_item: dict[str, Any]
            if isinstance(answers_item_data, PupStatusAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, BenefitRightAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, IpdAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, AttendanceAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, BenefitsPaidAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, ServicesAnswer):
                answers_item = answers_item_data.to_dict()
            elif isinstance(answers_item_data, ContactAnswer):
                answers_item = answers_item_data.to_dict()
            else:
                answers_item = answers_item_data.to_dict()

            answers.append(answers_item)

        answered_at: None | str
        if isinstance(self.answered_at, datetime.datetime):
            answered_at = self.answered_at.isoformat()
        else:
            answered_at = self.answered_at

        refusal: None | str
        if isinstance(self.refusal, InformationRefusal):
            refusal = self.refusal.value
        else:
            refusal = self.refusal

        note: None | str
        note = self.note

        passed_to: None | str
        if isinstance(self.passed_to, UUID):
            passed_to = str(self.passed_to)
        else:
            passed_to = self.passed_to

        passed_from: None | str
        if isinstance(self.passed_from, UUID):
            passed_from = str(self.passed_from)
        else:
            passed_from = self.passed_from

        over: None | str
        if isinstance(self.over, RequestOver):
            over = self.over.value
        else:
            over = self.over

        acknowledged_at: None | str
        if isinstance(self.acknowledged_at, datetime.datetime):
            acknowledged_at = self.acknowledged_at.isoformat()
        else:
            acknowledged_at = self.acknowledged_at

        allowed = self.allowed

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "from": from_,
                "to": to,
                "questions": questions,
                "basis": basis,
                "state": state,
                "asked_at": asked_at,
                "due_on": due_on,
                "overdue": overdue,
                "first_due_on": first_due_on,
                "delay": delay,
                "received_at": received_at,
                "answers": answers,
                "answered_at": answered_at,
                "refusal": refusal,
                "note": note,
                "passed_to": passed_to,
                "passed_from": passed_from,
                "over": over,
                "acknowledged_at": acknowledged_at,
                "allowed": allowed,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attendance_answer import AttendanceAnswer  # noqa: PLC0415
        from ..models.benefit_right_answer import BenefitRightAnswer  # noqa: PLC0415
        from ..models.benefits_paid_answer import BenefitsPaidAnswer  # noqa: PLC0415
        from ..models.contact_answer import ContactAnswer  # noqa: PLC0415
        from ..models.ipd_answer import IpdAnswer  # noqa: PLC0415
        from ..models.other_answer import OtherAnswer  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.pup_status_answer import PupStatusAnswer  # noqa: PLC0415
        from ..models.question import Question  # noqa: PLC0415
        from ..models.rests_on import RestsOn  # noqa: PLC0415
        from ..models.services_answer import ServicesAnswer  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        from_ = PartyView.from_dict(d.pop("from"))

        to = PartyView.from_dict(d.pop("to"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = Question.from_dict(questions_item_data)

            questions.append(questions_item)

        basis = RestsOn.from_dict(d.pop("basis"))

        state = InformationState(d.pop("state"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        overdue = d.pop("overdue")

        def _parse_first_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_due_on_type_0 = datetime.date.fromisoformat(data)

                return first_due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        first_due_on = _parse_first_due_on(d.pop("first_due_on"))

        def _parse_delay(data: object) -> DelayReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delay_type_0 = DelayReason(data)

                return delay_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DelayReason | None, data)

        delay = _parse_delay(d.pop("delay"))

        def _parse_received_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                received_at_type_0 = datetime.datetime.fromisoformat(data)

                return received_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        received_at = _parse_received_at(d.pop("received_at"))

        answers = []
        _answers = d.pop("answers")
        for answers_item_data in _answers:

            def _parse_answers_item(
                data: object,
            ) -> (
                AttendanceAnswer
                | BenefitRightAnswer
                | BenefitsPaidAnswer
                | ContactAnswer
                | IpdAnswer
                | OtherAnswer
                | PupStatusAnswer
                | ServicesAnswer
            ):
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_0 = PupStatusAnswer.from_dict(data)

                    return answers_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_1 = BenefitRightAnswer.from_dict(data)

                    return answers_item_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_2 = IpdAnswer.from_dict(data)

                    return answers_item_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_3 = AttendanceAnswer.from_dict(data)

                    return answers_item_type_3
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_4 = BenefitsPaidAnswer.from_dict(data)

                    return answers_item_type_4
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_5 = ServicesAnswer.from_dict(data)

                    return answers_item_type_5
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    answers_item_type_6 = ContactAnswer.from_dict(data)

                    return answers_item_type_6
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                if not isinstance(data, dict):
                    raise TypeError()
                answers_item_type_7 = OtherAnswer.from_dict(data)

                return answers_item_type_7

            answers_item = _parse_answers_item(answers_item_data)

            answers.append(answers_item)

        def _parse_answered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_at_type_0 = datetime.datetime.fromisoformat(data)

                return answered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        answered_at = _parse_answered_at(d.pop("answered_at"))

        def _parse_refusal(data: object) -> InformationRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refusal_type_0 = InformationRefusal(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InformationRefusal | None, data)

        refusal = _parse_refusal(d.pop("refusal"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_passed_to(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                passed_to_type_0 = UUID(data)

                return passed_to_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        passed_to = _parse_passed_to(d.pop("passed_to"))

        def _parse_passed_from(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                passed_from_type_0 = UUID(data)

                return passed_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        passed_from = _parse_passed_from(d.pop("passed_from"))

        def _parse_over(data: object) -> None | RequestOver:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                over_type_0 = RequestOver(data)

                return over_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RequestOver, data)

        over = _parse_over(d.pop("over"))

        def _parse_acknowledged_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                acknowledged_at_type_0 = datetime.datetime.fromisoformat(data)

                return acknowledged_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        acknowledged_at = _parse_acknowledged_at(d.pop("acknowledged_at"))

        allowed = cast(list[str], d.pop("allowed"))

        version = d.pop("version")

        information_view = cls(
            id=id,
            client_id=client_id,
            from_=from_,
            to=to,
            questions=questions,
            basis=basis,
            state=state,
            asked_at=asked_at,
            due_on=due_on,
            overdue=overdue,
            first_due_on=first_due_on,
            delay=delay,
            received_at=received_at,
            answers=answers,
            answered_at=answered_at,
            refusal=refusal,
            note=note,
            passed_to=passed_to,
            passed_from=passed_from,
            over=over,
            acknowledged_at=acknowledged_at,
            allowed=allowed,
            version=version,
        )

        information_view.additional_properties = d
        return information_view

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
