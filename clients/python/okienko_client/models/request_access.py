from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="RequestAccess")


@_attrs_define
class RequestAccess:
    """Ask for access to the record of the person with this PESEL number.

    Attributes:
        pesel (str):
        reason (str):
    """

    pesel: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        pesel = self.pesel

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "pesel": pesel,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pesel = d.pop("pesel")

        reason = d.pop("reason")

        request_access = cls(
            pesel=pesel,
            reason=reason,
        )

        return request_access
