from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="PersonName")


@_attrs_define
class PersonName:
    """The name on the person's papers.

    Attributes:
        given (str):
        family (str):
    """

    given: str
    family: str

    def to_dict(self) -> dict[str, Any]:
        given = self.given

        family = self.family

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "given": given,
                "family": family,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        given = d.pop("given")

        family = d.pop("family")

        person_name = cls(
            given=given,
            family=family,
        )

        return person_name
