from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.basis_kind import BasisKind

T = TypeVar("T", bound="RelationReason")


@_attrs_define
class RelationReason:
    """One live relation, and why in a sentence.

    Attributes:
        relation_id (UUID):
        basis (BasisKind): Why one institution may see what another holds (GDPR art. 6, 9).
        since (datetime.datetime):
        until (datetime.date | None):
        expires_at (datetime.datetime | None):
        why (str): In Polish or English, by Accept-Language.
    """

    relation_id: UUID
    basis: BasisKind
    since: datetime.datetime
    until: datetime.date | None
    expires_at: datetime.datetime | None
    why: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        relation_id = str(self.relation_id)

        basis = self.basis.value

        since = self.since.isoformat()

        until: None | str
        if isinstance(self.until, datetime.date):
            until = self.until.isoformat()
        else:
            until = self.until

        expires_at: None | str
        if isinstance(self.expires_at, datetime.datetime):
            expires_at = self.expires_at.isoformat()
        else:
            expires_at = self.expires_at

        why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "relation_id": relation_id,
                "basis": basis,
                "since": since,
                "until": until,
                "expires_at": expires_at,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        relation_id = UUID(d.pop("relation_id"))

        basis = BasisKind(d.pop("basis"))

        since = datetime.datetime.fromisoformat(d.pop("since"))

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

        def _parse_expires_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                expires_at_type_0 = datetime.datetime.fromisoformat(data)

                return expires_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        expires_at = _parse_expires_at(d.pop("expires_at"))

        why = d.pop("why")

        relation_reason = cls(
            relation_id=relation_id,
            basis=basis,
            since=since,
            until=until,
            expires_at=expires_at,
            why=why,
        )

        relation_reason.additional_properties = d
        return relation_reason

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
