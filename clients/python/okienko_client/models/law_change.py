from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LawChange")


@_attrs_define
class LawChange:
    """One value of the law that would be another.

    Attributes:
        parameter (str):
        value (float | str): At least 0, 4 places after the point at most.
        municipality (None | str | Unset): None: nationwide.
    """

    parameter: str
    value: float | str
    municipality: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        parameter = self.parameter

        value: float | str
        value = self.value

        municipality: None | str | Unset
        if isinstance(self.municipality, Unset):
            municipality = UNSET
        else:
            municipality = self.municipality

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "parameter": parameter,
                "value": value,
            }
        )
        if municipality is not UNSET:
            field_dict["municipality"] = municipality

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        parameter = d.pop("parameter")

        def _parse_value(data: object) -> float | str:
            return cast(float | str, data)

        value = _parse_value(d.pop("value"))

        def _parse_municipality(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        municipality = _parse_municipality(d.pop("municipality", UNSET))

        law_change = cls(
            parameter=parameter,
            value=value,
            municipality=municipality,
        )

        return law_change
