from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.awareness import Awareness

T = TypeVar("T", bound="ExplainOverpayment")


@_attrs_define
class ExplainOverpayment:
    """Note what she said about an overpayment.

    Attributes:
        awareness (Awareness): What hearing her showed: only what was taken knowingly is claimed back (art. 6 pkt 16
            u.p.s.).
        explanation (str):
    """

    awareness: Awareness
    explanation: str

    def to_dict(self) -> dict[str, Any]:
        awareness = self.awareness.value

        explanation = self.explanation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "awareness": awareness,
                "explanation": explanation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        awareness = Awareness(d.pop("awareness"))

        explanation = d.pop("explanation")

        explain_overpayment = cls(
            awareness=awareness,
            explanation=explanation,
        )

        return explain_overpayment
