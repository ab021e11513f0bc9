from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Continuation")


@_attrs_define
class Continuation:
    """What the continuation rests on: a social contract, and a decision that still runs.

    Attributes:
        decision_until (datetime.date): Last day for which the allowance was granted, inclusive.
        last_continued_in (None | str | Unset): The last month in which it was continued before.
    """

    decision_until: datetime.date
    last_continued_in: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        decision_until = self.decision_until.isoformat()

        last_continued_in: None | str | Unset
        if isinstance(self.last_continued_in, Unset):
            last_continued_in = UNSET
        else:
            last_continued_in = self.last_continued_in

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision_until": decision_until,
            }
        )
        if last_continued_in is not UNSET:
            field_dict["last_continued_in"] = last_continued_in

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        decision_until = datetime.date.fromisoformat(d.pop("decision_until"))

        def _parse_last_continued_in(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        last_continued_in = _parse_last_continued_in(d.pop("last_continued_in", UNSET))

        continuation = cls(
            decision_until=decision_until,
            last_continued_in=last_continued_in,
        )

        return continuation
