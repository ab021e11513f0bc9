from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.contact_kind import ContactKind
from ..models.contact_outcome import ContactOutcome
from ..models.direction import Direction

if TYPE_CHECKING:
    from ..models.party_view import PartyView
    from ..models.worker_view import WorkerView


T = TypeVar("T", bound="LoggedContactView")


@_attrs_define
class LoggedContactView:
    """A contact. Another institution sees only that there was one: day, kind and with whom.

    Attributes:
        id (UUID):
        client_id (UUID):
        institution (PartyView): An institution by name.
        kind (ContactKind): How an adviser and a client were in touch.
        happened_on (datetime.date):
        corrects (None | UUID): The entry it takes the place of.
        corrected_by (None | UUID): The entry that took its place; null: it stands.
        advice_id (None | UUID): Null: logged at the labour office's registration.
        worker (None | WorkerView):
        direction (Direction | None):
        minutes (int | None):
        outcome (ContactOutcome | None):
        next_contact_on (datetime.date | None):
        note (None | str):
        confidential (bool | None):
        withheld (bool): Whether there is a note that is not for you.
        recorded_at (datetime.datetime | None):
    """

    id: UUID
    client_id: UUID
    institution: PartyView
    kind: ContactKind
    happened_on: datetime.date
    corrects: None | UUID
    corrected_by: None | UUID
    advice_id: None | UUID
    worker: None | WorkerView
    direction: Direction | None
    minutes: int | None
    outcome: ContactOutcome | None
    next_contact_on: datetime.date | None
    note: None | str
    confidential: bool | None
    withheld: bool
    recorded_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        id = str(self.id)

        client_id = str(self.client_id)

        institution = self.institution.to_dict()

        kind = self.kind.value

        happened_on = self.happened_on.isoformat()

        corrects: None | str
        if isinstance(self.corrects, UUID):
            corrects = str(self.corrects)
        else:
            corrects = self.corrects

        corrected_by: None | str
        if isinstance(self.corrected_by, UUID):
            corrected_by = str(self.corrected_by)
        else:
            corrected_by = self.corrected_by

        advice_id: None | str
        if isinstance(self.advice_id, UUID):
            advice_id = str(self.advice_id)
        else:
            advice_id = self.advice_id

        worker: dict[str, Any] | None
        if isinstance(self.worker, WorkerView):
            worker = self.worker.to_dict()
        else:
            worker = self.worker

        direction: None | str
        if isinstance(self.direction, Direction):
            direction = self.direction.value
        else:
            direction = self.direction

        minutes: int | None
        minutes = self.minutes

        outcome: None | str
        if isinstance(self.outcome, ContactOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        next_contact_on: None | str
        if isinstance(self.next_contact_on, datetime.date):
            next_contact_on = self.next_contact_on.isoformat()
        else:
            next_contact_on = self.next_contact_on

        note: None | str
        note = self.note

        confidential: bool | None
        confidential = self.confidential

        withheld = self.withheld

        recorded_at: None | str
        if isinstance(self.recorded_at, datetime.datetime):
            recorded_at = self.recorded_at.isoformat()
        else:
            recorded_at = self.recorded_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "institution": institution,
                "kind": kind,
                "happened_on": happened_on,
                "corrects": corrects,
                "corrected_by": corrected_by,
                "advice_id": advice_id,
                "worker": worker,
                "direction": direction,
                "minutes": minutes,
                "outcome": outcome,
                "next_contact_on": next_contact_on,
                "note": note,
                "confidential": confidential,
                "withheld": withheld,
                "recorded_at": recorded_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.party_view import PartyView  # noqa: PLC0415
        from ..models.worker_view import WorkerView  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        institution = PartyView.from_dict(d.pop("institution"))

        kind = ContactKind(d.pop("kind"))

        happened_on = datetime.date.fromisoformat(d.pop("happened_on"))

        def _parse_corrects(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrects_type_0 = UUID(data)

                return corrects_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        corrects = _parse_corrects(d.pop("corrects"))

        def _parse_corrected_by(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                corrected_by_type_0 = UUID(data)

                return corrected_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        corrected_by = _parse_corrected_by(d.pop("corrected_by"))

        def _parse_advice_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                advice_id_type_0 = UUID(data)

                return advice_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        advice_id = _parse_advice_id(d.pop("advice_id"))

        def _parse_worker(data: object) -> None | WorkerView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                worker_type_0 = WorkerView.from_dict(data)

                return worker_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WorkerView, data)

        worker = _parse_worker(d.pop("worker"))

        def _parse_direction(data: object) -> Direction | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                direction_type_0 = Direction(data)

                return direction_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Direction | None, data)

        direction = _parse_direction(d.pop("direction"))

        def _parse_minutes(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        minutes = _parse_minutes(d.pop("minutes"))

        def _parse_outcome(data: object) -> ContactOutcome | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = ContactOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContactOutcome | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_next_contact_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_contact_on_type_0 = datetime.date.fromisoformat(data)

                return next_contact_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        next_contact_on = _parse_next_contact_on(d.pop("next_contact_on"))

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        def _parse_confidential(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        confidential = _parse_confidential(d.pop("confidential"))

        withheld = d.pop("withheld")

        def _parse_recorded_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                recorded_at_type_0 = datetime.datetime.fromisoformat(data)

                return recorded_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        recorded_at = _parse_recorded_at(d.pop("recorded_at"))

        logged_contact_view = cls(
            id=id,
            client_id=client_id,
            institution=institution,
            kind=kind,
            happened_on=happened_on,
            corrects=corrects,
            corrected_by=corrected_by,
            advice_id=advice_id,
            worker=worker,
            direction=direction,
            minutes=minutes,
            outcome=outcome,
            next_contact_on=next_contact_on,
            note=note,
            confidential=confidential,
            withheld=withheld,
            recorded_at=recorded_at,
        )

        logged_contact_view.additional_properties = d
        return logged_contact_view

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
