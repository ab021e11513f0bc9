from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ClosePart")


@_attrs_define
class ClosePart:
    """Describe what came of it.

    Attributes:
        results (str): What came of it.
        talk_on (datetime.date | None | Unset): The summary talk with her; an IPUS needs one.
    """

    results: str
    talk_on: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        results = self.results

        talk_on: None | str | Unset
        if isinstance(self.talk_on, Unset):
            talk_on = UNSET
        elif isinstance(self.talk_on, datetime.date):
            talk_on = self.talk_on.isoformat()
        else:
            talk_on = self.talk_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "results": results,
            }
        )
        if talk_on is not UNSET:
            field_dict["talk_on"] = talk_on

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        results = d.pop("results")

        def _parse_talk_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                talk_on_type_0 = datetime.date.fromisoformat(data)

                return talk_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        talk_on = _parse_talk_on(d.pop("talk_on", UNSET))

        close_part = cls(
            results=results,
            talk_on=talk_on,
        )

        return close_part
