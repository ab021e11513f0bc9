from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_result import DeliveryResult

T = TypeVar("T", bound="DeliveryView")


@_attrs_define
class DeliveryView:
    """One attempt.

    Attributes:
        event_id (UUID): The `webhook-id`.
        type_ (str):
        cursor (str): The event's place in the feed.
        attempt (int):
        at (datetime.datetime):
        result (DeliveryResult): What became of an attempt.
        status (int | None): What your server answered.
        milliseconds (int):
    """

    event_id: UUID
    type_: str
    cursor: str
    attempt: int
    at: datetime.datetime
    result: DeliveryResult
    status: int | None
    milliseconds: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        event_id = str(self.event_id)

        type_ = self.type_

        cursor = self.cursor

        attempt = self.attempt

        at = self.at.isoformat()

        result = self.result.value

        status: int | None
        status = self.status

        milliseconds = self.milliseconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "event_id": event_id,
                "type": type_,
                "cursor": cursor,
                "attempt": attempt,
                "at": at,
                "result": result,
                "status": status,
                "milliseconds": milliseconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        event_id = UUID(d.pop("event_id"))

        type_ = d.pop("type")

        cursor = d.pop("cursor")

        attempt = d.pop("attempt")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        result = DeliveryResult(d.pop("result"))

        def _parse_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        status = _parse_status(d.pop("status"))

        milliseconds = d.pop("milliseconds")

        delivery_view = cls(
            event_id=event_id,
            type_=type_,
            cursor=cursor,
            attempt=attempt,
            at=at,
            result=result,
            status=status,
            milliseconds=milliseconds,
        )

        delivery_view.additional_properties = d
        return delivery_view

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
