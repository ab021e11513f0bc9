from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.drop_reason import DropReason

T = TypeVar("T", bound="WithdrawAgendaItem")


@_attrs_define
class WithdrawAgendaItem:
    """Take it off.

    Attributes:
        reason (DropReason): Why an item is taken off the agenda.
    """

    reason: DropReason

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
        reason = DropReason(d.pop("reason"))

        withdraw_agenda_item = cls(
            reason=reason,
        )

        return withdraw_agenda_item
