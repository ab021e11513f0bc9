from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NextMeetingView")


@_attrs_define
class NextMeetingView:
    """When a partnership should meet again.

    Attributes:
        partnership_id (UUID):
        last_on (datetime.date | None): None: it has not met yet.
        suggested_on (datetime.date): A working day a month later, or from today.
    """

    partnership_id: UUID
    last_on: datetime.date | None
    suggested_on: datetime.date
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        partnership_id = str(self.partnership_id)

        last_on: None | str
        if isinstance(self.last_on, datetime.date):
            last_on = self.last_on.isoformat()
        else:
            last_on = self.last_on

        suggested_on = self.suggested_on.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "partnership_id": partnership_id,
                "last_on": last_on,
                "suggested_on": suggested_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        partnership_id = UUID(d.pop("partnership_id"))

        def _parse_last_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_on_type_0 = datetime.date.fromisoformat(data)

                return last_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        last_on = _parse_last_on(d.pop("last_on"))

        suggested_on = datetime.date.fromisoformat(d.pop("suggested_on"))

        next_meeting_view = cls(
            partnership_id=partnership_id,
            last_on=last_on,
            suggested_on=suggested_on,
        )

        next_meeting_view.additional_properties = d
        return next_meeting_view

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
