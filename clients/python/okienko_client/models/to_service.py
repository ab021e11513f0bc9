from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ToService")


@_attrs_define
class ToService:
    """A service of the directory; its institution answers, and accepting takes a place.

    Attributes:
        service (UUID):
        join_waiting_list (bool | Unset): Send it also while no place is free, if a list is kept. Default: False.
    """

    service: UUID
    join_waiting_list: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        service = str(self.service)

        join_waiting_list = self.join_waiting_list

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "service": service,
            }
        )
        if join_waiting_list is not UNSET:
            field_dict["join_waiting_list"] = join_waiting_list

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        service = UUID(d.pop("service"))

        join_waiting_list = d.pop("join_waiting_list", UNSET)

        to_service = cls(
            service=service,
            join_waiting_list=join_waiting_list,
        )

        return to_service
