from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="PlannedValue")


@_attrs_define
class PlannedValue:
    """A value of the law as it would be, the whole time.

    Attributes:
        name (str):
        value (float | str): At least 0, 4 places after the point at most.
    """

    name: str
    value: float | str

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        value: float | str
        value = self.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "value": value,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_value(data: object) -> float | str:
            return cast(float | str, data)

        value = _parse_value(d.pop("value"))

        planned_value = cls(
            name=name,
            value=value,
        )

        return planned_value
