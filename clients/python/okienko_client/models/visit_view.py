from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.care_service import CareService
from ..models.care_task import CareTask
from ..models.phone_outcome import PhoneOutcome
from ..models.strike_reason import StrikeReason

if TYPE_CHECKING:
    from ..models.flag_view import FlagView
    from ..models.place import Place
    from ..models.visit_correction_view import VisitCorrectionView


T = TypeVar("T", bound="VisitView")


@_attrs_define
class VisitView:
    """A visit; `minutes` counts against the voucher unless it was struck.

    Attributes:
        id (UUID):
        voucher_id (UUID):
        programme_id (UUID):
        provider (UUID):
        carer (str):
        service (CareService): What a voucher pays for (art. 50 u.p.s.).
        starts_at (datetime.datetime):
        ends_at (datetime.datetime):
        day (datetime.date):
        month (str):
        minutes (int):
        tasks (list[CareTask]):
        place (None | Place):
        note (None | str):
        family_carer (bool):
        confirmed_at (datetime.datetime | None):
        flags (list[FlagView]):
        phone_check (bool | None): Drawn for a check by telephone; told to the payer alone.
        phone_outcome (None | PhoneOutcome):
        struck (None | StrikeReason):
        settlement_id (None | UUID):
        corrections (list[VisitCorrectionView]):
        recorded_by (str):
        recorded_at (datetime.datetime):
        version (int):
    """

    id: UUID
    voucher_id: UUID
    programme_id: UUID
    provider: UUID
    carer: str
    service: CareService
    starts_at: datetime.datetime
    ends_at: datetime.datetime
    day: datetime.date
    month: str
    minutes: int
    tasks: list[CareTask]
    place: None | Place
    note: None | str
    family_carer: bool
    confirmed_at: datetime.datetime | None
    flags: list[FlagView]
    phone_check: bool | None
    phone_outcome: None | PhoneOutcome
    struck: None | StrikeReason
    settlement_id: None | UUID
    corrections: list[VisitCorrectionView]
    recorded_by: str
    recorded_at: datetime.datetime
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.place import Place  # noqa: PLC0415

        id = str(self.id)

        voucher_id = str(self.voucher_id)

        programme_id = str(self.programme_id)

        provider = str(self.provider)

        carer = self.carer

        service = self.service.value

        starts_at = self.starts_at.isoformat()

        ends_at = self.ends_at.isoformat()

        day = self.day.isoformat()

        month = self.month

        minutes = self.minutes

        tasks = []
        for tasks_item_data in self.tasks:
            tasks_item = tasks_item_data.value
            tasks.append(tasks_item)

        place: dict[str, Any] | None
        if isinstance(self.place, Place):
            place = self.place.to_dict()
        else:
            place = self.place

        note: None | str
        note = self.note

        family_carer = self.family_carer

        confirmed_at: None | str
        if isinstance(self.confirmed_at, datetime.datetime):
            confirmed_at = self.confirmed_at.isoformat()
        else:
            confirmed_at = self.confirmed_at

        flags = []
        for flags_item_data in self.flags:
            flags_item = flags_item_data.to_dict()
            flags.append(flags_item)

        phone_check: bool | None
        phone_check = self.phone_check

        phone_outcome: None | str
        if isinstance(self.phone_outcome, PhoneOutcome):
            phone_outcome = self.phone_outcome.value
        else:
            phone_outcome = self.phone_outcome

        struck: None | str
        if isinstance(self.struck, StrikeReason):
            struck = self.struck.value
        else:
            struck = self.struck

        settlement_id: None | str
        if isinstance(self.settlement_id, UUID):
            settlement_id = str(self.settlement_id)
        else:
            settlement_id = self.settlement_id

        corrections = []
        for corrections_item_data in self.corrections:
            corrections_item = corrections_item_data.to_dict()
            corrections.append(corrections_item)

        recorded_by = self.recorded_by

        recorded_at = self.recorded_at.isoformat()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "voucher_id": voucher_id,
                "programme_id": programme_id,
                "provider": provider,
                "carer": carer,
                "service": service,
                "starts_at": starts_at,
                "ends_at": ends_at,
                "day": day,
                "month": month,
                "minutes": minutes,
                "tasks": tasks,
                "place": place,
                "note": note,
                "family_carer": family_carer,
                "confirmed_at": confirmed_at,
                "flags": flags,
                "phone_check": phone_check,
                "phone_outcome": phone_outcome,
                "struck": struck,
                "settlement_id": settlement_id,
                "corrections": corrections,
                "recorded_by": recorded_by,
                "recorded_at": recorded_at,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.flag_view import FlagView  # noqa: PLC0415
        from ..models.place import Place  # noqa: PLC0415
        from ..models.visit_correction_view import VisitCorrectionView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        voucher_id = UUID(d.pop("voucher_id"))

        programme_id = UUID(d.pop("programme_id"))

        provider = UUID(d.pop("provider"))

        carer = d.pop("carer")

        service = CareService(d.pop("service"))

        starts_at = datetime.datetime.fromisoformat(d.pop("starts_at"))

        ends_at = datetime.datetime.fromisoformat(d.pop("ends_at"))

        day = datetime.date.fromisoformat(d.pop("day"))

        month = d.pop("month")

        minutes = d.pop("minutes")

        tasks = []
        _tasks = d.pop("tasks")
        for tasks_item_data in _tasks:
            tasks_item = CareTask(tasks_item_data)

            tasks.append(tasks_item)

        def _parse_place(data: object) -> None | Place:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                place_type_0 = Place.from_dict(data)

                return place_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Place, data)

        place = _parse_place(d.pop("place"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        family_carer = d.pop("family_carer")

        def _parse_confirmed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                confirmed_at_type_0 = datetime.datetime.fromisoformat(data)

                return confirmed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        confirmed_at = _parse_confirmed_at(d.pop("confirmed_at"))

        flags = []
        _flags = d.pop("flags")
        for flags_item_data in _flags:
            flags_item = FlagView.from_dict(flags_item_data)

            flags.append(flags_item)

        def _parse_phone_check(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        phone_check = _parse_phone_check(d.pop("phone_check"))

        def _parse_phone_outcome(data: object) -> None | PhoneOutcome:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                phone_outcome_type_0 = PhoneOutcome(data)

                return phone_outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PhoneOutcome, data)

        phone_outcome = _parse_phone_outcome(d.pop("phone_outcome"))

        def _parse_struck(data: object) -> None | StrikeReason:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                struck_type_0 = StrikeReason(data)

                return struck_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StrikeReason, data)

        struck = _parse_struck(d.pop("struck"))

        def _parse_settlement_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                settlement_id_type_0 = UUID(data)

                return settlement_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        settlement_id = _parse_settlement_id(d.pop("settlement_id"))

        corrections = []
        _corrections = d.pop("corrections")
        for corrections_item_data in _corrections:
            corrections_item = VisitCorrectionView.from_dict(corrections_item_data)

            corrections.append(corrections_item)

        recorded_by = d.pop("recorded_by")

        recorded_at = datetime.datetime.fromisoformat(d.pop("recorded_at"))

        version = d.pop("version")

        visit_view = cls(
            id=id,
            voucher_id=voucher_id,
            programme_id=programme_id,
            provider=provider,
            carer=carer,
            service=service,
            starts_at=starts_at,
            ends_at=ends_at,
            day=day,
            month=month,
            minutes=minutes,
            tasks=tasks,
            place=place,
            note=note,
            family_carer=family_carer,
            confirmed_at=confirmed_at,
            flags=flags,
            phone_check=phone_check,
            phone_outcome=phone_outcome,
            struck=struck,
            settlement_id=settlement_id,
            corrections=corrections,
            recorded_by=recorded_by,
            recorded_at=recorded_at,
            version=version,
        )

        visit_view.additional_properties = d
        return visit_view

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
