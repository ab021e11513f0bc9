from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="PlanDifference")


@_attrs_define
class PlanDifference:
    """Which things of one sort were added, changed or dropped.

    Attributes:
        added (list[UUID]):
        changed (list[UUID]):
        dropped (list[UUID]):
    """

    added: list[UUID]
    changed: list[UUID]
    dropped: list[UUID]

    def to_dict(self) -> dict[str, Any]:
        added = []
        for added_item_data in self.added:
            added_item = str(added_item_data)
            added.append(added_item)

        changed = []
        for changed_item_data in self.changed:
            changed_item = str(changed_item_data)
            changed.append(changed_item)

        dropped = []
        for dropped_item_data in self.dropped:
            dropped_item = str(dropped_item_data)
            dropped.append(dropped_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "added": added,
                "changed": changed,
                "dropped": dropped,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        added = []
        _added = d.pop("added")
        for added_item_data in _added:
            added_item = UUID(added_item_data)

            added.append(added_item)

        changed = []
        _changed = d.pop("changed")
        for changed_item_data in _changed:
            changed_item = UUID(changed_item_data)

            changed.append(changed_item)

        dropped = []
        _dropped = d.pop("dropped")
        for dropped_item_data in _dropped:
            dropped_item = UUID(dropped_item_data)

            dropped.append(dropped_item)

        plan_difference = cls(
            added=added,
            changed=changed,
            dropped=dropped,
        )

        return plan_difference
