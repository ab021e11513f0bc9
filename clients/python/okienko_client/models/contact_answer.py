from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="ContactAnswer")


@_attrs_define
class ContactAnswer:
    """How she can be reached.

    Attributes:
        text (str):
        kind (Literal['contact']):
    """

    text: str
    kind: Literal["contact"]

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

        kind = cast(Literal["contact"], d.pop("kind"))
        if kind != "contact":
            raise ValueError(f"kind must match const 'contact', got '{kind}'")

        contact_answer = cls(
            text=text,
            kind=kind,
        )

        return contact_answer
