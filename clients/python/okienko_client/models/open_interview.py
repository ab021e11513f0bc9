from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.channel import Channel
from ..models.interview_kind import InterviewKind
from ..models.interview_part import InterviewPart
from ..models.received_as import ReceivedAs
from ..types import UNSET, Unset

T = TypeVar("T", bound="OpenInterview")


@_attrs_define
class OpenInterview:
    """Open an interview on an application, or on what became known.

    Attributes:
        channel (Channel): Who or what the interview began with.
        received_as (ReceivedAs): How the application or the signal came.
        received_on (datetime.date): The day the need became known.
        kind (InterviewKind | Unset): What kind of document help rests on (rodzaj dokumentu; art. 107 u.p.s.).
        part (InterviewPart | Unset): Which of the nine parts of the questionnaire is filled.

            Part I is the full interview with the segments A-J. What each of the parts II-IX is for is not
            among our sources, so they are only numbered here.
        urgent (bool | Unset):  Default: False.
    """

    channel: Channel
    received_as: ReceivedAs
    received_on: datetime.date
    kind: InterviewKind | Unset = UNSET
    part: InterviewPart | Unset = UNSET
    urgent: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        channel = self.channel.value

        received_as = self.received_as.value

        received_on = self.received_on.isoformat()

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        part: str | Unset = UNSET
        if not isinstance(self.part, Unset):
            part = self.part.value

        urgent = self.urgent

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "channel": channel,
                "received_as": received_as,
                "received_on": received_on,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
        if part is not UNSET:
            field_dict["part"] = part
        if urgent is not UNSET:
            field_dict["urgent"] = urgent

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        channel = Channel(d.pop("channel"))

        received_as = ReceivedAs(d.pop("received_as"))

        received_on = datetime.date.fromisoformat(d.pop("received_on"))

        _kind = d.pop("kind", UNSET)
        kind: InterviewKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = InterviewKind(_kind)

        _part = d.pop("part", UNSET)
        part: InterviewPart | Unset
        if isinstance(_part, Unset):
            part = UNSET
        else:
            part = InterviewPart(_part)

        urgent = d.pop("urgent", UNSET)

        open_interview = cls(
            channel=channel,
            received_as=received_as,
            received_on=received_on,
            kind=kind,
            part=part,
            urgent=urgent,
        )

        return open_interview
