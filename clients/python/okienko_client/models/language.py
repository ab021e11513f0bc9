from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.language_level import LanguageLevel

T = TypeVar("T", bound="Language")


@_attrs_define
class Language:
    """A language by its ISO 639-1 code, and how well she speaks it.

    Attributes:
        code (str):
        level (LanguageLevel): A level of the Common European Framework.
    """

    code: str
    level: LanguageLevel

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        level = self.level.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "level": level,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        level = LanguageLevel(d.pop("level"))

        language = cls(
            code=code,
            level=level,
        )

        return language
