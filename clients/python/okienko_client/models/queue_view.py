from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="QueueView")


@_attrs_define
class QueueView:
    """Where somebody stands on a waiting list.

    Attributes:
        position (int): 1: next.
        ahead (int): How many are before her.
        place_kept_until (datetime.date | None): A place is free and kept for her until then.
    """

    position: int
    ahead: int
    place_kept_until: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        position = self.position

        ahead = self.ahead

        place_kept_until: None | str
        if isinstance(self.place_kept_until, datetime.date):
            place_kept_until = self.place_kept_until.isoformat()
        else:
            place_kept_until = self.place_kept_until

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "position": position,
                "ahead": ahead,
                "place_kept_until": place_kept_until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        position = d.pop("position")

        ahead = d.pop("ahead")

        def _parse_place_kept_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                place_kept_until_type_0 = datetime.date.fromisoformat(data)

                return place_kept_until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        place_kept_until = _parse_place_kept_until(d.pop("place_kept_until"))

        queue_view = cls(
            position=position,
            ahead=ahead,
            place_kept_until=place_kept_until,
        )

        queue_view.additional_properties = d
        return queue_view

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
