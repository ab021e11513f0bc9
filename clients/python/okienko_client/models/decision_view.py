from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision_status import DecisionStatus

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="DecisionView")


@_attrs_define
class DecisionView:
    """What was decided (ustalenie), or without a quorum recommended (zalecenie).

    Attributes:
        id (UUID):
        meeting_id (UUID):
        text (str):
        owner (PartyView): An institution by name.
        due_on (datetime.date):
        binding (bool):
        status (DecisionStatus): What became of a decision.
        goal_id (None | UUID):
        action_id (None | UUID): The action of the plan it became.
        decided_at (datetime.datetime):
        done_at (datetime.datetime | None): Of what stays out of the plan: when it was done.
    """

    id: UUID
    meeting_id: UUID
    text: str
    owner: PartyView
    due_on: datetime.date
    binding: bool
    status: DecisionStatus
    goal_id: None | UUID
    action_id: None | UUID
    decided_at: datetime.datetime
    done_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        meeting_id = str(self.meeting_id)

        text = self.text

        owner = self.owner.to_dict()

        due_on = self.due_on.isoformat()

        binding = self.binding

        status = self.status.value

        goal_id: None | str
        if isinstance(self.goal_id, UUID):
            goal_id = str(self.goal_id)
        else:
            goal_id = self.goal_id

        action_id: None | str
        if isinstance(self.action_id, UUID):
            action_id = str(self.action_id)
        else:
            action_id = self.action_id

        decided_at = self.decided_at.isoformat()

        done_at: None | str
        if isinstance(self.done_at, datetime.datetime):
            done_at = self.done_at.isoformat()
        else:
            done_at = self.done_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "meeting_id": meeting_id,
                "text": text,
                "owner": owner,
                "due_on": due_on,
                "binding": binding,
                "status": status,
                "goal_id": goal_id,
                "action_id": action_id,
                "decided_at": decided_at,
                "done_at": done_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        meeting_id = UUID(d.pop("meeting_id"))

        text = d.pop("text")

        owner = PartyView.from_dict(d.pop("owner"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        binding = d.pop("binding")

        status = DecisionStatus(d.pop("status"))

        def _parse_goal_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                goal_id_type_0 = UUID(data)

                return goal_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        goal_id = _parse_goal_id(d.pop("goal_id"))

        def _parse_action_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                action_id_type_0 = UUID(data)

                return action_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        action_id = _parse_action_id(d.pop("action_id"))

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        def _parse_done_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_at_type_0 = datetime.datetime.fromisoformat(data)

                return done_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        done_at = _parse_done_at(d.pop("done_at"))

        decision_view = cls(
            id=id,
            meeting_id=meeting_id,
            text=text,
            owner=owner,
            due_on=due_on,
            binding=binding,
            status=status,
            goal_id=goal_id,
            action_id=action_id,
            decided_at=decided_at,
            done_at=done_at,
        )

        decision_view.additional_properties = d
        return decision_view

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
