from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.extension_reason import ExtensionReason

T = TypeVar("T", bound="ExtendSubjectRequest")


@_attrs_define
class ExtendSubjectRequest:
    """Take the two further months of art. 12(3); the person must be told within the first one.

    Attributes:
        reason (ExtensionReason): Why one month is not enough (art. 12(3)).
    """

    reason: ExtensionReason

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
        reason = ExtensionReason(d.pop("reason"))

        extend_subject_request = cls(
            reason=reason,
        )

        return extend_subject_request
