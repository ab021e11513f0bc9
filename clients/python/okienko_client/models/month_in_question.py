from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MonthInQuestion")


@_attrs_define
class MonthInQuestion:
    """A month, and what it should have paid.

    Attributes:
        month (str):
        due (None | str | Unset): What it should have paid; unsaid: worked out from what was declared.
    """

    month: str
    due: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        month = self.month

        due: None | str | Unset
        if isinstance(self.due, Unset):
            due = UNSET
        else:
            due = self.due

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "month": month,
            }
        )
        if due is not UNSET:
            field_dict["due"] = due

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        month = d.pop("month")

        def _parse_due(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        due = _parse_due(d.pop("due", UNSET))

        month_in_question = cls(
            month=month,
            due=due,
        )

        return month_in_question
