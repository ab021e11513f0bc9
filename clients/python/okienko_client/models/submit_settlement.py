from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SubmitSettlement")


@_attrs_define
class SubmitSettlement:
    """Submit a month.

    Attributes:
        programme_id (UUID):
        month (str):
    """

    programme_id: UUID
    month: str

    def to_dict(self) -> dict[str, Any]:
        programme_id = str(self.programme_id)

        month = self.month

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "programme_id": programme_id,
                "month": month,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        programme_id = UUID(d.pop("programme_id"))

        month = d.pop("month")

        submit_settlement = cls(
            programme_id=programme_id,
            month=month,
        )

        return submit_settlement
