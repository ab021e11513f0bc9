from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.invitation_answer import InvitationAnswer
from ..models.meeting_cancel_reason import MeetingCancelReason
from ..models.meeting_state import MeetingState

if TYPE_CHECKING:
    from ..models.agenda_item_view import AgendaItemView
    from ..models.participant_view import ParticipantView
    from ..models.party_view import PartyView
    from ..models.quorum_view import QuorumView


T = TypeVar("T", bound="MeetingView")


@_attrs_define
class MeetingView:
    """A joint case meeting (spotkanie zespołu), with the items you may know of.

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
        participants (list[ParticipantView]):
        quorum (QuorumView): Whether there are enough to decide.
        former_days (list[datetime.date]): Days it was planned for before.
        cancel_reason (MeetingCancelReason | None):
        opened_at (datetime.datetime | None):
        approve_by (datetime.date | None): Until when the minutes are approved.
        approved_at (datetime.datetime | None):
        agenda (list[AgendaItemView]):
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
    participants: list[ParticipantView]
    quorum: QuorumView
    former_days: list[datetime.date]
    cancel_reason: MeetingCancelReason | None
    opened_at: datetime.datetime | None
    approve_by: datetime.date | None
    approved_at: datetime.datetime | None
    agenda: list[AgendaItemView]
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

        participants = []
        for participants_item_data in self.participants:
            participants_item = participants_item_data.to_dict()
            participants.append(participants_item)

        quorum = self.quorum.to_dict()

        former_days = []
        for former_days_item_data in self.former_days:
            former_days_item = former_days_item_data.isoformat()
            former_days.append(former_days_item)

        cancel_reason: None | str
        if isinstance(self.cancel_reason, MeetingCancelReason):
            cancel_reason = self.cancel_reason.value
        else:
            cancel_reason = self.cancel_reason

        opened_at: None | str
        if isinstance(self.opened_at, datetime.datetime):
            opened_at = self.opened_at.isoformat()
        else:
            opened_at = self.opened_at

        approve_by: None | str
        if isinstance(self.approve_by, datetime.date):
            approve_by = self.approve_by.isoformat()
        else:
            approve_by = self.approve_by

        approved_at: None | str
        if isinstance(self.approved_at, datetime.datetime):
            approved_at = self.approved_at.isoformat()
        else:
            approved_at = self.approved_at

        agenda = []
        for agenda_item_data in self.agenda:
            agenda_item = agenda_item_data.to_dict()
            agenda.append(agenda_item)

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
                "participants": participants,
                "quorum": quorum,
                "former_days": former_days,
                "cancel_reason": cancel_reason,
                "opened_at": opened_at,
                "approve_by": approve_by,
                "approved_at": approved_at,
                "agenda": agenda,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.agenda_item_view import AgendaItemView  # noqa: PLC0415
        from ..models.participant_view import ParticipantView  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.quorum_view import QuorumView  # noqa: PLC0415

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

        participants = []
        _participants = d.pop("participants")
        for participants_item_data in _participants:
            participants_item = ParticipantView.from_dict(participants_item_data)

            participants.append(participants_item)

        quorum = QuorumView.from_dict(d.pop("quorum"))

        former_days = []
        _former_days = d.pop("former_days")
        for former_days_item_data in _former_days:
            former_days_item = datetime.date.fromisoformat(former_days_item_data)

            former_days.append(former_days_item)

        def _parse_cancel_reason(data: object) -> MeetingCancelReason | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancel_reason_type_0 = MeetingCancelReason(data)

                return cancel_reason_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeetingCancelReason | None, data)

        cancel_reason = _parse_cancel_reason(d.pop("cancel_reason"))

        def _parse_opened_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                opened_at_type_0 = datetime.datetime.fromisoformat(data)

                return opened_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        opened_at = _parse_opened_at(d.pop("opened_at"))

        def _parse_approve_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                approve_by_type_0 = datetime.date.fromisoformat(data)

                return approve_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        approve_by = _parse_approve_by(d.pop("approve_by"))

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

        agenda = []
        _agenda = d.pop("agenda")
        for agenda_item_data in _agenda:
            agenda_item = AgendaItemView.from_dict(agenda_item_data)

            agenda.append(agenda_item)

        meeting_view = cls(
            id=id,
            partnership=partnership,
            state=state,
            planned_on=planned_on,
            starts_at=starts_at,
            place=place,
            chair=chair,
            your_answer=your_answer,
            version=version,
            participants=participants,
            quorum=quorum,
            former_days=former_days,
            cancel_reason=cancel_reason,
            opened_at=opened_at,
            approve_by=approve_by,
            approved_at=approved_at,
            agenda=agenda,
        )

        meeting_view.additional_properties = d
        return meeting_view

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
