from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.place_unit import PlaceUnit
from ..types import UNSET, Unset

T = TypeVar("T", bound="SetCapacity")


@_attrs_define
class SetCapacity:
    """Say for how many there is room.

    Attributes:
        places (int | None): How many at once; none: not limited.
        unit (PlaceUnit | Unset): What a place is.
        keeps_waiting_list (bool | Unset): Whether one may wait while no place is free. Default: False.
    """

    places: int | None
    unit: PlaceUnit | Unset = UNSET
    keeps_waiting_list: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        places: int | None
        places = self.places

        unit: str | Unset = UNSET
        if not isinstance(self.unit, Unset):
            unit = self.unit.value

        keeps_waiting_list = self.keeps_waiting_list

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "places": places,
            }
        )
        if unit is not UNSET:
            field_dict["unit"] = unit
        if keeps_waiting_list is not UNSET:
            field_dict["keeps_waiting_list"] = keeps_waiting_list

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_places(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        places = _parse_places(d.pop("places"))

        _unit = d.pop("unit", UNSET)
        unit: PlaceUnit | Unset
        if isinstance(_unit, Unset):
            unit = UNSET
        else:
            unit = PlaceUnit(_unit)

        keeps_waiting_list = d.pop("keeps_waiting_list", UNSET)

        set_capacity = cls(
            places=places,
            unit=unit,
            keeps_waiting_list=keeps_waiting_list,
        )

        return set_capacity
