from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.calendar_language import CalendarLanguage
from ..models.duty_kind import DutyKind
from ..models.shows import Shows

T = TypeVar("T", bound="OpenedCalendar")


@_attrs_define
class OpenedCalendar:
    """The same, with its address: it is shown this once.

    Attributes:
        id (UUID):
        for_ (Shows): Whose duties a calendar shows.
        kinds (list[DutyKind]):
        language (CalendarLanguage): In which language its entries are.
        worker (str):
        made_at (datetime.datetime):
        expires_at (datetime.datetime):
        revoked_at (datetime.datetime | None):
        address (str): Give it to the calendar program; whoever knows it reads the calendar.
    """

    id: UUID
    for_: Shows
    kinds: list[DutyKind]
    language: CalendarLanguage
    worker: str
    made_at: datetime.datetime
    expires_at: datetime.datetime
    revoked_at: datetime.datetime | None
    address: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        for_ = self.for_.value

        kinds = []
        for kinds_item_data in self.kinds:
            kinds_item = kinds_item_data.value
            kinds.append(kinds_item)

        language = self.language.value

        worker = self.worker

        made_at = self.made_at.isoformat()

        expires_at = self.expires_at.isoformat()

        revoked_at: None | str
        if isinstance(self.revoked_at, datetime.datetime):
            revoked_at = self.revoked_at.isoformat()
        else:
            revoked_at = self.revoked_at

        address = self.address

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "for": for_,
                "kinds": kinds,
                "language": language,
                "worker": worker,
                "made_at": made_at,
                "expires_at": expires_at,
                "revoked_at": revoked_at,
                "address": address,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        for_ = Shows(d.pop("for"))

        kinds = []
        _kinds = d.pop("kinds")
        for kinds_item_data in _kinds:
            kinds_item = DutyKind(kinds_item_data)

            kinds.append(kinds_item)

        language = CalendarLanguage(d.pop("language"))

        worker = d.pop("worker")

        made_at = datetime.datetime.fromisoformat(d.pop("made_at"))

        expires_at = datetime.datetime.fromisoformat(d.pop("expires_at"))

        def _parse_revoked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                revoked_at_type_0 = datetime.datetime.fromisoformat(data)

                return revoked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        revoked_at = _parse_revoked_at(d.pop("revoked_at"))

        address = d.pop("address")

        opened_calendar = cls(
            id=id,
            for_=for_,
            kinds=kinds,
            language=language,
            worker=worker,
            made_at=made_at,
            expires_at=expires_at,
            revoked_at=revoked_at,
            address=address,
        )

        opened_calendar.additional_properties = d
        return opened_calendar

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
