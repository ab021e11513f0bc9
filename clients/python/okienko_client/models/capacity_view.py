from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.capacity_status import CapacityStatus
from ..models.place_unit import PlaceUnit

T = TypeVar("T", bound="CapacityView")


@_attrs_define
class CapacityView:
    """For how many there is room, and how many wait.

    Attributes:
        status (CapacityStatus): Whether somebody can be taken on now, in the words of Gravity's capacity status.
        places (int | None): How many at once; none: not limited.
        unit (PlaceUnit): What a place is.
        taken (int): Places that accepted referrals hold.
        free (int | None): None: as many as come.
        keeps_waiting_list (bool):
        waiting (int):
    """

    status: CapacityStatus
    places: int | None
    unit: PlaceUnit
    taken: int
    free: int | None
    keeps_waiting_list: bool
    waiting: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        status = self.status.value

        places: int | None
        places = self.places

        unit = self.unit.value

        taken = self.taken

        free: int | None
        free = self.free

        keeps_waiting_list = self.keeps_waiting_list

        waiting = self.waiting

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "status": status,
                "places": places,
                "unit": unit,
                "taken": taken,
                "free": free,
                "keeps_waiting_list": keeps_waiting_list,
                "waiting": waiting,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        status = CapacityStatus(d.pop("status"))

        def _parse_places(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        places = _parse_places(d.pop("places"))

        unit = PlaceUnit(d.pop("unit"))

        taken = d.pop("taken")

        def _parse_free(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        free = _parse_free(d.pop("free"))

        keeps_waiting_list = d.pop("keeps_waiting_list")

        waiting = d.pop("waiting")

        capacity_view = cls(
            status=status,
            places=places,
            unit=unit,
            taken=taken,
            free=free,
            keeps_waiting_list=keeps_waiting_list,
            waiting=waiting,
        )

        capacity_view.additional_properties = d
        return capacity_view

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
