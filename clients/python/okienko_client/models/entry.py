from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.entry_details import EntryDetails
    from ..models.institution_ref import InstitutionRef
    from ..models.who import Who


T = TypeVar("T", bound="Entry")


@_attrs_define
class Entry:
    """One thing that happened.

    Attributes:
        id (UUID):
        at (datetime.datetime):
        who (None | Who): None: the system itself.
        where (InstitutionRef | None):
        type_ (str):
        what (str):
        details (EntryDetails): The event's own ids, codes and days.
        merged_from (None | UUID): The merged record that it happened to, if to one.
    """

    id: UUID
    at: datetime.datetime
    who: None | Who
    where: InstitutionRef | None
    type_: str
    what: str
    details: EntryDetails
    merged_from: None | UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.institution_ref import InstitutionRef  # noqa: PLC0415
        from ..models.who import Who  # noqa: PLC0415

        id = str(self.id)

        at = self.at.isoformat()

        who: dict[str, Any] | None
        if isinstance(self.who, Who):
            who = self.who.to_dict()
        else:
            who = self.who

        where: dict[str, Any] | None
        if isinstance(self.where, InstitutionRef):
            where = self.where.to_dict()
        else:
            where = self.where

        type_ = self.type_

        what = self.what

        details = self.details.to_dict()

        merged_from: None | str
        if isinstance(self.merged_from, UUID):
            merged_from = str(self.merged_from)
        else:
            merged_from = self.merged_from

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "who": who,
                "where": where,
                "type": type_,
                "what": what,
                "details": details,
                "merged_from": merged_from,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entry_details import EntryDetails  # noqa: PLC0415
        from ..models.institution_ref import InstitutionRef  # noqa: PLC0415
        from ..models.who import Who  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        at = datetime.datetime.fromisoformat(d.pop("at"))

        def _parse_who(data: object) -> None | Who:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                who_type_0 = Who.from_dict(data)

                return who_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Who, data)

        who = _parse_who(d.pop("who"))

        def _parse_where(data: object) -> InstitutionRef | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                where_type_0 = InstitutionRef.from_dict(data)

                return where_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(InstitutionRef | None, data)

        where = _parse_where(d.pop("where"))

        type_ = d.pop("type")

        what = d.pop("what")

        details = EntryDetails.from_dict(d.pop("details"))

        def _parse_merged_from(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                merged_from_type_0 = UUID(data)

                return merged_from_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        merged_from = _parse_merged_from(d.pop("merged_from"))

        entry = cls(
            id=id,
            at=at,
            who=who,
            where=where,
            type_=type_,
            what=what,
            details=details,
            merged_from=merged_from,
        )

        entry.additional_properties = d
        return entry

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
