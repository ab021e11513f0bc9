from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.record_assessment_items import RecordAssessmentItems


T = TypeVar("T", bound="RecordAssessment")


@_attrs_define
class RecordAssessment:
    """Record the scores of every item of an instrument; the total is computed.

    Attributes:
        instrument (str):
        version (int):
        assessed_on (datetime.date):
        items (RecordAssessmentItems):
        note (None | str | Unset):
    """

    instrument: str
    version: int
    assessed_on: datetime.date
    items: RecordAssessmentItems
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        instrument = self.instrument

        version = self.version

        assessed_on = self.assessed_on.isoformat()

        items = self.items.to_dict()

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "instrument": instrument,
                "version": version,
                "assessed_on": assessed_on,
                "items": items,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.record_assessment_items import RecordAssessmentItems  # noqa: PLC0415

        d = dict(src_dict)
        instrument = d.pop("instrument")

        version = d.pop("version")

        assessed_on = datetime.date.fromisoformat(d.pop("assessed_on"))

        items = RecordAssessmentItems.from_dict(d.pop("items"))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        record_assessment = cls(
            instrument=instrument,
            version=version,
            assessed_on=assessed_on,
            items=items,
            note=note,
        )

        return record_assessment
