from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.information_refusal import InformationRefusal
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.attendance_answer import AttendanceAnswer
    from ..models.benefit_right_answer import BenefitRightAnswer
    from ..models.benefits_paid_answer import BenefitsPaidAnswer
    from ..models.contact_answer import ContactAnswer
    from ..models.ipd_answer import IpdAnswer
    from ..models.other_answer import OtherAnswer
    from ..models.pup_status_answer import PupStatusAnswer
    from ..models.services_answer import ServicesAnswer


T = TypeVar("T", bound="AnswerInformation")


@_attrs_define
class AnswerInformation:
    """Answer what was asked.

    Attributes:
        answers (list[AttendanceAnswer | BenefitRightAnswer | BenefitsPaidAnswer | ContactAnswer | IpdAnswer |
            OtherAnswer | PupStatusAnswer | ServicesAnswer]):
        missing (InformationRefusal | None | Unset): Why some of it is not answered; it may follow by another answer.
        note (None | str | Unset):
    """

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
    missing: InformationRefusal | None | Unset = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.attendance_answer import AttendanceAnswer  # noqa: PLC0415
        from ..models.benefit_right_answer import BenefitRightAnswer  # noqa: PLC0415
        from ..models.benefits_paid_answer import BenefitsPaidAnswer  # noqa: PLC0415
        from ..models.contact_answer import ContactAnswer  # noqa: PLC0415
        from ..models.ipd_answer import IpdAnswer  # noqa: PLC0415
        from ..models.pup_status_answer import PupStatusAnswer  # noqa: PLC0415
        from ..models.services_answer import ServicesAnswer  # noqa: PLC0415

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

        missing: None | str | Unset
        if isinstance(self.missing, Unset):
            missing = UNSET
        elif isinstance(self.missing, InformationRefusal):
            missing = self.missing.value
        else:
            missing = self.missing

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "answers": answers,
            }
        )
        if missing is not UNSET:
            field_dict["missing"] = missing
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attendance_answer import AttendanceAnswer  # noqa: PLC0415
        from ..models.benefit_right_answer import BenefitRightAnswer  # noqa: PLC0415
        from ..models.benefits_paid_answer import BenefitsPaidAnswer  # noqa: PLC0415
        from ..models.contact_answer import ContactAnswer  # noqa: PLC0415
        from ..models.ipd_answer import IpdAnswer  # noqa: PLC0415
        from ..models.other_answer import OtherAnswer  # noqa: PLC0415
        from ..models.pup_status_answer import PupStatusAnswer  # noqa: PLC0415
        from ..models.services_answer import ServicesAnswer  # noqa: PLC0415

        d = dict(src_dict)
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

        def _parse_missing(data: object) -> InformationRefusal | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                missing_type_0 = InformationRefusal(data)

                return missing_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InformationRefusal | None | Unset, data)

        missing = _parse_missing(d.pop("missing", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        answer_information = cls(
            answers=answers,
            missing=missing,
            note=note,
        )

        return answer_information
