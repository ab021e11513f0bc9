from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="OtherAnswer")


@_attrs_define
class OtherAnswer:
    """What was asked in words is answered in words.

    Attributes:
        text (str):
        kind (Literal['other']):
    """

    text: str
    kind: Literal["other"]

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        kind = self.kind

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        text = d.pop("text")

        kind = cast(Literal["other"], d.pop("kind"))
        if kind != "other":
            raise ValueError(f"kind must match const 'other', got '{kind}'")

        other_answer = cls(
            text=text,
            kind=kind,
        )

        return other_answer
