from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.care_service import CareService
from ..models.care_task import CareTask
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.place import Place


T = TypeVar("T", bound="RecordCareVisit")


@_attrs_define
class RecordCareVisit:
    """Record a visit.

    Attributes:
        serial (str):
        carer (str): Who was there: a code of the provider's.
        service (CareService): What a voucher pays for (art. 50 u.p.s.).
        starts_at (datetime.datetime):
        ends_at (datetime.datetime):
        tasks (list[CareTask]):
        place (None | Place | Unset):
        note (None | str | Unset):
        family_carer (bool | Unset): The carer is of the client's family. Default: False.
        code (None | str | Unset): The client's; it can be given later, too.
    """

    serial: str
    carer: str
    service: CareService
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    tasks: list[CareTask]
    place: None | Place | Unset = UNSET
    note: None | str | Unset = UNSET
    family_carer: bool | Unset = False
    code: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.place import Place  # noqa: PLC0415

        serial = self.serial

        carer = self.carer

        service = self.service.value

        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        tasks = []
        for tasks_item_data in self.tasks:
            tasks_item = tasks_item_data.value
            tasks.append(tasks_item)

        place: dict[str, Any] | None | Unset
        if isinstance(self.place, Unset):
            place = UNSET
        elif isinstance(self.place, Place):
            place = self.place.to_dict()
        else:
            place = self.place

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        family_carer = self.family_carer

        code: None | str | Unset
        if isinstance(self.code, Unset):
            code = UNSET
        else:
            code = self.code

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "serial": serial,
                "carer": carer,
                "service": service,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "tasks": tasks,
            }
        )
        if place is not UNSET:
            field_dict["place"] = place
        if note is not UNSET:
            field_dict["note"] = note
        if family_carer is not UNSET:
            field_dict["family_carer"] = family_carer
        if code is not UNSET:
            field_dict["code"] = code

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.place import Place  # noqa: PLC0415

        d = dict(src_dict)
        serial = d.pop("serial")

        carer = d.pop("carer")

        service = CareService(d.pop("service"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        tasks = []
        _tasks = d.pop("tasks")
        for tasks_item_data in _tasks:
            tasks_item = CareTask(tasks_item_data)

            tasks.append(tasks_item)

        def _parse_place(data: object) -> None | Place | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Place.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Place | Unset, data)

        place = _parse_place(d.pop("place", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        family_carer = d.pop("family_carer", UNSET)

        def _parse_code(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        code = _parse_code(d.pop("code", UNSET))

        record_care_visit = cls(
            serial=serial,
            carer=carer,
            service=service,
            starts_at=starts_at,
            ends_at=ends_at,
            tasks=tasks,
            place=place,
            note=note,
            family_carer=family_carer,
            code=code,
        )

        return record_care_visit
