from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.visit_flag import VisitFlag

T = TypeVar("T", bound="ClearVisitFlag")


@_attrs_define
class ClearVisitFlag:
    """Take a flag as explained.

    Attributes:
        flag (VisitFlag): What is to be explained about a visit before it is paid for.
        note (str):
    """

    flag: VisitFlag
    note: str

    def to_dict(self) -> dict[str, Any]:
        flag = self.flag.value

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "flag": flag,
                "note": note,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        flag = VisitFlag(d.pop("flag"))

        note = d.pop("note")

        clear_visit_flag = cls(
            flag=flag,
            note=note,
        )

        return clear_visit_flag
