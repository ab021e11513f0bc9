from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.hold_reason import HoldReason

T = TypeVar("T", bound="HoldView")


@_attrs_define
class HoldView:
    """Data that must not be erased whatever their age (wstrzymanie usunięcia).

    Attributes:
        id (UUID):
        client_id (UUID):
        institution (UUID):
        reason (HoldReason): Why nothing may be erased though its time has come.
        until (datetime.date | None):
        placed_by (str):
        placed_at (datetime.datetime):
        lifted_at (datetime.datetime | None):
    """

    id: UUID
    client_id: UUID
    institution: UUID
    reason: HoldReason
    until: datetime.date | None
    placed_by: str
    placed_at: datetime.datetime
    lifted_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        institution = str(self.institution)

        reason = self.reason.value

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        placed_by = self.placed_by

        placed_at = self.placed_at.isoformat()

        lifted_at: None | str
        if isinstance(self.lifted_at, datetime.datetime):
            lifted_at = self.lifted_at.isoformat()
        else:
            lifted_at = self.lifted_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "institution": institution,
                "reason": reason,
                "until": until,
                "placed_by": placed_by,
                "placed_at": placed_at,
                "lifted_at": lifted_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        institution = UUID(d.pop("institution"))

        reason = HoldReason(d.pop("reason"))

        def _parse_until(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                until_type_0 = datetime.date.fromisoformat(data)

                return until_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        until = _parse_until(d.pop("until"))

        placed_by = d.pop("placed_by")

        placed_at = datetime.datetime.fromisoformat(d.pop("placed_at"))

        def _parse_lifted_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                lifted_at_type_0 = datetime.datetime.fromisoformat(data)

                return lifted_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        lifted_at = _parse_lifted_at(d.pop("lifted_at"))

        hold_view = cls(
            id=id,
            client_id=client_id,
            institution=institution,
            reason=reason,
            until=until,
            placed_by=placed_by,
            placed_at=placed_at,
            lifted_at=lifted_at,
        )

        hold_view.additional_properties = d
        return hold_view

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
