from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.competent_view import CompetentView


T = TypeVar("T", bound="CompetenceView")


@_attrs_define
class CompetenceView:
    """Which offices are competent, by what the record says of her residence.

    Attributes:
        client_id (UUID):
        homeless (bool):
        items (list[CompetentView]):
        register_of (datetime.date): The day of the TERC register behind it.
    """

    client_id: UUID
    homeless: bool
    items: list[CompetentView]
    register_of: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        homeless = self.homeless

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        register_of = self.register_of.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "homeless": homeless,
                "items": items,
                "register_of": register_of,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.competent_view import CompetentView  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        homeless = d.pop("homeless")

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = CompetentView.from_dict(items_item_data)

            items.append(items_item)

        register_of = datetime.date.fromisoformat(d.pop("register_of"))

        competence_view = cls(
            client_id=client_id,
            homeless=homeless,
            items=items,
            register_of=register_of,
        )

        competence_view.additional_properties = d
        return competence_view

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
