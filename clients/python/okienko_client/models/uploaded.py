from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="Uploaded")


@_attrs_define
class Uploaded:
    """A cohort of a file that your institution uploaded.

    Attributes:
        uploaded (UUID):
    """

    uploaded: UUID

    def to_dict(self) -> dict[str, Any]:
        uploaded = str(self.uploaded)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "uploaded": uploaded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        uploaded = UUID(d.pop("uploaded"))

        uploaded = cls(
            uploaded=uploaded,
        )

        return uploaded
