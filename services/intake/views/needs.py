"""What readers may see of assessments, and of the instruments they are made with."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import Instrument
from contracts.sections import Section
from contracts.values import AssessmentId, ClientId, Day, InstitutionId, Note, View
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.assessment import Assessment, InstrumentVersion, instruments
from services.intake.domain.dated import in_force
from services.intake.store.needs import Needs
from services.intake.store.sight import reader_of


class AssessmentView(View):
    """One assessment with its total."""

    id: AssessmentId
    client_id: ClientId
    instrument: Instrument
    version: int
    assessed_on: Day
    scores: Mapping[str, int]
    total: int
    highest: Annotated[int, Field(description="The highest total one can reach.")]
    note: Note | None
    recorded_by: InstitutionId


class Series(View):
    """The assessments with one instrument, the earliest first."""

    instrument: Instrument
    title: Annotated[str, Field(examples=["gotowość do podjęcia pracy"])]
    change: Annotated[
        int | None,
        Field(description="Last total minus first; none with fewer than two, or of two versions."),
    ]
    assessments: list[AssessmentView]


class AssessmentSeries(View):
    """A client's assessments over time, by instrument."""

    items: list[Series]


class ItemView(View):
    """One item to score."""

    code: str
    pl: str
    en: str


class InstrumentView(View):
    """An instrument in force today."""

    instrument: Instrument
    version: int
    pl: str
    en: str
    section: Section
    most: Annotated[int, Field(description="The highest score of an item; the lowest is 0.")]
    items: list[ItemView]


class InstrumentList(View):
    """The instruments in force today."""

    items: list[InstrumentView]


def assessment_view(made: Assessment) -> AssessmentView:
    """An assessment with its total."""
    return AssessmentView(
        id=made.id,
        client_id=made.client_id,
        instrument=made.instrument,
        version=made.version,
        assessed_on=made.assessed_on,
        scores=made.scores,
        total=made.total,
        highest=_version(made).highest,
        note=made.note,
        recorded_by=made.recorded_by,
    )


async def list_assessments(tx: Transaction, client_id: UUID, by: Caller) -> AssessmentSeries:
    """The scores over time, of the instruments whose section the caller reads in full."""
    reader = await reader_of(tx, client_id, by)
    reader.require(Section.NEEDS, Section.NOTES)
    made = [a for a in await Needs(tx, client_id).assessments() if reader.reads(a.section)]
    made.sort(key=lambda a: a.instrument)  # stable: of one instrument they stay by day
    return AssessmentSeries(
        items=[_series(code, list(group)) for code, group in groupby(made, lambda a: a.instrument)]
    )


def list_instruments(today: date) -> InstrumentList:
    """What one can assess with."""
    found = []
    for code, data in instruments().items():
        if row := in_force(data.versions, today):
            items = [ItemView(code=i, pl=label.pl, en=label.en) for i, label in row.items.items()]
            found.append(
                InstrumentView(
                    instrument=code, version=row.version, pl=data.pl, en=data.en,
                    section=data.section, most=row.most, items=items,
                )
            )  # fmt: skip
    return InstrumentList(items=found)


def _version(made: Assessment) -> InstrumentVersion:
    versions = instruments()[made.instrument].versions
    return next(row for row in versions if row.version == made.version)


def _series(code: str, made: list[Assessment]) -> Series:
    comparable = len(made) > 1 and len({a.version for a in made}) == 1
    return Series(
        instrument=code,
        title=instruments()[code].pl,
        change=made[-1].total - made[0].total if comparable else None,
        assessments=[assessment_view(a) for a in made],
    )
