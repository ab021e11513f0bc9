from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.interview_kind import InterviewKind

if TYPE_CHECKING:
    from ..models.person_name import PersonName


T = TypeVar("T", bound="DueInterview")


@_attrs_define
class DueInterview:
    """An interview to hold, or to update, and by when.

    Attributes:
        interview_id (UUID):
        client_id (UUID):
        name (PersonName): The name on the person's papers.
        due_on (datetime.date):
        overdue (bool):
        urgent (bool):
        to_update (bool): Whether a signed one is to be updated.
        kind (InterviewKind): What kind of document help rests on (rodzaj dokumentu; art. 107 u.p.s.).
    """

    interview_id: UUID
    client_id: UUID
    name: PersonName
    due_on: datetime.date
    overdue: bool
    urgent: bool
    to_update: bool
    kind: InterviewKind
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        interview_id = str(self.interview_id)

        client_id = str(self.client_id)

        name = self.name.to_dict()

        due_on = self.due_on.isoformat()

        overdue = self.overdue

        urgent = self.urgent

        to_update = self.to_update

        kind = self.kind.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "interview_id": interview_id,
                "client_id": client_id,
                "name": name,
                "due_on": due_on,
                "overdue": overdue,
                "urgent": urgent,
                "to_update": to_update,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.person_name import PersonName  # noqa: PLC0415

        d = dict(src_dict)
        interview_id = UUID(d.pop("interview_id"))

        client_id = UUID(d.pop("client_id"))

        name = PersonName.from_dict(d.pop("name"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        overdue = d.pop("overdue")

        urgent = d.pop("urgent")

        to_update = d.pop("to_update")

        kind = InterviewKind(d.pop("kind"))

        due_interview = cls(
            interview_id=interview_id,
            client_id=client_id,
            name=name,
            due_on=due_on,
            overdue=overdue,
            urgent=urgent,
            to_update=to_update,
            kind=kind,
        )

        due_interview.additional_properties = d
        return due_interview

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
