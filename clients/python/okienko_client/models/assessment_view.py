from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.assessment_view_scores import AssessmentViewScores


T = TypeVar("T", bound="AssessmentView")


@_attrs_define
class AssessmentView:
    """One assessment with its total.

    Attributes:
        id (UUID):
        client_id (UUID):
        instrument (str):
        version (int):
        assessed_on (datetime.date):
        scores (AssessmentViewScores):
        total (int):
        highest (int): The highest total one can reach.
        note (None | str):
        recorded_by (UUID):
    """

    id: UUID
    client_id: UUID
    instrument: str
    version: int
    assessed_on: datetime.date
    scores: AssessmentViewScores
    total: int
    highest: int
    note: None | str
    recorded_by: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        client_id = str(self.client_id)

        instrument = self.instrument

        version = self.version

        assessed_on = self.assessed_on.isoformat()

        scores = self.scores.to_dict()

        total = self.total

        highest = self.highest

        note: None | str
        note = self.note

        recorded_by = str(self.recorded_by)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "client_id": client_id,
                "instrument": instrument,
                "version": version,
                "assessed_on": assessed_on,
                "scores": scores,
                "total": total,
                "highest": highest,
                "note": note,
                "recorded_by": recorded_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.assessment_view_scores import AssessmentViewScores  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        client_id = UUID(d.pop("client_id"))

        instrument = d.pop("instrument")

        version = d.pop("version")

        assessed_on = datetime.date.fromisoformat(d.pop("assessed_on"))

        scores = AssessmentViewScores.from_dict(d.pop("scores"))

        total = d.pop("total")

        highest = d.pop("highest")

        def _parse_note(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        note = _parse_note(d.pop("note"))

        recorded_by = UUID(d.pop("recorded_by"))

        assessment_view = cls(
            id=id,
            client_id=client_id,
            instrument=instrument,
            version=version,
            assessed_on=assessed_on,
            scores=scores,
            total=total,
            highest=highest,
            note=note,
            recorded_by=recorded_by,
        )

        assessment_view.additional_properties = d
        return assessment_view

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
