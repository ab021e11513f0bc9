from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..models.consent_evidence import ConsentEvidence
from ..models.consent_purpose import ConsentPurpose
from ..models.given_by import GivenBy
from ..types import UNSET, Unset

T = TypeVar("T", bound="Consent")


@_attrs_define
class Consent:
    """The client agreed, and this is the proof (GDPR art. 6(1)(a), 9(2)(a)).

    Attributes:
        kind (Literal['consent']):
        evidence (str):
        evidence_kind (ConsentEvidence | None | Unset): None: not told.
        witness (None | str | Unset): Who heard a consent given orally.
        purpose (ConsentPurpose | None | Unset): None: not told.
        purpose_note (None | str | Unset): The purpose in her own words.
        given_on (datetime.date | None | Unset): None: the day it is sent.
        given_by (GivenBy | Unset): Who agreed: she herself, or whoever acts for her (przedstawiciel ustawowy, opiekun
            prawny).
        until (datetime.date | None | Unset): Last day, inclusive; none: until withdrawn.
    """

    kind: Literal["consent"]
    evidence: str
    evidence_kind: ConsentEvidence | None | Unset = UNSET
    witness: None | str | Unset = UNSET
    purpose: ConsentPurpose | None | Unset = UNSET
    purpose_note: None | str | Unset = UNSET
    given_on: datetime.date | None | Unset = UNSET
    given_by: GivenBy | Unset = UNSET
    until: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        evidence = self.evidence

        evidence_kind: None | str | Unset
        if isinstance(self.evidence_kind, Unset):
            evidence_kind = UNSET
        elif isinstance(self.evidence_kind, ConsentEvidence):
            evidence_kind = self.evidence_kind.value
        else:
            evidence_kind = self.evidence_kind

        witness: None | str | Unset
        if isinstance(self.witness, Unset):
            witness = UNSET
        else:
            witness = self.witness

        purpose: None | str | Unset
        if isinstance(self.purpose, Unset):
            purpose = UNSET
        elif isinstance(self.purpose, ConsentPurpose):
            purpose = self.purpose.value
        else:
            purpose = self.purpose

        purpose_note: None | str | Unset
        if isinstance(self.purpose_note, Unset):
            purpose_note = UNSET
        else:
            purpose_note = self.purpose_note

        given_on: None | str | Unset
        if isinstance(self.given_on, Unset):
            given_on = UNSET
        elif isinstance(self.given_on, datetime.date):
            given_on = self.given_on.isoformat()
        else:
            given_on = self.given_on

        given_by: str | Unset = UNSET
        if not isinstance(self.given_by, Unset):
            given_by = self.given_by.value

        until: None | str | Unset
        if isinstance(self.until, Unset):
            until = UNSET
        elif isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "evidence": evidence,
            }
        )
        if evidence_kind is not UNSET:
            field_dict["evidence_kind"] = evidence_kind
        if witness is not UNSET:
            field_dict["witness"] = witness
        if purpose is not UNSET:
            field_dict["purpose"] = purpose
        if purpose_note is not UNSET:
            field_dict["purpose_note"] = purpose_note
        if given_on is not UNSET:
            field_dict["given_on"] = given_on
        if given_by is not UNSET:
            field_dict["given_by"] = given_by
        if until is not UNSET:
            field_dict["until"] = until

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["consent"], d.pop("kind"))
        if kind != "consent":
            raise ValueError(f"kind must match const 'consent', got '{kind}'")

        evidence = d.pop("evidence")

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

        def _parse_witness(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        witness = _parse_witness(d.pop("witness", UNSET))

        def _parse_purpose(data: object) -> ConsentPurpose | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                purpose_type_0 = ConsentPurpose(data)

                return purpose_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ConsentPurpose | None | Unset, data)

        purpose = _parse_purpose(d.pop("purpose", UNSET))

        def _parse_purpose_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        purpose_note = _parse_purpose_note(d.pop("purpose_note", UNSET))

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

        _given_by = d.pop("given_by", UNSET)
        given_by: GivenBy | Unset
        if isinstance(_given_by, Unset):
            given_by = UNSET
        else:
            given_by = GivenBy(_given_by)

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

        consent = cls(
            kind=kind,
            evidence=evidence,
            evidence_kind=evidence_kind,
            witness=witness,
            purpose=purpose,
            purpose_note=purpose_note,
            given_on=given_on,
            given_by=given_by,
            until=until,
        )

        return consent
