from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Asked")


@_attrs_define
class Asked:
    """Whom a request goes to.

    Attributes:
        institution (UUID):
    """

    institution: UUID

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "institution": institution,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        asked = cls(
            institution=institution,
        )

        return asked
