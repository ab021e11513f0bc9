from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.access_refusal import AccessRefusal
from ..models.access_state import AccessState

T = TypeVar("T", bound="AccessRequestView")


@_attrs_define
class AccessRequestView:
    """A request for access, as either side sees it; who the client is, only the owner sees.

    Attributes:
        id (UUID):
        client_id (None | UUID): Shown to the owner only.
        asked_by (UUID):
        owner (UUID):
        asked_at (datetime.datetime):
        reason (str):
        due_on (datetime.date | None): Last day of an answer in time; none: asked long ago.
        overdue (bool): Whether it is still open after that day.
        state (AccessState): Where a request for access stands.
        refusal (AccessRefusal | None): Why it was refused.
        version (int):
    """

    id: UUID
    client_id: None | UUID
    asked_by: UUID
    owner: UUID
    asked_at: datetime.datetime
    reason: str
    due_on: datetime.date | None
    overdue: bool
    state: AccessState
    refusal: AccessRefusal | None
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        asked_by = str(self.asked_by)

        owner = str(self.owner)

        asked_at = self.asked_at.isoformat()

        reason = self.reason

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        overdue = self.overdue

        state = self.state.value

        refusal: None | str
        if isinstance(self.refusal, AccessRefusal):
            refusal = self.refusal.value
        else:
            refusal = self.refusal

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "asked_by": asked_by,
                "owner": owner,
                "asked_at": asked_at,
                "reason": reason,
                "due_on": due_on,
                "overdue": overdue,
                "state": state,
                "refusal": refusal,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        def _parse_client_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                client_id_type_0 = UUID(data)

                return client_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        client_id = _parse_client_id(d.pop("client_id"))

        asked_by = UUID(d.pop("asked_by"))

        owner = UUID(d.pop("owner"))

        asked_at = datetime.datetime.fromisoformat(d.pop("asked_at"))

        reason = d.pop("reason")

        def _parse_due_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_on_type_0 = datetime.date.fromisoformat(data)

                return due_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due_on = _parse_due_on(d.pop("due_on"))

        overdue = d.pop("overdue")

        state = AccessState(d.pop("state"))

        def _parse_refusal(data: object) -> AccessRefusal | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                refusal_type_0 = AccessRefusal(data)

                return refusal_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AccessRefusal | None, data)

        refusal = _parse_refusal(d.pop("refusal"))

        version = d.pop("version")

        access_request_view = cls(
            id=id,
            client_id=client_id,
            asked_by=asked_by,
            owner=owner,
            asked_at=asked_at,
            reason=reason,
            due_on=due_on,
            overdue=overdue,
            state=state,
            refusal=refusal,
            version=version,
        )

        access_request_view.additional_properties = d
        return access_request_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
