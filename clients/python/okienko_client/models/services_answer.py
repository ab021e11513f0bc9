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

T = TypeVar("T", bound="ServicesAnswer")


@_attrs_define
class ServicesAnswer:
    """Which services she is given.

    Attributes:
        kind (Literal['services_provided']):
        services (list[str]):
        text (None | str | Unset): What is to be added in words.
    """

    kind: Literal["services_provided"]
    services: list[str]
    text: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        services = self.services

        text: None | str | Unset
        if isinstance(self.text, Unset):
            text = UNSET
        else:
            text = self.text

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "services": services,
            }
        )
        if text is not UNSET:
            field_dict["text"] = text

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = cast(Literal["services_provided"], d.pop("kind"))
        if kind != "services_provided":
            raise ValueError(f"kind must match const 'services_provided', got '{kind}'")

        services = cast(list[str], d.pop("services"))

        def _parse_text(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        text = _parse_text(d.pop("text", UNSET))

        services_answer = cls(
            kind=kind,
            services=services,
            text=text,
        )

        return services_answer
