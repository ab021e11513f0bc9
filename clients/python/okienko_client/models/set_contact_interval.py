from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

T = TypeVar("T", bound="SetContactInterval")


@_attrs_define
class SetContactInterval:
    """How often to be in touch. A statute that asks for more is not softened by it.

    Attributes:
        every_days (int | None): Null: as the statute says.
    """

    every_days: int | None

    def to_dict(self) -> dict[str, Any]:
        every_days: int | None
        every_days = self.every_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "every_days": every_days,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_every_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        every_days = _parse_every_days(d.pop("every_days"))

        set_contact_interval = cls(
            every_days=every_days,
        )

        return set_contact_interval
