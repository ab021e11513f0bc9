from __future__ import annotations

from collections.abc import Mapping
from typing import (
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define

T = TypeVar("T", bound="StatutoryTask")


@_attrs_define
class StatutoryTask:
    """A task that a statute gives to the institutions (GDPR art. 6(1)(c) and (e)).

    Attributes:
        kind (Literal['statutory_task']):
        article (str):
    """

    kind: Literal["statutory_task"]
    article: str

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        article = self.article

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "article": article,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["statutory_task"], d.pop("kind"))
        if kind != "statutory_task":
            raise ValueError(f"kind must match const 'statutory_task', got '{kind}'")

        article = d.pop("article")

        statutory_task = cls(
            kind=kind,
            article=article,
        )

        return statutory_task
