from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.income_item import IncomeItem


T = TypeVar("T", bound="IncomeView")


@_attrs_define
class IncomeView:
    """One income, and whether the law counts it.

    Attributes:
        item (IncomeItem): One income of the household in the month, after the deductions of art. 8 ust. 3 u.p.s.
        counted (bool | None): None: the law of that month is not known.
        article (None | str):
    """

    item: IncomeItem
    counted: bool | None
    article: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        item = self.item.to_dict()

        counted: bool | None
        counted = self.counted

        article: None | str
        article = self.article

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "item": item,
                "counted": counted,
                "article": article,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.income_item import IncomeItem  # noqa: PLC0415

        d = dict(src_dict)
        item = IncomeItem.from_dict(d.pop("item"))

        def _parse_counted(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        counted = _parse_counted(d.pop("counted"))

        def _parse_article(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        article = _parse_article(d.pop("article"))

        income_view = cls(
            item=item,
            counted=counted,
            article=article,
        )

        income_view.additional_properties = d
        return income_view

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
