from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.role import Role
from ..types import UNSET, Unset

T = TypeVar("T", bound="Seat")


@_attrs_define
class Seat:
    """An institution at the table.

    Attributes:
        institution (UUID):
        role (Role | Unset): In which part an institution takes part.
        worker (None | str | Unset): Who is asked to come.
    """

    institution: UUID
    role: Role | Unset = UNSET
    worker: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        institution = str(self.institution)

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role.value

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
        if role is not UNSET:
            field_dict["role"] = role
        if worker is not UNSET:
            field_dict["worker"] = worker

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        institution = UUID(d.pop("institution"))

        _role = d.pop("role", UNSET)
        role: Role | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = Role(_role)

        def _parse_worker(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        seat = cls(
            institution=institution,
            role=role,
            worker=worker,
        )

        return seat
