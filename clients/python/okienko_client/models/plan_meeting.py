from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.seat import Seat


T = TypeVar("T", bound="PlanMeeting")


@_attrs_define
class PlanMeeting:
    """Plan a meeting; your institution chairs it.

    Attributes:
        partnership (UUID):
        planned_on (datetime.date):
        starts_at (str):
        place (str): A room, or "online".
        chair (None | str | Unset): Who leads it; absent: you.
        participants (list[Seat] | Unset):
    """

    partnership: UUID
    planned_on: datetime.date
    starts_at: str
    place: str
    chair: None | str | Unset = UNSET
    participants: list[Seat] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        partnership = str(self.partnership)

        planned_on = self.planned_on.isoformat()

        starts_at = self.starts_at

        place = self.place

        chair: None | str | Unset
        if isinstance(self.chair, Unset):
            chair = UNSET
        else:
            chair = self.chair

        participants: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.participants, Unset):
            participants = []
            for participants_item_data in self.participants:
                participants_item = participants_item_data.to_dict()
                participants.append(participants_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "partnership": partnership,
                "planned_on": planned_on,
                "starts_at": starts_at,
                "place": place,
            }
        )
        if chair is not UNSET:
            field_dict["chair"] = chair
        if participants is not UNSET:
            field_dict["participants"] = participants

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.seat import Seat  # noqa: PLC0415

        d = dict(src_dict)
        partnership = UUID(d.pop("partnership"))

        planned_on = datetime.date.fromisoformat(d.pop("planned_on"))

        starts_at = d.pop("starts_at")

        place = d.pop("place")

        def _parse_chair(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        chair = _parse_chair(d.pop("chair", UNSET))

        _participants = d.pop("participants", UNSET)
        participants: list[Seat] | Unset = UNSET
        if _participants is not UNSET:
            participants = []
            for participants_item_data in _participants:
                participants_item = Seat.from_dict(participants_item_data)

                participants.append(participants_item)

        plan_meeting = cls(
            partnership=partnership,
            planned_on=planned_on,
            starts_at=starts_at,
            place=place,
            chair=chair,
            participants=participants,
        )

        return plan_meeting
