from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Step")


@_attrs_define
class Step:
    """One move of the computation: a sentence, its article, the figures and what came out.

    Attributes:
        says (str):
        pl (str):
        article (str):
        calculation (str):
        result (str):
    """

    says: str
    pl: str
    article: str
    calculation: str
    result: str

    def to_dict(self) -> dict[str, Any]:
        says = self.says

        pl = self.pl

        article = self.article

        calculation = self.calculation

        result = self.result

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "says": says,
                "pl": pl,
                "article": article,
                "calculation": calculation,
                "result": result,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        says = d.pop("says")

        pl = d.pop("pl")

        article = d.pop("article")

        calculation = d.pop("calculation")

        result = d.pop("result")

        step = cls(
            says=says,
            pl=pl,
            article=article,
            calculation=calculation,
            result=result,
        )

        return step
