from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.contact_channel import ContactChannel

T = TypeVar("T", bound="LogLabourContact")


@_attrs_define
class LogLabourContact:
    """Note a contact; the next one is due as the plan says.

    Attributes:
        contacted_on (datetime.date):
        channel (ContactChannel): How the office and the client were in touch.
    """

    contacted_on: datetime.date
    channel: ContactChannel

    def to_dict(self) -> dict[str, Any]:
        contacted_on = self.contacted_on.isoformat()

        channel = self.channel.value

        field_dict: dict[str, Any] = {}

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

        log_labour_contact = cls(
            contacted_on=contacted_on,
            channel=channel,
        )

        return log_labour_contact
