from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section

T = TypeVar("T", bound="WithheldFacts")


@_attrs_define
class WithheldFacts:
    """A category of facts that is kept back or covered, and why.

    Attributes:
        section (Section): One category of data. Cards are cut along them, rights are decided along them.
        reason (str):
        shown (str):
    """

    section: Section
    reason: str
    shown: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        section = self.section.value

        reason = self.reason

        shown = self.shown

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "section": section,
                "reason": reason,
                "shown": shown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        section = Section(d.pop("section"))

        reason = d.pop("reason")

        shown = d.pop("shown")

        withheld_facts = cls(
            section=section,
            reason=reason,
            shown=shown,
        )

        withheld_facts.additional_properties = d
        return withheld_facts

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
