from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PlanWarning")


@_attrs_define
class PlanWarning:
    """Something in the plan that does not go together.

    Attributes:
        code (str):
        things (list[UUID]): The goals, actions, parts, referrals.
        text (str):
        pl (str):
    """

    code: str
    things: list[UUID]
    text: str
    pl: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        things = []
        for things_item_data in self.things:
            things_item = str(things_item_data)
            things.append(things_item)

        text = self.text

        pl = self.pl

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "things": things,
                "text": text,
                "pl": pl,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        things = []
        _things = d.pop("things")
        for things_item_data in _things:
            things_item = UUID(things_item_data)

            things.append(things_item)

        text = d.pop("text")

        pl = d.pop("pl")

        plan_warning = cls(
            code=code,
            things=things,
            text=text,
            pl=pl,
        )

        plan_warning.additional_properties = d
        return plan_warning

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
