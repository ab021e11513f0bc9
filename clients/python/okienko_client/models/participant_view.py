from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_answer import InvitationAnswer
from ..models.role import Role

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="ParticipantView")


@_attrs_define
class ParticipantView:
    """An institution at the table.

    Attributes:
        institution (PartyView): An institution by name.
        role (Role): In which part an institution takes part.
        worker (None | str):
        invited (bool):
        answer (InvitationAnswer | None):
        present (bool | None): None: the meeting has not begun.
        approved_at (datetime.datetime | None): When it approved the minutes.
    """

    institution: PartyView
    role: Role
    worker: None | str
    invited: bool
    answer: InvitationAnswer | None
    present: bool | None
    approved_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        institution = self.institution.to_dict()

        role = self.role.value

        worker: None | str
        worker = self.worker

        invited = self.invited

        answer: None | str
        if isinstance(self.answer, InvitationAnswer):
            answer = self.answer.value
        else:
            answer = self.answer

        present: bool | None
        present = self.present

        approved_at: None | str
        if isinstance(self.approved_at, datetime.datetime):
            approved_at = self.approved_at.isoformat()
        else:
            approved_at = self.approved_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "institution": institution,
                "role": role,
                "worker": worker,
                "invited": invited,
                "answer": answer,
                "present": present,
                "approved_at": approved_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        institution = PartyView.from_dict(d.pop("institution"))

        role = Role(d.pop("role"))

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

        invited = d.pop("invited")

        def _parse_answer(data: object) -> InvitationAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answer_type_0 = InvitationAnswer(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvitationAnswer | None, data)

        answer = _parse_answer(d.pop("answer"))

        def _parse_present(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        present = _parse_present(d.pop("present"))

        def _parse_approved_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approved_at_type_0 = datetime.datetime.fromisoformat(data)

                return approved_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        approved_at = _parse_approved_at(d.pop("approved_at"))

        participant_view = cls(
            institution=institution,
            role=role,
            worker=worker,
            invited=invited,
            answer=answer,
            present=present,
            approved_at=approved_at,
        )

        participant_view.additional_properties = d
        return participant_view

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
