from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Geometric")


@_attrs_define
class Geometric:
    """Each month a share of the month before, until it falls under the floor.

    Attributes:
        share (int | str): More than 0, less than 1, 4 places after the point at most.
        floor (str | Unset): Months below it are not paid. Default: '20.00'.
    """

    share: int | str
    floor: str | Unset = "20.00"

    def to_dict(self) -> dict[str, Any]:
        share: int | str
        share = self.share

        floor = self.floor

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "share": share,
            }
        )
        if floor is not UNSET:
            field_dict["floor"] = floor

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_share(data: object) -> int | str:
            return cast(int | str, data)

        share = _parse_share(d.pop("share"))

        floor = d.pop("floor", UNSET)

        geometric = cls(
            share=share,
            floor=floor,
        )

        return geometric
