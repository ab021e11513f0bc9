from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.seat import Seat


T = TypeVar("T", bound="InviteToMeeting")


@_attrs_define
class InviteToMeeting:
    """Send the invitations.

    Attributes:
        participants (list[Seat] | Unset): Who comes besides those that were planned.
    """

    participants: list[Seat] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        participants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.participants, Unset):
            participants = []
            for participants_item_data in self.participants:
                participants_item = participants_item_data.to_dict()
                participants.append(participants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if participants is not UNSET:
            field_dict["participants"] = participants

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.seat import Seat  # noqa: PLC0415

        d = dict(src_dict)
        _participants = d.pop("participants", UNSET)
        participants: list[Seat] | Unset = UNSET
        if _participants is not UNSET:
            participants = []
            for participants_item_data in _participants:
                participants_item = Seat.from_dict(participants_item_data)

                participants.append(participants_item)

        invite_to_meeting = cls(
            participants=participants,
        )

        return invite_to_meeting
