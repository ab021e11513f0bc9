from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.query_reason import QueryReason

T = TypeVar("T", bound="QuerySettlement")


@_attrs_define
class QuerySettlement:
    """Send it back, for a reason of the code list.

    Attributes:
        reason (QueryReason): What is asked of the provider.
    """

    reason: QueryReason

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
        reason = QueryReason(d.pop("reason"))

        query_settlement = cls(
            reason=reason,
        )

        return query_settlement
