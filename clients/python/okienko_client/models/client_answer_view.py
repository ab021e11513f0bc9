from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.client_answer import ClientAnswer

T = TypeVar("T", bound="ClientAnswerView")


@_attrs_define
class ClientAnswerView:
    """What the client said to a part.

    Attributes:
        answer (ClientAnswer): What the client said to a part.
        on (datetime.date):
        evidence (None | str): Where the signed form is kept.
        reason (None | str): Why she refused, in her own words.
    """

    answer: ClientAnswer
    on: datetime.date
    evidence: None | str
    reason: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        answer = self.answer.value

        on = self.on.isoformat()

        evidence: None | str
        evidence = self.evidence

        reason: None | str
        reason = self.reason

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "answer": answer,
                "on": on,
                "evidence": evidence,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        answer = ClientAnswer(d.pop("answer"))

        on = datetime.date.fromisoformat(d.pop("on"))

        def _parse_evidence(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        evidence = _parse_evidence(d.pop("evidence"))

        def _parse_reason(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        reason = _parse_reason(d.pop("reason"))

        client_answer_view = cls(
            answer=answer,
            on=on,
            evidence=evidence,
            reason=reason,
        )

        client_answer_view.additional_properties = d
        return client_answer_view

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
