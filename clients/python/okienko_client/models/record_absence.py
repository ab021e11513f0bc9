from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.absence_kind import AbsenceKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="RecordAbsence")


@_attrs_define
class RecordAbsence:
    """Note an absence; both days inclusive.

    Attributes:
        kind (AbsenceKind): Where she is (health data where it is a hospital).
        first_day (datetime.date):
        last_day (datetime.date | None | Unset): None: she is still away.
    """

    kind: AbsenceKind
    first_day: datetime.date
    last_day: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        first_day = self.first_day.isoformat()

        last_day: None | str | Unset
        if isinstance(self.last_day, Unset):
            last_day = UNSET
        elif isinstance(self.last_day, datetime.date):
            last_day = self.last_day.isoformat()
        else:
            last_day = self.last_day

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "first_day": first_day,
            }
        )
        if last_day is not UNSET:
            field_dict["last_day"] = last_day

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        kind = AbsenceKind(d.pop("kind"))

        first_day = datetime.date.fromisoformat(d.pop("first_day"))

        def _parse_last_day(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_day_type_0 = datetime.date.fromisoformat(data)

                return last_day_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        last_day = _parse_last_day(d.pop("last_day", UNSET))

        record_absence = cls(
            kind=kind,
            first_day=first_day,
            last_day=last_day,
        )

        return record_absence
