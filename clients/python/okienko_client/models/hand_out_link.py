from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="HandOutLink")


@_attrs_define
class HandOutLink:
    """Hand out a link.

    Attributes:
        handed_to (None | str | Unset):
    """

    handed_to: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        handed_to: None | str | Unset
        if isinstance(self.handed_to, Unset):
            handed_to = UNSET
        else:
            handed_to = self.handed_to

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if handed_to is not UNSET:
            field_dict["handed_to"] = handed_to

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_handed_to(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        handed_to = _parse_handed_to(d.pop("handed_to", UNSET))

        hand_out_link = cls(
            handed_to=handed_to,
        )

        return hand_out_link
