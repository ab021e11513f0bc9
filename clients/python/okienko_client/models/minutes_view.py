from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.meeting_state import MeetingState

if TYPE_CHECKING:
    from ..models.minuted_item import MinutedItem
    from ..models.participant_view import ParticipantView
    from ..models.party_view import PartyView
    from ..models.quorum_view import QuorumView


T = TypeVar("T", bound="MinutesView")


@_attrs_define
class MinutesView:
    """The minutes of a case meeting, as far as your institution may know them.

    Attributes:
        meeting_id (UUID):
        state (MeetingState): Where a meeting stands.
        held_on (datetime.date):
        opened_at (datetime.datetime):
        partnership (PartyView): An institution by name.
        chair (PartyView): An institution by name.
        attendance (list[ParticipantView]):
        quorum (QuorumView): Whether there are enough to decide.
        items (list[MinutedItem]):
        approve_by (datetime.date | None):
        approved_at (datetime.datetime | None):
        version (int):
    """

    meeting_id: UUID
    state: MeetingState
    held_on: datetime.date
    opened_at: datetime.datetime
    partnership: PartyView
    chair: PartyView
    attendance: list[ParticipantView]
    quorum: QuorumView
    items: list[MinutedItem]
    approve_by: datetime.date | None
    approved_at: datetime.datetime | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        meeting_id = str(self.meeting_id)

        state = self.state.value

        held_on = self.held_on.isoformat()

        opened_at = self.opened_at.isoformat()

        partnership = self.partnership.to_dict()

        chair = self.chair.to_dict()

        attendance = []
        for attendance_item_data in self.attendance:
            attendance_item = attendance_item_data.to_dict()
            attendance.append(attendance_item)

        quorum = self.quorum.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

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

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "meeting_id": meeting_id,
                "state": state,
                "held_on": held_on,
                "opened_at": opened_at,
                "partnership": partnership,
                "chair": chair,
                "attendance": attendance,
                "quorum": quorum,
                "items": items,
                "approve_by": approve_by,
                "approved_at": approved_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.minuted_item import MinutedItem  # noqa: PLC0415
        from ..models.participant_view import ParticipantView  # noqa: PLC0415
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.quorum_view import QuorumView  # noqa: PLC0415

        d = dict(src_dict)
        meeting_id = UUID(d.pop("meeting_id"))

        state = MeetingState(d.pop("state"))

        held_on = datetime.date.fromisoformat(d.pop("held_on"))

        opened_at = datetime.datetime.fromisoformat(d.pop("opened_at"))

        partnership = PartyView.from_dict(d.pop("partnership"))

        chair = PartyView.from_dict(d.pop("chair"))

        attendance = []
        _attendance = d.pop("attendance")
        for attendance_item_data in _attendance:
            attendance_item = ParticipantView.from_dict(attendance_item_data)

            attendance.append(attendance_item)

        quorum = QuorumView.from_dict(d.pop("quorum"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = MinutedItem.from_dict(items_item_data)

            items.append(items_item)

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

        version = d.pop("version")

        minutes_view = cls(
            meeting_id=meeting_id,
            state=state,
            held_on=held_on,
            opened_at=opened_at,
            partnership=partnership,
            chair=chair,
            attendance=attendance,
            quorum=quorum,
            items=items,
            approve_by=approve_by,
            approved_at=approved_at,
            version=version,
        )

        minutes_view.additional_properties = d
        return minutes_view

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
