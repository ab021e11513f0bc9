from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_channel import ContactChannel

T = TypeVar("T", bound="ContactView")


@_attrs_define
class ContactView:
    """The office and the client were in touch.

    Attributes:
        contacted_on (datetime.date):
        channel (ContactChannel): How the office and the client were in touch.
    """

    contacted_on: datetime.date
    channel: ContactChannel
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contacted_on = self.contacted_on.isoformat()

        channel = self.channel.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contacted_on": contacted_on,
                "channel": channel,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        contacted_on = datetime.date.fromisoformat(d.pop("contacted_on"))

        channel = ContactChannel(d.pop("channel"))

        contact_view = cls(
            contacted_on=contacted_on,
            channel=channel,
        )

        contact_view.additional_properties = d
        return contact_view

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
