from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.map_category import MapCategory
from ..types import UNSET, Unset

T = TypeVar("T", bound="ToPartnership")


@_attrs_define
class ToPartnership:
    """Whichever member of a partnership claims it; until then none of them knows who she is.

    Attributes:
        partnership (UUID):
        category (MapCategory): What a service does (domain 7); Polish names and articles: `categories.yaml` of the
            directory.
        needs (list[MapCategory] | Unset): What else is needed, for all to see.
    """

    partnership: UUID
    category: MapCategory
    needs: list[MapCategory] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        partnership = str(self.partnership)

        category = self.category.value

        needs: list[str] | Unset = UNSET
        if not isinstance(self.needs, Unset):
            needs = []
            for needs_item_data in self.needs:
                needs_item = needs_item_data.value
                needs.append(needs_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "partnership": partnership,
                "category": category,
            }
        )
        if needs is not UNSET:
            field_dict["needs"] = needs

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        partnership = UUID(d.pop("partnership"))

        category = MapCategory(d.pop("category"))

        _needs = d.pop("needs", UNSET)
        needs: list[MapCategory] | Unset = UNSET
        if _needs is not UNSET:
            needs = []
            for needs_item_data in _needs:
                needs_item = MapCategory(needs_item_data)

                needs.append(needs_item)

        to_partnership = cls(
            partnership=partnership,
            category=category,
            needs=needs,
        )

        return to_partnership
