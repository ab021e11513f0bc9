from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion

if TYPE_CHECKING:
    from ..models.asking import Asking
    from ..models.found_client import FoundClient


T = TypeVar("T", bound="FoundClients")


@_attrs_define
class FoundClients:
    """Who was found among those your institution may see, those who fit best first.

    Attributes:
        items (list[FoundClient]):
        matched (list[Criterion]): What every one of them fits.
        approximate (bool): Nobody fits exactly; these do with one letter of a name changed.
        more (bool): There are more: say more about whom you look for.
        elsewhere (bool): Somebody with this PESEL number is registered, out of your sight.
        ask_for_access (Asking | None):
    """

    items: list[FoundClient]
    matched: list[Criterion]
    approximate: bool
    more: bool
    elsewhere: bool
    ask_for_access: Asking | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.asking import Asking  # noqa: PLC0415

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        matched = []
        for matched_item_data in self.matched:
            matched_item = matched_item_data.value
            matched.append(matched_item)

        approximate = self.approximate

        more = self.more

        elsewhere = self.elsewhere

        ask_for_access: dict[str, Any] | None
        if isinstance(self.ask_for_access, Asking):
            ask_for_access = self.ask_for_access.to_dict()
        else:
            ask_for_access = self.ask_for_access

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "matched": matched,
                "approximate": approximate,
                "more": more,
                "elsewhere": elsewhere,
                "ask_for_access": ask_for_access,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asking import Asking  # noqa: PLC0415
        from ..models.found_client import FoundClient  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = FoundClient.from_dict(items_item_data)

            items.append(items_item)

        matched = []
        _matched = d.pop("matched")
        for matched_item_data in _matched:
            matched_item = Criterion(matched_item_data)

            matched.append(matched_item)

        approximate = d.pop("approximate")

        more = d.pop("more")

        elsewhere = d.pop("elsewhere")

        def _parse_ask_for_access(data: object) -> Asking | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ask_for_access_type_0 = Asking.from_dict(data)

                return ask_for_access_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Asking | None, data)

        ask_for_access = _parse_ask_for_access(d.pop("ask_for_access"))

        found_clients = cls(
            items=items,
            matched=matched,
            approximate=approximate,
            more=more,
            elsewhere=elsewhere,
            ask_for_access=ask_for_access,
        )

        found_clients.additional_properties = d
        return found_clients

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
