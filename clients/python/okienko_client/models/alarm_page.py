from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.access_request_view import AccessRequestView
    from ..models.alarm_view import AlarmView


T = TypeVar("T", bound="AlarmPage")


@_attrs_define
class AlarmPage:
    """Alarms, newest first; and requests for access that your institution has let lie.

    Attributes:
        items (list[AlarmView]):
        next_ (None | str):
        overdue_requests (list[AccessRequestView]): Longest overdue first; at most fifty.
    """

    items: list[AlarmView]
    next_: None | str
    overdue_requests: list[AccessRequestView]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_: None | str
        next_ = self.next_

        overdue_requests = []
        for overdue_requests_item_data in self.overdue_requests:
            overdue_requests_item = overdue_requests_item_data.to_dict()
            overdue_requests.append(overdue_requests_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "next": next_,
                "overdue_requests": overdue_requests,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.access_request_view import AccessRequestView  # noqa: PLC0415
        from ..models.alarm_view import AlarmView  # noqa: PLC0415

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = AlarmView.from_dict(items_item_data)

            items.append(items_item)

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        overdue_requests = []
        _overdue_requests = d.pop("overdue_requests")
        for overdue_requests_item_data in _overdue_requests:
            overdue_requests_item = AccessRequestView.from_dict(overdue_requests_item_data)

            overdue_requests.append(overdue_requests_item)

        alarm_page = cls(
            items=items,
            next_=next_,
            overdue_requests=overdue_requests,
        )

        alarm_page.additional_properties = d
        return alarm_page

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
