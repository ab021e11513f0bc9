from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.fact_kind import FactKind

T = TypeVar("T", bound="ConfirmFacts")


@_attrs_define
class ConfirmFacts:
    """Say which kinds of facts the client confirmed, and on which day.

    Attributes:
        kinds (list[FactKind]):
        confirmed_on (datetime.date):
    """

    kinds: list[FactKind]
    confirmed_on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        confirmed_on = self.confirmed_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kinds": kinds,
                "confirmed_on": confirmed_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = FactKind(kinds_item_data)

            kinds.append(kinds_item)

        confirmed_on = datetime.date.fromisoformat(d.pop("confirmed_on"))

        confirm_facts = cls(
            kinds=kinds,
            confirmed_on=confirmed_on,
        )

        return confirm_facts
