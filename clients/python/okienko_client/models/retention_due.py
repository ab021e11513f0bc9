from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="RetentionDue")


@_attrs_define
class RetentionDue:
    """A closed case that nothing but a decision keeps any more.

    Attributes:
        client_id (UUID):
        closed_on (datetime.date):
        kept_until (datetime.date): The last day it had to be kept.
        rules (list[str]):
        held (bool): Whether a hold stands against erasing it.
    """

    client_id: UUID
    closed_on: datetime.date
    kept_until: datetime.date
    rules: list[str]
    held: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        client_id = str(self.client_id)

        closed_on = self.closed_on.isoformat()

        kept_until = self.kept_until.isoformat()

        rules = self.rules

        held = self.held

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "client_id": client_id,
                "closed_on": closed_on,
                "kept_until": kept_until,
                "rules": rules,
                "held": held,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        closed_on = datetime.date.fromisoformat(d.pop("closed_on"))

        kept_until = datetime.date.fromisoformat(d.pop("kept_until"))

        rules = cast(list[str], d.pop("rules"))

        held = d.pop("held")

        retention_due = cls(
            client_id=client_id,
            closed_on=closed_on,
            kept_until=kept_until,
            rules=rules,
            held=held,
        )

        retention_due.additional_properties = d
        return retention_due

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
