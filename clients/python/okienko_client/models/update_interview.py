from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.channel import Channel
from ..models.received_as import ReceivedAs
from ..types import UNSET, Unset

T = TypeVar("T", bound="UpdateInterview")


@_attrs_define
class UpdateInterview:
    """Open an update; what it began with is asked again, not typed again.

    Attributes:
        channel (Channel | Unset): Who or what the interview began with.
        received_as (ReceivedAs | Unset): How the application or the signal came.
    """

    channel: Channel | Unset = UNSET
    received_as: ReceivedAs | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        channel: str | Unset = UNSET
        if not isinstance(self.channel, Unset):
            channel = self.channel.value

        received_as: str | Unset = UNSET
        if not isinstance(self.received_as, Unset):
            received_as = self.received_as.value

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if channel is not UNSET:
            field_dict["channel"] = channel
        if received_as is not UNSET:
            field_dict["received_as"] = received_as

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _channel = d.pop("channel", UNSET)
        channel: Channel | Unset
        if isinstance(_channel, Unset):
            channel = UNSET
        else:
            channel = Channel(_channel)

        _received_as = d.pop("received_as", UNSET)
        received_as: ReceivedAs | Unset
        if isinstance(_received_as, Unset):
            received_as = UNSET
        else:
            received_as = ReceivedAs(_received_as)

        update_interview = cls(
            channel=channel,
            received_as=received_as,
        )

        return update_interview
