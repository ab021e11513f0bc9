from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.merge_reason import MergeReason
from ..types import UNSET, Unset

T = TypeVar("T", bound="MergeClients")


@_attrs_define
class MergeClients:
    """Merge another record into this one, whose particulars lead.

    Attributes:
        merged_id (UUID): The record that will stand for this one.
        reason (MergeReason): Why two records turned out to be of one person.
        confirm_different_pesel (bool | Unset): It is one person although the numbers differ. Default: False.
    """

    merged_id: UUID
    reason: MergeReason
    confirm_different_pesel: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        merged_id = str(self.merged_id)

        reason = self.reason.value

        confirm_different_pesel = self.confirm_different_pesel

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "merged_id": merged_id,
                "reason": reason,
            }
        )
        if confirm_different_pesel is not UNSET:
            field_dict["confirm_different_pesel"] = confirm_different_pesel

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        merged_id = UUID(d.pop("merged_id"))

        reason = MergeReason(d.pop("reason"))

        confirm_different_pesel = d.pop("confirm_different_pesel", UNSET)

        merge_clients = cls(
            merged_id=merged_id,
            reason=reason,
            confirm_different_pesel=confirm_different_pesel,
        )

        return merge_clients
