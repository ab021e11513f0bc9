from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.party_view import PartyView


T = TypeVar("T", bound="MinutedDecision")


@_attrs_define
class MinutedDecision:
    """A decision as it was taken; what became of it stands in the plan, not in the minutes.

    Attributes:
        id (UUID):
        text (str):
        owner (PartyView): An institution by name.
        due_on (datetime.date):
        binding (bool): False: a recommendation.
    """

    id: UUID
    text: str
    owner: PartyView
    due_on: datetime.date
    binding: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        text = self.text

        owner = self.owner.to_dict()

        due_on = self.due_on.isoformat()

        binding = self.binding

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "text": text,
                "owner": owner,
                "due_on": due_on,
                "binding": binding,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        text = d.pop("text")

        owner = PartyView.from_dict(d.pop("owner"))

        due_on = datetime.date.fromisoformat(d.pop("due_on"))

        binding = d.pop("binding")

        minuted_decision = cls(
            id=id,
            text=text,
            owner=owner,
            due_on=due_on,
            binding=binding,
        )

        minuted_decision.additional_properties = d
        return minuted_decision

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
