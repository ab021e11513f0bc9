from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="Colleague")


@_attrs_define
class Colleague:
    """A worker of your own institution. Whether there is one of this code cannot be checked here:
    people log in elsewhere. The name told is shown until she calls herself; then her token's counts.

        Attributes:
            code (str): The subject of her token.
            name (str):
    """

    code: str
    name: str

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        name = self.name

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "name": name,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        name = d.pop("name")

        colleague = cls(
            code=code,
            name=name,
        )

        return colleague
