from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.adviser_role import AdviserRole
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.colleague import Colleague


T = TypeVar("T", bound="AssignAdviser")


@_attrs_define
class AssignAdviser:
    """Give a client an adviser.

    Attributes:
        client_id (UUID):
        worker (Colleague | None | Unset): Absent: you take the client on. Another: managers decide.
        role (AdviserRole | None | Unset): Absent: what is usual at your institution.
        contact_every_days (int | None | Unset): Absent: as the statute says, if any does.
    """

    client_id: UUID
    worker: Colleague | None | Unset = UNSET
    role: AdviserRole | None | Unset = UNSET
    contact_every_days: int | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.colleague import Colleague  # noqa: PLC0415

        client_id = str(self.client_id)

        worker: dict[str, Any] | None | Unset
        if isinstance(self.worker, Unset):
            worker = UNSET
        elif isinstance(self.worker, Colleague):
            worker = self.worker.to_dict()
        else:
            worker = self.worker

        role: None | str | Unset
        if isinstance(self.role, Unset):
            role = UNSET
        elif isinstance(self.role, AdviserRole):
            role = self.role.value
        else:
            role = self.role

        contact_every_days: int | None | Unset
        if isinstance(self.contact_every_days, Unset):
            contact_every_days = UNSET
        else:
            contact_every_days = self.contact_every_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "client_id": client_id,
            }
        )
        if worker is not UNSET:
            field_dict["worker"] = worker
        if role is not UNSET:
            field_dict["role"] = role
        if contact_every_days is not UNSET:
            field_dict["contact_every_days"] = contact_every_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.colleague import Colleague  # noqa: PLC0415

        d = dict(src_dict)
        client_id = UUID(d.pop("client_id"))

        def _parse_worker(data: object) -> Colleague | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                worker_type_0 = Colleague.from_dict(data)

                return worker_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Colleague | None | Unset, data)

        worker = _parse_worker(d.pop("worker", UNSET))

        def _parse_role(data: object) -> AdviserRole | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                role_type_0 = AdviserRole(data)

                return role_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AdviserRole | None | Unset, data)

        role = _parse_role(d.pop("role", UNSET))

        def _parse_contact_every_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        contact_every_days = _parse_contact_every_days(d.pop("contact_every_days", UNSET))

        assign_adviser = cls(
            client_id=client_id,
            worker=worker,
            role=role,
            contact_every_days=contact_every_days,
        )

        return assign_adviser
