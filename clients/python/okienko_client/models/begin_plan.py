from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="BeginPlan")


@_attrs_define
class BeginPlan:
    """Open a new plan.

    Attributes:
        client_id (UUID):
    """

    client_id: UUID

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        begin_plan = cls(
            client_id=client_id,
        )

        return begin_plan
