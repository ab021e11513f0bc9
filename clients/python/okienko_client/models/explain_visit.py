from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.visit_flag import VisitFlag

T = TypeVar("T", bound="ExplainVisit")


@_attrs_define
class ExplainVisit:
    """Explain a flag, in one's own words.

    Attributes:
        flag (VisitFlag): What is to be explained about a visit before it is paid for.
        explanation (str):
    """

    flag: VisitFlag
    explanation: str

    def to_dict(self) -> dict[str, Any]:
        flag = self.flag.value

        explanation = self.explanation

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "flag": flag,
                "explanation": explanation,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        flag = VisitFlag(d.pop("flag"))

        explanation = d.pop("explanation")

        explain_visit = cls(
            flag=flag,
            explanation=explanation,
        )

        return explain_visit
