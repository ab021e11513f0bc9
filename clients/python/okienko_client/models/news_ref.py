from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

from ..models.duty_kind import DutyKind

T = TypeVar("T", bound="NewsRef")


@_attrs_define
class NewsRef:
    """One piece of news: which thing, and what about it.

    Attributes:
        thing_id (UUID):
        kind (DutyKind): What is to be done; the thing it is about is of the kind's own sort.
    """

    thing_id: UUID
    kind: DutyKind

    def to_dict(self) -> dict[str, Any]:
        thing_id = str(self.thing_id)

        kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "thing_id": thing_id,
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        thing_id = UUID(d.pop("thing_id"))

        kind = DutyKind(d.pop("kind"))

        news_ref = cls(
            thing_id=thing_id,
            kind=kind,
        )

        return news_ref
