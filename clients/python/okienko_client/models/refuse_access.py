from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.access_refusal import AccessRefusal

T = TypeVar("T", bound="RefuseAccess")


@_attrs_define
class RefuseAccess:
    """Say no, and why.

    Attributes:
        reason (AccessRefusal): Why an institution refuses access to a client it registered.
    """

    reason: AccessRefusal

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = AccessRefusal(d.pop("reason"))

        refuse_access = cls(
            reason=reason,
        )

        return refuse_access
