from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.fact_view import FactView
    from ..models.withheld_facts import WithheldFacts


T = TypeVar("T", bound="FactsView")


@_attrs_define
class FactsView:
    """Facts kind by kind, the one in force first; history only of what is seen in full.

    Attributes:
        client_id (UUID):
        version (int):
        items (list[FactView]):
        withheld (list[WithheldFacts]):
    """

    client_id: UUID
    version: int
    items: list[FactView]
    withheld: list[WithheldFacts]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        version = self.version

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        withheld = []
        for withheld_item_data in self.withheld:
            withheld_item = withheld_item_data.to_dict()
            withheld.append(withheld_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "version": version,
                "items": items,
                "withheld": withheld,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.fact_view import FactView  # noqa: PLC0415
        from ..models.withheld_facts import WithheldFacts  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        version = d.pop("version")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = FactView.from_dict(items_item_data)

            items.append(items_item)

        withheld = []
        _withheld = d.pop("withheld")
        for withheld_item_data in _withheld:
            withheld_item = WithheldFacts.from_dict(withheld_item_data)

            withheld.append(withheld_item)

        facts_view = cls(
            client_id=client_id,
            version=version,
            items=items,
            withheld=withheld,
        )

        facts_view.additional_properties = d
        return facts_view

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
