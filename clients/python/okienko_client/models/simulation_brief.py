from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.simulation_state import SimulationState

T = TypeVar("T", bound="SimulationBrief")


@_attrs_define
class SimulationBrief:
    """A simulation in a list.

    Attributes:
        id (UUID):
        state (SimulationState): Where a simulation stands.
        asked_at (datetime.datetime):
        households (int): Households.
        percent (int):
    """

    id: UUID
    state: SimulationState
    asked_at: datetime.datetime
    households: int
    percent: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        state = self.state.value

        asked_at = self.asked_at.isoformat()

        households = self.households

        percent = self.percent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "asked_at": asked_at,
                "households": households,
                "percent": percent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        state = SimulationState(d.pop("state"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        households = d.pop("households")

        percent = d.pop("percent")

        simulation_brief = cls(
            id=id,
            state=state,
            asked_at=asked_at,
            households=households,
            percent=percent,
        )

        simulation_brief.additional_properties = d
        return simulation_brief

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
