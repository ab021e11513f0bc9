from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.invitation_answer import InvitationAnswer

T = TypeVar("T", bound="AnswerInvitation")


@_attrs_define
class AnswerInvitation:
    """Say whether your institution comes.

    Attributes:
        answer (InvitationAnswer): What an institution says to an invitation.
    """

    answer: InvitationAnswer

    def to_dict(self) -> dict[str, Any]:
        answer = self.answer.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "answer": answer,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer = InvitationAnswer(d.pop("answer"))

        answer_invitation = cls(
            answer=answer,
        )

        return answer_invitation
