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

from ..types import UNSET, Unset

T = TypeVar("T", bound="BenefitRightAnswer")


@_attrs_define
class BenefitRightAnswer:
    """Her right to unemployment benefit.

    Attributes:
        kind (Literal['benefit_right']):
        entitled (bool):
        text (None | str | Unset): What is to be added in words.
        first_day (datetime.date | None | Unset):
        last_day (datetime.date | None | Unset): None: not known yet.
    """

    kind: Literal["benefit_right"]
    entitled: bool
    text: None | str | Unset = UNSET
    first_day: datetime.date | None | Unset = UNSET
    last_day: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        entitled = self.entitled

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        first_day: None | str | Unset
        if isinstance(self.first_day, Unset):
            first_day = UNSET
        elif isinstance(self.first_day, datetime.date):
            first_day = self.first_day.isoformat()
        else:
            first_day = self.first_day

        last_day: None | str | Unset
        if isinstance(self.last_day, Unset):
            last_day = UNSET
        elif isinstance(self.last_day, datetime.date):
            last_day = self.last_day.isoformat()
        else:
            last_day = self.last_day

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "entitled": entitled,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text
        if first_day is not UNSET:
            field_dict["first_day"] = first_day
        if last_day is not UNSET:
            field_dict["last_day"] = last_day

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["benefit_right"], d.pop("kind"))
        if kind != "benefit_right":
            raise ValueError(f"kind must match const 'benefit_right', got '{kind}'")

        entitled = d.pop("entitled")

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        def _parse_first_day(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_day_type_0 = datetime.date.fromisoformat(data)

                return first_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        first_day = _parse_first_day(d.pop("first_day", UNSET))

        def _parse_last_day(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_day_type_0 = datetime.date.fromisoformat(data)

                return last_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        last_day = _parse_last_day(d.pop("last_day", UNSET))

        benefit_right_answer = cls(
            kind=kind,
            entitled=entitled,
            text=text,
            first_day=first_day,
            last_day=last_day,
        )

        return benefit_right_answer
