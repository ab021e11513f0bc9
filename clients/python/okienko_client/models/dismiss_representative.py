from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_source import FactSource
from ..types import UNSET, Unset

T = TypeVar("T", bound="DismissRepresentative")


@_attrs_define
class DismissRepresentative:
    """Say which day was the last one, inclusive.

    Attributes:
        ended_on (datetime.date):
        source (FactSource | Unset): From where whoever recorded it knew.
    """

    ended_on: datetime.date
    source: FactSource | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        ended_on = self.ended_on.isoformat()

        source: str | Unset = UNSET
        if not isinstance(self.source, Unset):
            source = self.source.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "ended_on": ended_on,
            }
        )
        if source is not UNSET:
            field_dict["source"] = source

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ended_on = datetime.date.fromisoformat(d.pop("ended_on"))

        _source = d.pop("source", UNSET)
        source: FactSource | Unset
        if isinstance(_source, Unset):
            source = UNSET
        else:
            source = FactSource(_source)

        dismiss_representative = cls(
            ended_on=ended_on,
            source=source,
        )

        return dismiss_representative
