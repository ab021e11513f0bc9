from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.meeting_attendance import MeetingAttendance


T = TypeVar("T", bound="OpenMeeting")


@_attrs_define
class OpenMeeting:
    """Open it.

    Attributes:
        present (list[MeetingAttendance]): Your own institution is there in any case.
        clients_present (list[UUID] | Unset): Items whose client takes part herself.
    """

    present: list[MeetingAttendance]
    clients_present: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        present = []
        for present_item_data in self.present:
            present_item = present_item_data.to_dict()
            present.append(present_item)

        clients_present: list[str] | Unset = UNSET
        if not isinstance(self.clients_present, Unset):
            clients_present = []
            for clients_present_item_data in self.clients_present:
                clients_present_item = str(clients_present_item_data)
                clients_present.append(clients_present_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "present": present,
            }
        )
        if clients_present is not UNSET:
            field_dict["clients_present"] = clients_present

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.meeting_attendance import MeetingAttendance  # noqa: PLC0415

        d = dict(src_dict)
        present = []
        _present = d.pop("present")
        for present_item_data in _present:
            present_item = MeetingAttendance.from_dict(present_item_data)

            present.append(present_item)

        _clients_present = d.pop("clients_present", UNSET)
        clients_present: list[UUID] | Unset = UNSET
        if _clients_present is not UNSET:
            clients_present = []
            for clients_present_item_data in _clients_present:
                clients_present_item = UUID(clients_present_item_data)

                clients_present.append(clients_present_item)

        open_meeting = cls(
            present=present,
            clients_present=clients_present,
        )

        return open_meeting
