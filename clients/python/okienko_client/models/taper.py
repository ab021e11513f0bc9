from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Taper")


@_attrs_define
class Taper:
    """The lost benefit less a share of what is earned above an allowance.

    Attributes:
        share (int | str): More than 0, at most 1, 4 places after the point at most.
        allowance (str): Net earnings that take nothing away.
        months (int | Unset):  Default: 12.
    """

    share: int | str
    allowance: str
    months: int | Unset = 12

    def to_dict(self) -> dict[str, Any]:
        share: int | str
        share = self.share

        allowance = self.allowance

        months = self.months

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "share": share,
                "allowance": allowance,
            }
        )
        if months is not UNSET:
            field_dict["months"] = months

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_share(data: object) -> int | str:
            return cast(int | str, data)

        share = _parse_share(d.pop("share"))

        allowance = d.pop("allowance")

        months = d.pop("months", UNSET)

        taper = cls(
            share=share,
            allowance=allowance,
            months=months,
        )

        return taper
