from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.record_of import RecordOf


T = TypeVar("T", bound="RecordsView")


@_attrs_define
class RecordsView:
    """Records, in the order they were asked for.

    Attributes:
        items (list[RecordOf]):
        not_found (list[UUID]): No such clients among those your institution may see.
    """

    items: list[RecordOf]
    not_found: list[UUID]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        not_found = []
        for not_found_item_data in self.not_found:
            not_found_item = str(not_found_item_data)
            not_found.append(not_found_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "not_found": not_found,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_of import RecordOf  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = RecordOf.from_dict(items_item_data)

            items.append(items_item)

        not_found = []
        _not_found = d.pop("not_found")
        for not_found_item_data in _not_found:
            not_found_item = UUID(not_found_item_data)

            not_found.append(not_found_item)

        records_view = cls(
            items=items,
            not_found=not_found,
        )

        records_view.additional_properties = d
        return records_view

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
