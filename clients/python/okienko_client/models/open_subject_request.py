from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.request_channel import RequestChannel
from ..models.request_kind import RequestKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="OpenSubjectRequest")


@_attrs_define
class OpenSubjectRequest:
    """Register a request of a data subject; its term runs from the day it was received.

    Attributes:
        kind (RequestKind): What a data subject may ask for (GDPR art. 15, 16, 17, 18, 20, 21).
        received_on (datetime.date):
        channel (RequestChannel): How a request reached the institution.
        note (None | str | Unset):
    """

    kind: RequestKind
    received_on: datetime.date
    channel: RequestChannel
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        received_on = self.received_on.isoformat()

        channel = self.channel.value

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "received_on": received_on,
                "channel": channel,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = RequestKind(d.pop("kind"))

        received_on = datetime.date.fromisoformat(d.pop("received_on"))

        channel = RequestChannel(d.pop("channel"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        open_subject_request = cls(
            kind=kind,
            received_on=received_on,
            channel=channel,
            note=note,
        )

        return open_subject_request
