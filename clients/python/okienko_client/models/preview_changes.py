from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..models.scope import Scope
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.law_change import LawChange


T = TypeVar("T", bound="PreviewChanges")


@_attrs_define
class PreviewChanges:
    """Values of the law that would be others from a day on.

    Attributes:
        on (datetime.date): From this day on.
        changes (list[LawChange]):
        scope (Scope | Unset): Which benefits count as lost.
        households (int | Unset): Made-up households beside the real ones. Default: 16384.
        seed (int | Unset):  Default: 1.
    """

    on: datetime.date
    changes: list[LawChange]
    scope: Scope | Unset = UNSET
    households: int | Unset = 16384
    seed: int | Unset = 1

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        changes = []
        for changes_item_data in self.changes:
            changes_item = changes_item_data.to_dict()
            changes.append(changes_item)

        scope: str | Unset = UNSET
        if not isinstance(self.scope, Unset):
            scope = self.scope.value

        households = self.households

        seed = self.seed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "on": on,
                "changes": changes,
            }
        )
        if scope is not UNSET:
            field_dict["scope"] = scope
        if households is not UNSET:
            field_dict["households"] = households
        if seed is not UNSET:
            field_dict["seed"] = seed

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.law_change import LawChange  # noqa: PLC0415

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        changes = []
        _changes = d.pop("changes")
        for changes_item_data in _changes:
            changes_item = LawChange.from_dict(changes_item_data)

            changes.append(changes_item)

        _scope = d.pop("scope", UNSET)
        scope: Scope | Unset
        if isinstance(_scope, Unset):
            scope = UNSET
        else:
            scope = Scope(_scope)

        households = d.pop("households", UNSET)

        seed = d.pop("seed", UNSET)

        preview_changes = cls(
            on=on,
            changes=changes,
            scope=scope,
            households=households,
            seed=seed,
        )

        return preview_changes
