from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.condition import Condition
from ..models.heating import Heating
from ..models.housing_kind import HousingKind
from ..models.housing_title import HousingTitle
from ..types import UNSET, Unset

T = TypeVar("T", bound="SegmentB")


@_attrs_define
class SegmentB:
    """B: housing (warunki mieszkaniowe).

    Attributes:
        segment (Literal['B']):
        kind (HousingKind | None | Unset):
        title (HousingTitle | None | Unset):
        rooms (int | None | Unset):
        floor (int | None | Unset):
        heating (Heating | None | Unset):
        cold_water (bool | None | Unset):
        hot_water (bool | None | Unset):
        bathroom (bool | None | Unset):
        toilet (bool | None | Unset):
        condition (Condition | None | Unset):
        sleeping_places (int | None | Unset):
        monthly_cost (None | str | Unset):
        arrears (None | str | Unset):
        remarks (None | str | Unset):
    """

    segment: Literal["B"]
    kind: HousingKind | None | Unset = UNSET
    title: HousingTitle | None | Unset = UNSET
    rooms: int | None | Unset = UNSET
    floor: int | None | Unset = UNSET
    heating: Heating | None | Unset = UNSET
    cold_water: bool | None | Unset = UNSET
    hot_water: bool | None | Unset = UNSET
    bathroom: bool | None | Unset = UNSET
    toilet: bool | None | Unset = UNSET
    condition: Condition | None | Unset = UNSET
    sleeping_places: int | None | Unset = UNSET
    monthly_cost: None | str | Unset = UNSET
    arrears: None | str | Unset = UNSET
    remarks: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        kind: None | str | Unset
        if isinstance(self.kind, Unset):
            kind = UNSET
        elif isinstance(self.kind, HousingKind):
            kind = self.kind.value
        else:
            kind = self.kind

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        elif isinstance(self.title, HousingTitle):
            title = self.title.value
        else:
            title = self.title

        rooms: int | None | Unset
        if isinstance(self.rooms, Unset):
            rooms = UNSET
        else:
            rooms = self.rooms

        floor: int | None | Unset
        if isinstance(self.floor, Unset):
            floor = UNSET
        else:
            floor = self.floor

        heating: None | str | Unset
        if isinstance(self.heating, Unset):
            heating = UNSET
        elif isinstance(self.heating, Heating):
            heating = self.heating.value
        else:
            heating = self.heating

        cold_water: bool | None | Unset
        if isinstance(self.cold_water, Unset):
            cold_water = UNSET
        else:
            cold_water = self.cold_water

        hot_water: bool | None | Unset
        if isinstance(self.hot_water, Unset):
            hot_water = UNSET
        else:
            hot_water = self.hot_water

        bathroom: bool | None | Unset
        if isinstance(self.bathroom, Unset):
            bathroom = UNSET
        else:
            bathroom = self.bathroom

        toilet: bool | None | Unset
        if isinstance(self.toilet, Unset):
            toilet = UNSET
        else:
            toilet = self.toilet

        condition: None | str | Unset
        if isinstance(self.condition, Unset):
            condition = UNSET
        elif isinstance(self.condition, Condition):
            condition = self.condition.value
        else:
            condition = self.condition

        sleeping_places: int | None | Unset
        if isinstance(self.sleeping_places, Unset):
            sleeping_places = UNSET
        else:
            sleeping_places = self.sleeping_places

        monthly_cost: None | str | Unset
        if isinstance(self.monthly_cost, Unset):
            monthly_cost = UNSET
        else:
            monthly_cost = self.monthly_cost

        arrears: None | str | Unset
        if isinstance(self.arrears, Unset):
            arrears = UNSET
        else:
            arrears = self.arrears

        remarks: None | str | Unset
        if isinstance(self.remarks, Unset):
            remarks = UNSET
        else:
            remarks = self.remarks

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if title is not UNSET:
            field_dict["title"] = title
        if rooms is not UNSET:
            field_dict["rooms"] = rooms
        if floor is not UNSET:
            field_dict["floor"] = floor
        if heating is not UNSET:
            field_dict["heating"] = heating
        if cold_water is not UNSET:
            field_dict["cold_water"] = cold_water
        if hot_water is not UNSET:
            field_dict["hot_water"] = hot_water
        if bathroom is not UNSET:
            field_dict["bathroom"] = bathroom
        if toilet is not UNSET:
            field_dict["toilet"] = toilet
        if condition is not UNSET:
            field_dict["condition"] = condition
        if sleeping_places is not UNSET:
            field_dict["sleeping_places"] = sleeping_places
        if monthly_cost is not UNSET:
            field_dict["monthly_cost"] = monthly_cost
        if arrears is not UNSET:
            field_dict["arrears"] = arrears
        if remarks is not UNSET:
            field_dict["remarks"] = remarks

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["B"], d.pop("segment"))
        if segment != "B":
            raise ValueError(f"segment must match const 'B', got '{segment}'")

        def _parse_kind(data: object) -> HousingKind | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = HousingKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HousingKind | None | Unset, data)

        kind = _parse_kind(d.pop("kind", UNSET))

        def _parse_title(data: object) -> HousingTitle | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                title_type_0 = HousingTitle(data)

                return title_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(HousingTitle | None | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_rooms(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        rooms = _parse_rooms(d.pop("rooms", UNSET))

        def _parse_floor(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        floor = _parse_floor(d.pop("floor", UNSET))

        def _parse_heating(data: object) -> Heating | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                heating_type_0 = Heating(data)

                return heating_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Heating | None | Unset, data)

        heating = _parse_heating(d.pop("heating", UNSET))

        def _parse_cold_water(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        cold_water = _parse_cold_water(d.pop("cold_water", UNSET))

        def _parse_hot_water(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        hot_water = _parse_hot_water(d.pop("hot_water", UNSET))

        def _parse_bathroom(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        bathroom = _parse_bathroom(d.pop("bathroom", UNSET))

        def _parse_toilet(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        toilet = _parse_toilet(d.pop("toilet", UNSET))

        def _parse_condition(data: object) -> Condition | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                condition_type_0 = Condition(data)

                return condition_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Condition | None | Unset, data)

        condition = _parse_condition(d.pop("condition", UNSET))

        def _parse_sleeping_places(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sleeping_places = _parse_sleeping_places(d.pop("sleeping_places", UNSET))

        def _parse_monthly_cost(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        monthly_cost = _parse_monthly_cost(d.pop("monthly_cost", UNSET))

        def _parse_arrears(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        arrears = _parse_arrears(d.pop("arrears", UNSET))

        def _parse_remarks(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        remarks = _parse_remarks(d.pop("remarks", UNSET))

        segment_b = cls(
            segment=segment,
            kind=kind,
            title=title,
            rooms=rooms,
            floor=floor,
            heating=heating,
            cold_water=cold_water,
            hot_water=hot_water,
            bathroom=bathroom,
            toilet=toilet,
            condition=condition,
            sleeping_places=sleeping_places,
            monthly_cost=monthly_cost,
            arrears=arrears,
            remarks=remarks,
        )

        return segment_b
