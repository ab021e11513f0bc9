from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.duty_kind import DutyKind

T = TypeVar("T", bound="DutyView")


@_attrs_define
class DutyView:
    """Something to be done (zadanie).

    Attributes:
        kind (DutyKind): What is to be done; the thing it is about is of the kind's own sort.
        to_do (str): What is asked for, in the language of Accept-Language.
        thing_id (UUID): The referral, plan, meeting … it is about.
        address (str):
        client_id (None | UUID): None: no one client, or she may not be seen.
        worker (None | str): Whose it is; none: whoever takes it first.
        due_on (datetime.date | None): None: it is news.
        days_late (int): Working days past its day.
        since (datetime.datetime):
    """

    kind: DutyKind
    to_do: str
    thing_id: UUID
    address: str
    client_id: None | UUID
    worker: None | str
    due_on: datetime.date | None
    days_late: int
    since: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        to_do = self.to_do

        thing_id = str(self.thing_id)

        address = self.address

        client_id: None | str
        if isinstance(self.client_id, UUID):
            client_id = str(self.client_id)
        else:
            client_id = self.client_id

        worker: None | str
        worker = self.worker

        due_on: None | str
        if isinstance(self.due_on, datetime.date):
            due_on = self.due_on.isoformat()
        else:
            due_on = self.due_on

        days_late = self.days_late

        since = self.since.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "to_do": to_do,
                "thing_id": thing_id,
                "address": address,
                "client_id": client_id,
                "worker": worker,
                "due_on": due_on,
                "days_late": days_late,
                "since": since,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = DutyKind(d.pop("kind"))

        to_do = d.pop("to_do")

        thing_id = UUID(d.pop("thing_id"))

        address = d.pop("address")

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

        def _parse_worker(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        worker = _parse_worker(d.pop("worker"))

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

        days_late = d.pop("days_late")

        since = datetime.datetime.fromisoformat(d.pop("since"))

        duty_view = cls(
            kind=kind,
            to_do=to_do,
            thing_id=thing_id,
            address=address,
            client_id=client_id,
            worker=worker,
            due_on=due_on,
            days_late=days_late,
            since=since,
        )

        duty_view.additional_properties = d
        return duty_view

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
