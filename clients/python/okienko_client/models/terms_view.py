from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.terms import Terms


T = TypeVar("T", bound="TermsView")


@_attrs_define
class TermsView:
    """Terms in force from a day on, inclusive, until the next ones.

    Attributes:
        valid_from (datetime.date):
        terms (Terms): On what terms she works (warunki pracy).
    """

    valid_from: datetime.date
    terms: Terms
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        valid_from = self.valid_from.isoformat()

        terms = self.terms.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "valid_from": valid_from,
                "terms": terms,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.terms import Terms  # noqa: PLC0415

        d = dict(src_dict)
        valid_from = datetime.date.fromisoformat(d.pop("valid_from"))

        terms = Terms.from_dict(d.pop("terms"))

        terms_view = cls(
            valid_from=valid_from,
            terms=terms,
        )

        terms_view.additional_properties = d
        return terms_view

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
