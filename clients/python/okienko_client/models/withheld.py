from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.section import Section
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.cited_rule import CitedRule


T = TypeVar("T", bound="Withheld")


@_attrs_define
class Withheld:
    """A section kept back, wholly or in part.

    Attributes:
        section (Section): One category of data. Cards are cut along them, rights are decided along them.
        reason (str): `not_shared`: your task permits it, but what was shared with you names other sections;
            `consent_needed`: her consent naming the section opens it; `not_for_your_task`: nothing does;
            `not_for_this_purpose`: you see it for another one.
        shown (str): nothing, summary or masked
        rule (CitedRule | None): Which keeps it back, or with `consent_needed` which her consent would meet; none: no
            rule opens it to your role.
        summary (Any | Unset):
    """

    section: Section
    reason: str
    shown: str
    rule: CitedRule | None
    summary: Any | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.cited_rule import CitedRule  # noqa: PLC0415

        section = self.section.value

        reason = self.reason

        shown = self.shown

        rule: dict[str, Any] | None
        if isinstance(self.rule, CitedRule):
            rule = self.rule.to_dict()
        else:
            rule = self.rule

        summary = self.summary

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "section": section,
                "reason": reason,
                "shown": shown,
                "rule": rule,
            }
        )
        if summary is not UNSET:
            field_dict["summary"] = summary

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.cited_rule import CitedRule  # noqa: PLC0415

        d = dict(src_dict)
        section = Section(d.pop("section"))

        reason = d.pop("reason")

        shown = d.pop("shown")

        def _parse_rule(data: object) -> CitedRule | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                rule_type_0 = CitedRule.from_dict(data)

                return rule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CitedRule | None, data)

        rule = _parse_rule(d.pop("rule"))

        summary = d.pop("summary", UNSET)

        withheld = cls(
            section=section,
            reason=reason,
            shown=shown,
            rule=rule,
            summary=summary,
        )

        withheld.additional_properties = d
        return withheld

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
