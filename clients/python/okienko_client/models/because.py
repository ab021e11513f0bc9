from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.basis_kind import BasisKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.opening_rule import OpeningRule
    from ..models.through import Through


T = TypeVar("T", bound="Because")


@_attrs_define
class Because:
    """Why you may see this record.

    Attributes:
        basis (BasisKind): Why one institution may see what another holds (GDPR art. 6, 9).
        since (datetime.datetime):
        until (None | str):
        through (Through): The institution or partnership a relation runs through.
        article (None | str):
        evidence (None | str):
        rules (list[OpeningRule]): What this relation opens to your role, by which rules.
        why (str): The same in one sentence, in the language asked for.
        expires_at (datetime.datetime | None | Unset): For what lasts hours.
    """

    basis: BasisKind
    since: datetime.datetime
    until: None | str
    through: Through
    article: None | str
    evidence: None | str
    rules: list[OpeningRule]
    why: str
    expires_at: datetime.datetime | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        basis = self.basis.value

        since = self.since.isoformat()

        until: None | str
        until = self.until

        through = self.through.to_dict()

        article: None | str
        article = self.article

        evidence: None | str
        evidence = self.evidence

        rules = []
        for rules_item_data in self.rules:
            rules_item = rules_item_data.to_dict()
            rules.append(rules_item)

        why = self.why

        expires_at: None | str | Unset
        if isinstance(self.expires_at, Unset):
            expires_at = UNSET
        elif isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "basis": basis,
                "since": since,
                "until": until,
                "through": through,
                "article": article,
                "evidence": evidence,
                "rules": rules,
                "why": why,
            }
        )
        if expires_at is not UNSET:
            field_dict["expires_at"] = expires_at

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.opening_rule import OpeningRule  # noqa: PLC0415
        from ..models.through import Through  # noqa: PLC0415

        d = dict(src_dict)
        basis = BasisKind(d.pop("basis"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

        def _parse_until(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        until = _parse_until(d.pop("until"))

        through = Through.from_dict(d.pop("through"))

        def _parse_article(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        article = _parse_article(d.pop("article"))

        def _parse_evidence(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evidence = _parse_evidence(d.pop("evidence"))

        rules = []
        _rules = d.pop("rules")
        for rules_item_data in _rules:
            rules_item = OpeningRule.from_dict(rules_item_data)

            rules.append(rules_item)

        why = d.pop("why")

        def _parse_expires_at(data: object) -> datetime.datetime | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None | Unset, data)

        expires_at = _parse_expires_at(d.pop("expires_at", UNSET))

        because = cls(
            basis=basis,
            since=since,
            until=until,
            through=through,
            article=article,
            evidence=evidence,
            rules=rules,
            why=why,
            expires_at=expires_at,
        )

        because.additional_properties = d
        return because

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
