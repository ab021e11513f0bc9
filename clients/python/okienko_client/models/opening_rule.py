from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section

if TYPE_CHECKING:
    from ..models.cited_rule import CitedRule


T = TypeVar("T", bound="OpeningRule")


@_attrs_define
class OpeningRule:
    """A rule by which a relation opens sections to you.

    Attributes:
        rule (CitedRule): A rule of the policies, and the law it stands on.
        sections (list[Section]):
    """

    rule: CitedRule
    sections: list[Section]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rule = self.rule.to_dict()

        sections = []
        for sections_item_data in self.sections:
            sections_item = sections_item_data.value
            sections.append(sections_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule": rule,
                "sections": sections,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cited_rule import CitedRule  # noqa: PLC0415

        d = dict(src_dict)
        rule = CitedRule.from_dict(d.pop("rule"))

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = Section(sections_item_data)

            sections.append(sections_item)

        opening_rule = cls(
            rule=rule,
            sections=sections,
        )

        opening_rule.additional_properties = d
        return opening_rule

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
