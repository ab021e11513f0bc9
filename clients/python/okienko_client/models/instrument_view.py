from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section

if TYPE_CHECKING:
    from ..models.item_view import ItemView


T = TypeVar("T", bound="InstrumentView")


@_attrs_define
class InstrumentView:
    """An instrument in force today.

    Attributes:
        instrument (str):
        version (int):
        pl (str):
        en (str):
        section (Section): One category of data. Cards are cut along them, rights are decided along them.
        most (int): The highest score of an item; the lowest is 0.
        items (list[ItemView]):
    """

    instrument: str
    version: int
    pl: str
    en: str
    section: Section
    most: int
    items: list[ItemView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        instrument = self.instrument

        version = self.version

        pl = self.pl

        en = self.en

        section = self.section.value

        most = self.most

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "instrument": instrument,
                "version": version,
                "pl": pl,
                "en": en,
                "section": section,
                "most": most,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.item_view import ItemView  # noqa: PLC0415

        d = dict(src_dict)
        instrument = d.pop("instrument")

        version = d.pop("version")

        pl = d.pop("pl")

        en = d.pop("en")

        section = Section(d.pop("section"))

        most = d.pop("most")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ItemView.from_dict(items_item_data)

            items.append(items_item)

        instrument_view = cls(
            instrument=instrument,
            version=version,
            pl=pl,
            en=en,
            section=section,
            most=most,
            items=items,
        )

        instrument_view.additional_properties = d
        return instrument_view

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
