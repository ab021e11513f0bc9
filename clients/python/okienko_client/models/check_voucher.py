from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="CheckVoucher")


@_attrs_define
class CheckVoucher:
    """Check a voucher by its number, which no address may carry.

    Attributes:
        serial (str):
    """

    serial: str

    def to_dict(self) -> dict[str, Any]:
        serial = self.serial

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "serial": serial,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        serial = d.pop("serial")

        check_voucher = cls(
            serial=serial,
        )

        return check_voucher
