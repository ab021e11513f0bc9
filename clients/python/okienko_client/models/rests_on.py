from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.basis_kind import BasisKind
from ..models.consent_evidence import ConsentEvidence
from ..types import UNSET, Unset

T = TypeVar("T", bound="RestsOn")


@_attrs_define
class RestsOn:
    """On what an institution asks: an article, or a consent and its evidence.

    Attributes:
        kind (BasisKind): Why one institution may see what another holds (GDPR art. 6, 9).
        article (None | str | Unset):
        evidence (None | str | Unset):
        evidence_kind (ConsentEvidence | None | Unset):
        given_on (datetime.date | None | Unset):
        until (datetime.date | None | Unset):
        witness (None | str | Unset): Told to whoever asked alone.
        purpose_note (None | str | Unset): Told to whoever asked alone.
    """

    kind: BasisKind
    article: None | str | Unset = UNSET
    evidence: None | str | Unset = UNSET
    evidence_kind: ConsentEvidence | None | Unset = UNSET
    given_on: datetime.date | None | Unset = UNSET
    until: datetime.date | None | Unset = UNSET
    witness: None | str | Unset = UNSET
    purpose_note: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        article: None | str | Unset
        if isinstance(self.article, Unset):
            article = UNSET
        else:
            article = self.article

        evidence: None | str | Unset
        if isinstance(self.evidence, Unset):
            evidence = UNSET
        else:
            evidence = self.evidence

        evidence_kind: None | str | Unset
        if isinstance(self.evidence_kind, Unset):
            evidence_kind = UNSET
        elif isinstance(self.evidence_kind, ConsentEvidence):
            evidence_kind = self.evidence_kind.value
        else:
            evidence_kind = self.evidence_kind

        given_on: None | str | Unset
        if isinstance(self.given_on, Unset):
            given_on = UNSET
        elif isinstance(self.given_on, datetime.date):
            given_on = self.given_on.isoformat()
        else:
            given_on = self.given_on

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        witness: None | str | Unset
        if isinstance(self.witness, Unset):
            witness = UNSET
        else:
            witness = self.witness

        purpose_note: None | str | Unset
        if isinstance(self.purpose_note, Unset):
            purpose_note = UNSET
        else:
            purpose_note = self.purpose_note

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
            }
        )
        if article is not UNSET:
            field_dict["article"] = article
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if evidence_kind is not UNSET:
            field_dict["evidence_kind"] = evidence_kind
        if given_on is not UNSET:
            field_dict["given_on"] = given_on
        if until is not UNSET:
            field_dict["until"] = until
        if witness is not UNSET:
            field_dict["witness"] = witness
        if purpose_note is not UNSET:
            field_dict["purpose_note"] = purpose_note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = BasisKind(d.pop("kind"))

        def _parse_article(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        article = _parse_article(d.pop("article", UNSET))

        def _parse_evidence(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        evidence = _parse_evidence(d.pop("evidence", UNSET))

        def _parse_evidence_kind(data: object) -> ConsentEvidence | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                evidence_kind_type_0 = ConsentEvidence(data)

                return evidence_kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsentEvidence | None | Unset, data)

        evidence_kind = _parse_evidence_kind(d.pop("evidence_kind", UNSET))

        def _parse_given_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                given_on_type_0 = datetime.date.fromisoformat(data)

                return given_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        given_on = _parse_given_on(d.pop("given_on", UNSET))

        def _parse_until(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        until = _parse_until(d.pop("until", UNSET))

        def _parse_witness(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        witness = _parse_witness(d.pop("witness", UNSET))

        def _parse_purpose_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        purpose_note = _parse_purpose_note(d.pop("purpose_note", UNSET))

        rests_on = cls(
            kind=kind,
            article=article,
            evidence=evidence,
            evidence_kind=evidence_kind,
            given_on=given_on,
            until=until,
            witness=witness,
            purpose_note=purpose_note,
        )

        rests_on.additional_properties = d
        return rests_on

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
