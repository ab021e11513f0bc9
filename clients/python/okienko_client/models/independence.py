from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Independence")


@_attrs_define
class Independence:
    """Support ends when the household lives by itself: its income without it, against its criterion.

    Attributes:
        criteria (int | str | Unset): Of income; met when reached. More than 0, at most 10, 4 places after the point at
            most. Default: '1.5'.
        months (int | Unset): So many one after another. Default: 3.
    """

    criteria: int | str | Unset = "1.5"
    months: int | Unset = 3

    def to_dict(self) -> dict[str, Any]:
        criteria: int | str | Unset
        if isinstance(self.criteria, Unset):
            criteria = UNSET
        else:
            criteria = self.criteria

        months = self.months

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if criteria is not UNSET:
            field_dict["criteria"] = criteria
        if months is not UNSET:
            field_dict["months"] = months

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_criteria(data: object) -> int | str | Unset:
            if isinstance(data, Unset):
                return data
            return cast(int | str | Unset, data)

        criteria = _parse_criteria(d.pop("criteria", UNSET))

        months = d.pop("months", UNSET)

        independence = cls(
            criteria=criteria,
            months=months,
        )

        return independence
