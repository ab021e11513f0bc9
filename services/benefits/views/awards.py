"""What readers may see of an award, and a client's awards as a section of her card."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.sections import Level, Section
from contracts.values import (
    Amount,
    AwardId,
    ClientId,
    Day,
    Month,
    Version,
    View,
    WorkerId,
)
from kernel import kinship
from kernel.callers import Caller
from kernel.service import Bodies
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardNotFound, AwardState, RejectionReason
from services.benefits.domain.law import ParameterUsed
from services.benefits.domain.schedule_choice import PresetName
from services.benefits.domain.trace import Step, Trace
from services.benefits.store.awards import load_award, open_award, seen_by
from services.benefits.tables.awards import awards

_FULL = {
    "id", "status", "lost_benefit", "total", "first_month", "last_month", "schedule", "months",
}  # fmt: skip
_SUMMARY = {"id", "status", "first_month", "last_month"}


class MonthView(View):
    """One month of support, and how much of the lost benefit it still makes up for."""

    month: Month
    step: Annotated[int, Field(ge=1, examples=[1])]
    percent: Annotated[
        str | None, Field(examples=["100"], description="None: not a share of the lost benefit.")
    ]
    amount: Amount


class WorkingView(View):
    """One computation written down: inputs, parameters with their sources, steps with articles."""

    computes: str
    pl: str
    month: Month
    inputs: dict[str, str]
    parameters: tuple[ParameterUsed, ...]
    steps: tuple[Step, ...]


class AwardView(View):
    """An award with its months and the working that justifies them."""

    # An alias, for `from` is a word of Python; the code says first_month.
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    id: AwardId
    client_id: ClientId
    status: AwardState
    lost_benefit: Annotated[Amount, Field(examples=["505.00"])]
    schedule: PresetName
    months: list[MonthView]
    total: Annotated[Amount, Field(examples=["3787.50"])]
    first_month: Annotated[Month, Field(alias="from", examples=["2026-03"])]
    last_month: Annotated[Month, Field(alias="to", examples=["2027-02"])]
    employment_started_on: Day
    computed_by: WorkerId
    approved_by: WorkerId | None
    approved_on: Day | None
    rejected_by: WorkerId | None
    rejected_on: Day | None
    rejection_reason: RejectionReason | None
    version: Version
    trace: Annotated[list[WorkingView], Field(description="In the order of computation.")]


def award_view(award: Award) -> AwardView:
    """An award as whoever may see it sees it."""
    return AwardView(
        id=award.id,
        client_id=award.client_id,
        status=award.state,
        lost_benefit=award.lost_benefit,
        schedule=award.preset,
        months=[
            MonthView(
                month=line.month,
                step=line.step,
                percent=percent_text(line.percent),
                amount=line.amount,
            )
            for line in award.months
        ],
        total=award.total,
        first_month=award.first_month,
        last_month=award.last_month,
        employment_started_on=award.employment_started_on,
        computed_by=award.computed_by,
        approved_by=award.approved_by,
        approved_on=award.approved_on,
        rejected_by=award.rejected_by,
        rejected_on=award.rejected_on,
        rejection_reason=award.rejection_reason,
        version=award.version,
        trace=[WorkingView.model_validate(working) for working in in_order(award.trace)],
    )


def percent_text(percent: Decimal | None) -> str | None:
    """A percentage as it is shown: 100, 75, 91.67."""
    return None if percent is None else f"{percent.normalize():f}"


def in_order(trace: Trace) -> Iterator[Trace]:
    """What a computation stands on comes before it."""
    for part in trace.parts:
        yield from in_order(part)
    yield trace


class SeenAwards:
    """The awards of the clients that a caller's institution may see, for reading."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._all = seen_by(by)

    async def show(self, award_id: UUID) -> AwardView:
        """One award."""
        row = (await self._tx.session.execute(self._all.where(awards.c.id == award_id))).first()
        if row is None:
            raise AwardNotFound
        return award_view(await load_award(self._tx, row))


async def cut(tx: Transaction, client_id: UUID) -> Mapping[Section | str, Bodies] | None:
    """Her card: every award, in full and as a status without amounts; of merged records too."""
    family = await kinship.family(tx.session, client_id)
    query = sa.select(awards).where(awards.c.client_id.in_(family))
    rows = (await tx.session.execute(query.order_by(awards.c.first_month, awards.c.id))).all()
    keys = {one: await tx.vault.find_key(tx.session, one) for one in family}
    opened = [open_award(row, key) for row in rows if (key := keys[row.client_id])]
    if not opened:
        return None
    views = [award_view(award) for award in opened]
    return {
        Section.AWARDS: {
            Level.FULL: [v.model_dump(mode="json", by_alias=True, include=_FULL) for v in views],
            Level.SUMMARY: [
                v.model_dump(mode="json", by_alias=True, include=_SUMMARY) for v in views
            ],
        }
    }
