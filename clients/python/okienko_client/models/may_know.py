from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="MayKnow")


@_attrs_define
class MayKnow:
    """Who may know of an item.

    Attributes:
        institution (UUID):
        worker (None | str | Unset): This worker alone, as with a family protected from violence.
    """

    institution: UUID
    worker: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        worker: None | str | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        else:
            worker = self.worker

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "institution": institution,
            }
        )
        if worker is not UNSET:
            field_dict["worker"] = worker

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        def _parse_worker(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        may_know = cls(
            institution=institution,
            worker=worker,
        )

        return may_know
