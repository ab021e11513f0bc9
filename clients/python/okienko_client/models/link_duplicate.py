from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.link_kind import LinkKind

T = TypeVar("T", bound="LinkDuplicate")


@_attrs_define
class LinkDuplicate:
    """Say why the two stay apart.

    Attributes:
        kind (LinkKind): Why two records that look alike stay apart, and belong together all the same.
    """

    kind: LinkKind

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = LinkKind(d.pop("kind"))

        link_duplicate = cls(
            kind=kind,
        )

        return link_duplicate
