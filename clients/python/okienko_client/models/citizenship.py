from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Citizenship")


@_attrs_define
class Citizenship:
    """Whose citizen she is (obywatelstwo): of one country, of several, or of none.

    Attributes:
        countries (list[str] | Unset):
        stateless (bool | Unset):  Default: False.
    """

    countries: list[str] | Unset = UNSET
    stateless: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        countries: list[str] | Unset = UNSET
        if not isinstance(self.countries, Unset):
            countries = self.countries

        stateless = self.stateless

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if countries is not UNSET:
            field_dict["countries"] = countries
        if stateless is not UNSET:
            field_dict["stateless"] = stateless

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        countries = cast(list[str], d.pop("countries", UNSET))

        stateless = d.pop("stateless", UNSET)

        citizenship = cls(
            countries=countries,
            stateless=stateless,
        )

        return citizenship
