from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="Violence")


@_attrs_define
class Violence:
    """Annex to E: domestic violence, for its author; Niebieska Karta has a procedure of its own.

    Attributes:
        segment (Literal['violence']):
        observed (bool):
        blue_card (bool | None | Unset): Whether a Niebieska Karta is open.
        note (None | str | Unset):
    """

    segment: Literal["violence"]
    observed: bool
    blue_card: bool | None | Unset = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        segment = self.segment

        observed = self.observed

        blue_card: bool | None | Unset
        if isinstance(self.blue_card, Unset):
            blue_card = UNSET
        else:
            blue_card = self.blue_card

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "segment": segment,
                "observed": observed,
            }
        )
        if blue_card is not UNSET:
            field_dict["blue_card"] = blue_card
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        segment = cast(Literal["violence"], d.pop("segment"))
        if segment != "violence":
            raise ValueError(f"segment must match const 'violence', got '{segment}'")

        observed = d.pop("observed")

        def _parse_blue_card(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        blue_card = _parse_blue_card(d.pop("blue_card", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        violence = cls(
            segment=segment,
            observed=observed,
            blue_card=blue_card,
            note=note,
        )

        return violence
