from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_answer import InvitationAnswer
from ..models.meeting_state import MeetingState

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="MeetingLine")


@_attrs_define
class MeetingLine:
    """A case meeting in a list.

    Attributes:
        id (UUID):
        partnership (PartyView): An institution by name.
        state (MeetingState): Where a meeting stands.
        planned_on (datetime.date):
        starts_at (str):
        place (str):
        chair (PartyView): An institution by name.
        your_answer (InvitationAnswer | None):
        version (int):
    """

    id: UUID
    partnership: PartyView
    state: MeetingState
    planned_on: datetime.date
    starts_at: str
    place: str
    chair: PartyView
    your_answer: InvitationAnswer | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        partnership = self.partnership.to_dict()

        state = self.state.value

        planned_on = self.planned_on.isoformat()

        starts_at = self.starts_at

        place = self.place

        chair = self.chair.to_dict()

        your_answer: None | str
        if isinstance(self.your_answer, InvitationAnswer):
            your_answer = self.your_answer.value
        else:
            your_answer = self.your_answer

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "partnership": partnership,
                "state": state,
                "planned_on": planned_on,
                "starts_at": starts_at,
                "place": place,
                "chair": chair,
                "your_answer": your_answer,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        partnership = PartyView.from_dict(d.pop("partnership"))

        state = MeetingState(d.pop("state"))

        planned_on = datetime.date.fromisoformat(d.pop("planned_on"))

        starts_at = d.pop("starts_at")

        place = d.pop("place")

        chair = PartyView.from_dict(d.pop("chair"))

        def _parse_your_answer(data: object) -> InvitationAnswer | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                your_answer_type_0 = InvitationAnswer(data)

                return your_answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InvitationAnswer | None, data)

        your_answer = _parse_your_answer(d.pop("your_answer"))

        version = d.pop("version")

        meeting_line = cls(
            id=id,
            partnership=partnership,
            state=state,
            planned_on=planned_on,
            starts_at=starts_at,
            place=place,
            chair=chair,
            your_answer=your_answer,
            version=version,
        )

        meeting_line.additional_properties = d
        return meeting_line

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
