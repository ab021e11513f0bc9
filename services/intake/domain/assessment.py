"""Assessing with an instrument, so that one can see over time whether things got better; diagnosis."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Annotated
from uuid import UUID

from pydantic import Field, TypeAdapter

from contracts.intake.means import AssessmentRecorded, DiagnosisRecorded
from contracts.sections import Section
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Dated, Written, in_force, read_data
from services.intake.domain.means import InTheFuture


class InstrumentUnknown(Refusal):
    """There is no instrument of this code and version in force on that day; `known` lists the codes."""

    kind = Kind.INVALID
    pl = "W tym dniu nie obowiązuje narzędzie o tym kodzie i wersji; kody wymienia `known`."


class ItemsDiffer(Refusal):
    """Every item of the instrument gets one score, and no other item does; `items` lists them."""

    kind = Kind.INVALID
    pl = "Każda pozycja narzędzia dostaje jedną ocenę i żadna inna; pozycje wymienia `items`."


class ScoreOutOfBounds(Refusal):
    """A score lies outside the scale of the instrument; `most` is its highest."""

    kind = Kind.INVALID
    pl = "Ocena wykracza poza skalę narzędzia; najwyższą wskazuje `most`."


class Label(Written):
    """What something is called."""

    pl: str
    en: str


class InstrumentVersion(Dated):
    """The items of an instrument as they stand from a day on, each scored from 0 to `most`."""

    version: int
    most: Annotated[int, Field(ge=1, le=10)]
    items: dict[str, Label]

    @property
    def highest(self) -> int:
        """The highest total one can reach."""
        return self.most * len(self.items)

    def total(self, scores: Mapping[str, int]) -> int:
        """The sum of a complete set of scores."""
        if set(scores) != set(self.items):
            raise ItemsDiffer(pointer="/items", items=sorted(self.items))
        for item in self.items:
            if not 0 <= scores[item] <= self.most:
                raise ScoreOutOfBounds(pointer=f"/items/{item}", most=self.most)
        return sum(scores.values())


class InstrumentData(Label):
    """An instrument with all its versions, and the section whose readers see its scores."""

    section: Section
    versions: tuple[InstrumentVersion, ...]


_INSTRUMENTS = TypeAdapter(dict[str, InstrumentData])


@cache
def instruments() -> dict[str, InstrumentData]:
    """All of them, by code."""
    return _INSTRUMENTS.validate_python(read_data("instruments.yaml"))


@dataclass(frozen=True)
class Assessment:
    """One assessment; the total is ours to compute."""

    id: UUID
    client_id: UUID
    instrument: str
    version: int
    assessed_on: date
    scores: Mapping[str, int]
    note: str | None
    recorded_by: UUID
    recorded_at: datetime

    def recorded(self, today: date) -> AssessmentRecorded:
        """Check it against the instrument, and announce it without the score."""
        if self.assessed_on > today:
            raise InTheFuture(pointer="/assessed_on")
        data = instruments().get(self.instrument)
        row = in_force(data.versions, self.assessed_on) if data else None
        if row is None or row.version != self.version:
            raise InstrumentUnknown(pointer="/instrument", known=sorted(instruments()))
        row.total(self.scores)
        return AssessmentRecorded(
            client_id=self.client_id,
            assessment_id=self.id,
            instrument=self.instrument,
            assessed_on=self.assessed_on,
        )

    @property
    def total(self) -> int:
        """The sum of the scores."""
        return sum(self.scores.values())

    @property
    def section(self) -> Section:
        """Who may read it."""
        return instruments()[self.instrument].section


@dataclass(frozen=True)
class Diagnosis:
    """What a worker concludes (diagnoza), and in a few words what partners need of it."""

    client_id: UUID
    text: str
    summary: str | None
    recorded_by: UUID
    worker: str
    recorded_at: datetime

    def recorded(self) -> DiagnosisRecorded:
        """Announce it."""
        return DiagnosisRecorded(client_id=self.client_id)
