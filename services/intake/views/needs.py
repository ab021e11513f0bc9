"""What readers may see of needs, strengths and assessments, and of the instruments."""

from collections.abc import Mapping
from datetime import date, datetime
from itertools import groupby
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import Urgency
from contracts.intake.means import Instrument, NeedOutcome
from contracts.sections import Section
from contracts.values import (
    AssessmentId,
    ClientId,
    Day,
    InstitutionId,
    NeedId,
    Note,
    StrengthId,
    View,
)
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.assessment import Assessment, InstrumentVersion, instruments
from services.intake.domain.dated import in_force
from services.intake.domain.need import Need, NeedKind, ServiceCategory, StrengthKind
from services.intake.store.needs import Needs
from services.intake.store.sight import reader_of


class NeedView(View):
    """A need, the service that would answer it, and what became of it."""

    id: NeedId
    kind: NeedKind
    service_category: ServiceCategory
    urgency: Urgency
    note: Note | None
    due_on: Day | None
    added_by: InstitutionId
    added_at: datetime
    outcome: Annotated[NeedOutcome | None, Field(description="None: open.")]
    closed_on: Day | None
    closing_reason: Note | None


class StrengthView(View):
    """A strength."""

    id: StrengthId
    kind: StrengthKind
    note: Note | None
    added_by: InstitutionId
    added_at: datetime


class NeedList(View):
    """What a client needs and what she can build on, the earliest first."""

    needs: list[NeedView]
    strengths: list[StrengthView]


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


async def list_needs(tx: Transaction, client_id: UUID, by: Caller) -> NeedList:
    """Needs of the sections the caller reads in full; strengths stand with the plain needs."""
    reader, needs = await reader_of(tx, client_id, by), Needs(tx, client_id)
    reader.require(Section.NEEDS)
    found = [need for need in await needs.all() if reader.reads(need.kind.section)]
    return NeedList(
        needs=[_need(need) for need in found],
        strengths=[StrengthView.model_validate(one) for one in await needs.strengths()],
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


def _need(need: Need) -> NeedView:
    closing = need.closing
    return NeedView(
        id=need.id,
        kind=need.kind,
        service_category=need.kind.category,
        urgency=need.urgency,
        note=need.note,
        due_on=need.due_on,
        added_by=need.added_by,
        added_at=need.added_at,
        outcome=closing.outcome if closing else None,
        closed_on=closing.closed_on if closing else None,
        closing_reason=closing.reason if closing else None,
    )


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
