from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.glass_reason import GlassReason
from ..models.urgency_fact import UrgencyFact
from ..types import UNSET, Unset

T = TypeVar("T", bound="BreakGlass")


@_attrs_define
class BreakGlass:
    """Open a record for some hours because somebody's life or health depends on it.

    Attributes:
        reason (GlassReason): Whose life or health depends on it, and how (GDPR art. 6(1)(d), 9(2)(c)).
        facts (list[UrgencyFact]):
        explanation (str):
        pesel (None | str | Unset):
        client_id (None | Unset | UUID):
    """

    reason: GlassReason
    facts: list[UrgencyFact]
    explanation: str
    pesel: None | str | Unset = UNSET
    client_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        reason = self.reason.value

        facts = []
        for facts_item_data in self.facts:
            facts_item = facts_item_data.value
            facts.append(facts_item)

        explanation = self.explanation

        pesel: None | str | Unset
        if isinstance(self.pesel, Unset):
            pesel = UNSET
        else:
            pesel = self.pesel

        client_id: None | str | Unset
        if isinstance(self.client_id, Unset):
            client_id = UNSET
        elif isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "reason": reason,
                "facts": facts,
                "explanation": explanation,
            }
        )
        if pesel is not UNSET:
            field_dict["pesel"] = pesel
        if client_id is not UNSET:
            field_dict["client_id"] = client_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        reason = GlassReason(d.pop("reason"))

        facts = []
        _facts = d.pop("facts")
        for facts_item_data in _facts:
            facts_item = UrgencyFact(facts_item_data)

            facts.append(facts_item)

        explanation = d.pop("explanation")

        def _parse_pesel(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        pesel = _parse_pesel(d.pop("pesel", UNSET))

        def _parse_client_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        client_id = _parse_client_id(d.pop("client_id", UNSET))

        break_glass = cls(
            reason=reason,
            facts=facts,
            explanation=explanation,
            pesel=pesel,
            client_id=client_id,
        )

        return break_glass
