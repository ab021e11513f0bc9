from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.trait import Trait

T = TypeVar("T", bound="LikenessReason")


@_attrs_define
class LikenessReason:
    """One thing that two people have in common, or not, and what it adds to the score.

    Attributes:
        code (Trait): What two people have in common, or not.
        points (int):
        en (str):
        pl (str):
    """

    code: Trait
    points: int
    en: str
    pl: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        points = self.points

        en = self.en

        pl = self.pl

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "points": points,
                "en": en,
                "pl": pl,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = Trait(d.pop("code"))

        points = d.pop("points")

        en = d.pop("en")

        pl = d.pop("pl")

        likeness_reason = cls(
            code=code,
            points=points,
            en=en,
            pl=pl,
        )

        likeness_reason.additional_properties = d
        return likeness_reason

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
