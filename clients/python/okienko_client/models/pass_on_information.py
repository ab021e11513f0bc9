from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.asked import Asked


T = TypeVar("T", bound="PassOnInformation")


@_attrs_define
class PassOnInformation:
    """Pass it on.

    Attributes:
        to (Asked): Whom a request goes to.
        note (None | str | Unset):
    """

    to: Asked
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        to = self.to.to_dict()

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "to": to,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.asked import Asked  # noqa: PLC0415

        d = dict(src_dict)
        to = Asked.from_dict(d.pop("to"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        pass_on_information = cls(
            to=to,
            note=note,
        )

        return pass_on_information
