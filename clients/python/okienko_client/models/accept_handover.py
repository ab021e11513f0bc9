from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="AcceptHandover")


@_attrs_define
class AcceptHandover:
    """Take the client over.

    Attributes:
        keep (list[UUID] | Unset): Pending requests of the former adviser that stay, in the new adviser's name; what is
            not listed falls away, and whoever was asked is told.
    """

    keep: list[UUID] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        keep: list[str] | Unset = UNSET
        if not isinstance(self.keep, Unset):
            keep = []
            for keep_item_data in self.keep:
                keep_item = str(keep_item_data)
                keep.append(keep_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if keep is not UNSET:
            field_dict["keep"] = keep

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        _keep = d.pop("keep", UNSET)
        keep: list[UUID] | Unset = UNSET
        if _keep is not UNSET:
            keep = []
            for keep_item_data in _keep:
                keep_item = UUID(keep_item_data)

                keep.append(keep_item)

        accept_handover = cls(
            keep=keep,
        )

        return accept_handover
