from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.contact_kind import ContactKind
from ..models.contact_outcome import ContactOutcome
from ..models.direction import Direction
from ..types import UNSET, Unset

T = TypeVar("T", bound="LogContact")


@_attrs_define
class LogContact:
    """Note a contact.

    Attributes:
        kind (ContactKind): How an adviser and a client were in touch.
        happened_on (datetime.date):
        direction (Direction | Unset): Who turned to whom.
        minutes (int | None | Unset):
        outcome (ContactOutcome | Unset): What came of trying to be in touch.
        next_contact_on (datetime.date | None | Unset): For when the next contact was agreed.
        note (None | str | Unset):
        confidential (bool | Unset): Its note is for you, the adviser and managers alone. Default: False.
    """

    kind: ContactKind
    happened_on: datetime.date
    direction: Direction | Unset = UNSET
    minutes: int | None | Unset = UNSET
    outcome: ContactOutcome | Unset = UNSET
    next_contact_on: datetime.date | None | Unset = UNSET
    note: None | str | Unset = UNSET
    confidential: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        happened_on = self.happened_on.isoformat()

        direction: str | Unset = UNSET
        if not isinstance(self.direction, Unset):
            direction = self.direction.value

        minutes: int | None | Unset
        if isinstance(self.minutes, Unset):
            minutes = UNSET
        else:
            minutes = self.minutes

        outcome: str | Unset = UNSET
        if not isinstance(self.outcome, Unset):
            outcome = self.outcome.value

        next_contact_on: None | str | Unset
        if isinstance(self.next_contact_on, Unset):
            next_contact_on = UNSET
        elif isinstance(self.next_contact_on, datetime.date):
            next_contact_on = self.next_contact_on.isoformat()
        else:
            next_contact_on = self.next_contact_on

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        confidential = self.confidential

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "happened_on": happened_on,
            }
        )
        if direction is not UNSET:
            field_dict["direction"] = direction
        if minutes is not UNSET:
            field_dict["minutes"] = minutes
        if outcome is not UNSET:
            field_dict["outcome"] = outcome
        if next_contact_on is not UNSET:
            field_dict["next_contact_on"] = next_contact_on
        if note is not UNSET:
            field_dict["note"] = note
        if confidential is not UNSET:
            field_dict["confidential"] = confidential

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = ContactKind(d.pop("kind"))

        happened_on = datetime.date.fromisoformat(d.pop("happened_on"))

        _direction = d.pop("direction", UNSET)
        direction: Direction | Unset
        if isinstance(_direction, Unset):
            direction = UNSET
        else:
            direction = Direction(_direction)

        def _parse_minutes(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        minutes = _parse_minutes(d.pop("minutes", UNSET))

        _outcome = d.pop("outcome", UNSET)
        outcome: ContactOutcome | Unset
        if isinstance(_outcome, Unset):
            outcome = UNSET
        else:
            outcome = ContactOutcome(_outcome)

        def _parse_next_contact_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_contact_on_type_0 = datetime.date.fromisoformat(data)

                return next_contact_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        next_contact_on = _parse_next_contact_on(d.pop("next_contact_on", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        confidential = d.pop("confidential", UNSET)

        log_contact = cls(
            kind=kind,
            happened_on=happened_on,
            direction=direction,
            minutes=minutes,
            outcome=outcome,
            next_contact_on=next_contact_on,
            note=note,
            confidential=confidential,
        )

        return log_contact
