from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.accessibility_need import AccessibilityNeed
from ..types import UNSET, Unset

T = TypeVar("T", bound="Communication")


@_attrs_define
class Communication:
    """Language, interpreter and accessibility (potrzeby w zakresie dostępności).

    Attributes:
        language (None | str | Unset): Hers; none: Polish or unknown.
        interpreter_needed (bool | Unset):  Default: False.
        accessibility (list[AccessibilityNeed] | Unset):
    """

    language: None | str | Unset = UNSET
    interpreter_needed: bool | Unset = False
    accessibility: list[AccessibilityNeed] | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        interpreter_needed = self.interpreter_needed

        accessibility: list[str] | Unset = UNSET
        if not isinstance(self.accessibility, Unset):
            accessibility = []
            for accessibility_item_data in self.accessibility:
                accessibility_item = accessibility_item_data.value
                accessibility.append(accessibility_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if language is not UNSET:
            field_dict["language"] = language
        if interpreter_needed is not UNSET:
            field_dict["interpreter_needed"] = interpreter_needed
        if accessibility is not UNSET:
            field_dict["accessibility"] = accessibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        interpreter_needed = d.pop("interpreter_needed", UNSET)

        _accessibility = d.pop("accessibility", UNSET)
        accessibility: list[AccessibilityNeed] | Unset = UNSET
        if _accessibility is not UNSET:
            accessibility = []
            for accessibility_item_data in _accessibility:
                accessibility_item = AccessibilityNeed(accessibility_item_data)

                accessibility.append(accessibility_item)

        communication = cls(
            language=language,
            interpreter_needed=interpreter_needed,
            accessibility=accessibility,
        )

        return communication
