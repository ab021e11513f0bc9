from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="DecideInMeeting")


@_attrs_define
class DecideInMeeting:
    """Record what was decided.

    Attributes:
        text (str):
        due_on (datetime.date):
        owner (None | Unset | UUID): Who does it; absent: your institution.
        goal_id (None | Unset | UUID): The goal it serves; absent: the goal that holds what meetings decide.
        recommendation (bool | Unset): Binds nobody and stays out of the plan; needs no quorum. Default: False.
    """

    text: str
    due_on: datetime.date
    owner: None | Unset | UUID = UNSET
    goal_id: None | Unset | UUID = UNSET
    recommendation: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        due_on = self.due_on.isoformat()

        owner: None | str | Unset
        if isinstance(self.owner, Unset):
            owner = UNSET
        elif isinstance(self.owner, UUID):
            owner = str(self.owner)
        else:
            owner = self.owner

        goal_id: None | str | Unset
        if isinstance(self.goal_id, Unset):
            goal_id = UNSET
        elif isinstance(self.goal_id, UUID):
            goal_id = str(self.goal_id)
        else:
            goal_id = self.goal_id

        recommendation = self.recommendation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "due_on": due_on,
            }
        )
        if owner is not UNSET:
            field_dict["owner"] = owner
        if goal_id is not UNSET:
            field_dict["goal_id"] = goal_id
        if recommendation is not UNSET:
            field_dict["recommendation"] = recommendation

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        def _parse_owner(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                owner_type_0 = UUID(data)

                return owner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        owner = _parse_owner(d.pop("owner", UNSET))

        def _parse_goal_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goal_id_type_0 = UUID(data)

                return goal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        goal_id = _parse_goal_id(d.pop("goal_id", UNSET))

        recommendation = d.pop("recommendation", UNSET)

        decide_in_meeting = cls(
            text=text,
            due_on=due_on,
            owner=owner,
            goal_id=goal_id,
            recommendation=recommendation,
        )

        return decide_in_meeting
