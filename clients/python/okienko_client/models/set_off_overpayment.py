from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SetOffOverpayment")


@_attrs_define
class SetOffOverpayment:
    """Keep a share back of every month of the award from a month on.

    Attributes:
        share (int | str): More than 0, at most 1, 4 places after the point at most.
        from_month (str):
    """

    share: int | str
    from_month: str

    def to_dict(self) -> dict[str, Any]:
        share: int | str
        share = self.share

        from_month = self.from_month

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "share": share,
                "from_month": from_month,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_share(data: object) -> int | str:
            return cast(int | str, data)

        share = _parse_share(d.pop("share"))

        from_month = d.pop("from_month")

        set_off_overpayment = cls(
            share=share,
            from_month=from_month,
        )

        return set_off_overpayment
