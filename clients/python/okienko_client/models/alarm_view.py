from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.glass_reason import GlassReason
from ..models.urgency_fact import UrgencyFact
from ..models.verdict import Verdict

if TYPE_CHECKING:
    from ..models.party_named import PartyNamed


T = TypeVar("T", bound="AlarmView")


@_attrs_define
class AlarmView:
    """An emergency opening, as an institution that must review it sees it.

    Attributes:
        id (UUID):
        client_id (UUID):
        raised_at (datetime.datetime):
        broken_by (PartyNamed): An institution or partnership by name.
        worker (str):
        reason (GlassReason): Whose life or health depends on it, and how (GDPR art. 6(1)(d), 9(2)(c)).
        facts (list[UrgencyFact]):
        explanation (str):
        expires_at (datetime.datetime):
        ended_at (datetime.datetime | None): Ended early: from then on nothing was seen.
        verdict (None | Verdict):
        note (None | str):
        reviewed_by (None | str):
        reviewed_at (datetime.datetime | None):
    """

    id: UUID
    client_id: UUID
    raised_at: datetime.datetime
    broken_by: PartyNamed
    worker: str
    reason: GlassReason
    facts: list[UrgencyFact]
    explanation: str
    expires_at: datetime.datetime
    ended_at: datetime.datetime | None
    verdict: None | Verdict
    note: None | str
    reviewed_by: None | str
    reviewed_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        raised_at = self.raised_at.isoformat()

        broken_by = self.broken_by.to_dict()

        worker = self.worker

        reason = self.reason.value

        facts = []
        for facts_item_data in self.facts:
            facts_item = facts_item_data.value
            facts.append(facts_item)

        explanation = self.explanation

        expires_at = self.expires_at.isoformat()

        ended_at: None | str
        if isinstance(self.ended_at, datetime.datetime):
            ended_at = self.ended_at.isoformat()
        else:
            ended_at = self.ended_at

        verdict: None | str
        if isinstance(self.verdict, Verdict):
            verdict = self.verdict.value
        else:
            verdict = self.verdict

        note: None | str
        note = self.note

        reviewed_by: None | str
        reviewed_by = self.reviewed_by

        reviewed_at: None | str
        if isinstance(self.reviewed_at, datetime.datetime):
            reviewed_at = self.reviewed_at.isoformat()
        else:
            reviewed_at = self.reviewed_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "raised_at": raised_at,
                "broken_by": broken_by,
                "worker": worker,
                "reason": reason,
                "facts": facts,
                "explanation": explanation,
                "expires_at": expires_at,
                "ended_at": ended_at,
                "verdict": verdict,
                "note": note,
                "reviewed_by": reviewed_by,
                "reviewed_at": reviewed_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_named import PartyNamed  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        raised_at = datetime.datetime.fromisoformat(d.pop("raised_at"))

        broken_by = PartyNamed.from_dict(d.pop("broken_by"))

        worker = d.pop("worker")

        reason = GlassReason(d.pop("reason"))

        facts = []
        _facts = d.pop("facts")
        for facts_item_data in _facts:
            facts_item = UrgencyFact(facts_item_data)

            facts.append(facts_item)

        explanation = d.pop("explanation")

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_ended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_at_type_0 = datetime.datetime.fromisoformat(data)

                return ended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        ended_at = _parse_ended_at(d.pop("ended_at"))

        def _parse_verdict(data: object) -> None | Verdict:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verdict_type_0 = Verdict(data)

                return verdict_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Verdict, data)

        verdict = _parse_verdict(d.pop("verdict"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_reviewed_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reviewed_by = _parse_reviewed_by(d.pop("reviewed_by"))

        def _parse_reviewed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reviewed_at_type_0 = datetime.datetime.fromisoformat(data)

                return reviewed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        reviewed_at = _parse_reviewed_at(d.pop("reviewed_at"))

        alarm_view = cls(
            id=id,
            client_id=client_id,
            raised_at=raised_at,
            broken_by=broken_by,
            worker=worker,
            reason=reason,
            facts=facts,
            explanation=explanation,
            expires_at=expires_at,
            ended_at=ended_at,
            verdict=verdict,
            note=note,
            reviewed_by=reviewed_by,
            reviewed_at=reviewed_at,
        )

        alarm_view.additional_properties = d
        return alarm_view

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
