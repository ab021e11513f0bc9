from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.parameter_view import ParameterView


T = TypeVar("T", bound="ParameterList")


@_attrs_define
class ParameterList:
    """What the law says on a day, by name; `unknown` has no value for it.

    Attributes:
        on (datetime.date):
        municipality (None | str):
        version (int): Rises with every decision about a resolution.
        items (list[ParameterView]):
        unknown (list[str]): Parameters without a value on this day.
    """

    on: datetime.date
    municipality: None | str
    version: int
    items: list[ParameterView]
    unknown: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        municipality: None | str
        municipality = self.municipality

        version = self.version

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        unknown = self.unknown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "municipality": municipality,
                "version": version,
                "items": items,
                "unknown": unknown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.parameter_view import ParameterView  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        def _parse_municipality(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        municipality = _parse_municipality(d.pop("municipality"))

        version = d.pop("version")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ParameterView.from_dict(items_item_data)

            items.append(items_item)

        unknown = cast(list[str], d.pop("unknown"))

        parameter_list = cls(
            on=on,
            municipality=municipality,
            version=version,
            items=items,
            unknown=unknown,
        )

        parameter_list.additional_properties = d
        return parameter_list

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
