from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.worker_view import WorkerView


T = TypeVar("T", bound="SubstitutionView")


@_attrs_define
class SubstitutionView:
    """Who stands in for whom (zastępstwo); both days inclusive.

    Attributes:
        id (UUID):
        worker (WorkerView): A worker.
        substitute (WorkerView): A worker.
        first_day (datetime.date):
        last_day (datetime.date):
        ended_on (datetime.date | None): Ended early: from this day on it does not hold.
        holds_today (bool):
        version (int):
    """

    id: UUID
    worker: WorkerView
    substitute: WorkerView
    first_day: datetime.date
    last_day: datetime.date
    ended_on: datetime.date | None
    holds_today: bool
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        worker = self.worker.to_dict()

        substitute = self.substitute.to_dict()

        first_day = self.first_day.isoformat()

        last_day = self.last_day.isoformat()

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        holds_today = self.holds_today

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "worker": worker,
                "substitute": substitute,
                "first_day": first_day,
                "last_day": last_day,
                "ended_on": ended_on,
                "holds_today": holds_today,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        worker = WorkerView.from_dict(d.pop("worker"))

        substitute = WorkerView.from_dict(d.pop("substitute"))

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        last_day = datetime.date.fromisoformat(d.pop("last_day"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        holds_today = d.pop("holds_today")

        version = d.pop("version")

        substitution_view = cls(
            id=id,
            worker=worker,
            substitute=substitute,
            first_day=first_day,
            last_day=last_day,
            ended_on=ended_on,
            holds_today=holds_today,
            version=version,
        )

        substitution_view.additional_properties = d
        return substitution_view

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
