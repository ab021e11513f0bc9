from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.asked import Asked
    from ..models.consent import Consent
    from ..models.question import Question
    from ..models.statutory_task import StatutoryTask


T = TypeVar("T", bound="AskInformation")


@_attrs_define
class AskInformation:
    """Ask for information about a client.

    Attributes:
        client_id (UUID):
        to (Asked): Whom a request goes to.
        questions (list[Question]): Each kind once.
        basis (Consent | StatutoryTask):
    """

    client_id: UUID
    to: Asked
    questions: list[Question]
    basis: Consent | StatutoryTask

    def to_dict(self) -> dict[str, Any]:
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415

        client_id = str(self.client_id)

        to = self.to.to_dict()

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        basis: dict[str, Any]
        if isinstance(self.basis, StatutoryTask):
            basis = self.basis.to_dict()
        else:
            basis = self.basis.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
                "to": to,
                "questions": questions,
                "basis": basis,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked import Asked  # noqa: PLC0415
        from ..models.consent import Consent  # noqa: PLC0415
        from ..models.question import Question  # noqa: PLC0415
        from ..models.statutory_task import StatutoryTask  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        to = Asked.from_dict(d.pop("to"))

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = Question.from_dict(questions_item_data)

            questions.append(questions_item)

        def _parse_basis(data: object) -> Consent | StatutoryTask:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                basis_type_0 = StatutoryTask.from_dict(data)

                return basis_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            basis_type_1 = Consent.from_dict(data)

            return basis_type_1

        basis = _parse_basis(d.pop("basis"))

        ask_information = cls(
            client_id=client_id,
            to=to,
            questions=questions,
            basis=basis,
        )

        return ask_information
