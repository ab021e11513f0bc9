from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.code_count import CodeCount


T = TypeVar("T", bound="IndicatorView")


@_attrs_define
class IndicatorView:
    """One indicator (wskaźnik): so many of so many.

    Attributes:
        code (str):
        title (str):
        definition (str):
        numerator (int | None): None: left out.
        denominator (int | None): None: left out.
        percent (float | None): None: of nothing.
        median_days (float | None): None: left out, or of nothing.
        p90_days (float | None): None: left out, or of nothing.
        by_code (list[CodeCount]):
        suppressed (bool): Whether anything of it is left out.
    """

    code: str
    title: str
    definition: str
    numerator: int | None
    denominator: int | None
    percent: float | None
    median_days: float | None
    p90_days: float | None
    by_code: list[CodeCount]
    suppressed: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        title = self.title

        definition = self.definition

        numerator: int | None
        numerator = self.numerator

        denominator: int | None
        denominator = self.denominator

        percent: float | None
        percent = self.percent

        median_days: float | None
        median_days = self.median_days

        p90_days: float | None
        p90_days = self.p90_days

        by_code = []
        for by_code_item_data in self.by_code:
            by_code_item = by_code_item_data.to_dict()
            by_code.append(by_code_item)

        suppressed = self.suppressed

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "title": title,
                "definition": definition,
                "numerator": numerator,
                "denominator": denominator,
                "percent": percent,
                "median_days": median_days,
                "p90_days": p90_days,
                "by_code": by_code,
                "suppressed": suppressed,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.code_count import CodeCount  # noqa: PLC0415

        d = dict(src_dict)
        code = d.pop("code")

        title = d.pop("title")

        definition = d.pop("definition")

        def _parse_numerator(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        numerator = _parse_numerator(d.pop("numerator"))

        def _parse_denominator(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        denominator = _parse_denominator(d.pop("denominator"))

        def _parse_percent(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        percent = _parse_percent(d.pop("percent"))

        def _parse_median_days(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        median_days = _parse_median_days(d.pop("median_days"))

        def _parse_p90_days(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        p90_days = _parse_p90_days(d.pop("p90_days"))

        by_code = []
        _by_code = d.pop("by_code")
        for by_code_item_data in _by_code:
            by_code_item = CodeCount.from_dict(by_code_item_data)

            by_code.append(by_code_item)

        suppressed = d.pop("suppressed")

        indicator_view = cls(
            code=code,
            title=title,
            definition=definition,
            numerator=numerator,
            denominator=denominator,
            percent=percent,
            median_days=median_days,
            p90_days=p90_days,
            by_code=by_code,
            suppressed=suppressed,
        )

        indicator_view.additional_properties = d
        return indicator_view

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
