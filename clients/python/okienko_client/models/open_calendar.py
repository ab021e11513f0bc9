from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.calendar_language import CalendarLanguage
from ..models.duty_kind import DutyKind
from ..models.shows import Shows
from ..types import UNSET, Unset

T = TypeVar("T", bound="OpenCalendar")


@_attrs_define
class OpenCalendar:
    """Ask for a calendar's address.

    Attributes:
        for_ (Shows): Whose duties a calendar shows.
        kinds (list[DutyKind] | Unset): These kinds alone; none named: all.
        language (CalendarLanguage | Unset): In which language its entries are.
    """

    for_: Shows
    kinds: list[DutyKind] | Unset = UNSET
    language: CalendarLanguage | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        for_ = self.for_.value

        kinds: list[str] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = []
            for kinds_item_data in self.kinds:
                kinds_item = kinds_item_data.value
                kinds.append(kinds_item)

        language: str | Unset = UNSET
        if not isinstance(self.language, Unset):
            language = self.language.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "for": for_,
            }
        )
        if kinds is not UNSET:
            field_dict["kinds"] = kinds
        if language is not UNSET:
            field_dict["language"] = language

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        for_ = Shows(d.pop("for"))

        _kinds = d.pop("kinds", UNSET)
        kinds: list[DutyKind] | Unset = UNSET
        if _kinds is not UNSET:
            kinds = []
            for kinds_item_data in _kinds:
                kinds_item = DutyKind(kinds_item_data)

                kinds.append(kinds_item)

        _language = d.pop("language", UNSET)
        language: CalendarLanguage | Unset
        if isinstance(_language, Unset):
            language = UNSET
        else:
            language = CalendarLanguage(_language)

        open_calendar = cls(
            for_=for_,
            kinds=kinds,
            language=language,
        )

        return open_calendar
