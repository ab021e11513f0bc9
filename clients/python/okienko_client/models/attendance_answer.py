from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.attendance import Attendance
from ..types import UNSET, Unset

T = TypeVar("T", bound="AttendanceAnswer")


@_attrs_define
class AttendanceAnswer:
    """Whether she comes to what was agreed.

    Attributes:
        kind (Literal['attendance']):
        attends (Attendance): Whether she comes.
        text (None | str | Unset): What is to be added in words.
        last_seen_on (datetime.date | None | Unset):
    """

    kind: Literal["attendance"]
    attends: Attendance
    text: None | str | Unset = UNSET
    last_seen_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        attends = self.attends.value

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        last_seen_on: None | str | Unset
        if isinstance(self.last_seen_on, Unset):
            last_seen_on = UNSET
        elif isinstance(self.last_seen_on, datetime.date):
            last_seen_on = self.last_seen_on.isoformat()
        else:
            last_seen_on = self.last_seen_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "attends": attends,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if last_seen_on is not UNSET:
            field_dict["last_seen_on"] = last_seen_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["attendance"], d.pop("kind"))
        if kind != "attendance":
            raise ValueError(f"kind must match const 'attendance', got '{kind}'")

        attends = Attendance(d.pop("attends"))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_last_seen_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_seen_on_type_0 = datetime.date.fromisoformat(data)

                return last_seen_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        last_seen_on = _parse_last_seen_on(d.pop("last_seen_on", UNSET))

        attendance_answer = cls(
            kind=kind,
            attends=attends,
            text=text,
            last_seen_on=last_seen_on,
        )

        return attendance_answer
