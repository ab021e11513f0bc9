"""What readers may see of an award: its months, its corrections, the working that justifies them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.benefits import AwardEnd, CorrectionId
from contracts.values import (
    Amount,
    AwardId,
    ClientId,
    Day,
    EmploymentId,
    Month,
    Version,
    View,
    WorkerId,
)
from services.benefits.domain.award import Award, AwardState, RejectionReason
from services.benefits.domain.award_months import spans_of
from services.benefits.domain.award_states import MonthState, SuspensionReason
from services.benefits.domain.correction import Correction, CorrectionReason, CorrectionState
from services.benefits.domain.law import ParameterUsed
from services.benefits.domain.position import Scope
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.schedule_choice import PresetName
from services.benefits.domain.trace import Step, Trace
from services.benefits.domain.what_if import LostBenefitMode


class MonthView(View):
    """One month of support, and how much of the lost benefit it still makes up for."""

    month: Month
    step: Annotated[int, Field(ge=1, examples=[1])]
    percent: Annotated[
        str | None, Field(examples=["100"], description="None: not a share of the lost benefit.")
    ]
    amount: Amount
    state: MonthState
    days: Annotated[int, Field(ge=1, le=31, description="Days that are paid.")]
    of_days: Annotated[int, Field(ge=28, le=31)]
    spans: Annotated[
        list[tuple[int, int]],
        Field(description="Which days: first and last, inclusive.", examples=[[[1, 31]]]),
    ]


class WorkingView(View):
    """One computation written down: inputs, parameters with their sources, steps with articles."""

    computes: str
    pl: str
    month: Month
    inputs: dict[str, str]
    parameters: tuple[ParameterUsed, ...]
    steps: tuple[Step, ...]


class AwardCorrectionView(View):
    """Months that take the place of months once a second person confirms it."""

    id: CorrectionId
    reason: CorrectionReason
    status: CorrectionState
    replaced: list[MonthView]
    months: list[MonthView]
    proposed_by: WorkerId
    proposed_on: Day
    decided_by: WorkerId | None
    decided_on: Day | None
    trace: Annotated[list[WorkingView], Field(description="Where it was worked out.")]


class AwardView(View):
    """An award with its months and the working that justifies them."""

    # An alias, for `from` is a word of Python; the code says first_month.
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    id: AwardId
    client_id: ClientId
    status: AwardState
    lost_benefit: Annotated[Amount, Field(examples=["505.00"])]
    schedule: PresetName
    scope: Scope
    lost_benefit_mode: LostBenefitMode
    months: list[MonthView]
    total: Annotated[Amount, Field(examples=["3787.50"])]
    first_month: Annotated[Month, Field(alias="from", examples=["2026-03"])]
    last_month: Annotated[Month, Field(alias="to", examples=["2027-02"])]
    employment_started_on: Day
    received_on: Day | None
    computed_by: WorkerId
    approved_by: WorkerId | None
    approved_on: Day | None
    rejected_by: WorkerId | None
    rejected_on: Day | None
    rejection_reason: RejectionReason | None
    suspended_from: Annotated[Day | None, Field(description="The first day without support.")]
    suspension_reason: SuspensionReason | None
    steps_left: Annotated[int, Field(ge=0, description="Steps that wait for work to begin again.")]
    resumable_from: Annotated[
        Day | None, Field(description="Work began again on this day: it can be resumed.")
    ]
    resumable_employment: EmploymentId | None
    recompute_from: Annotated[
        Month | None, Field(description="Incomes changed: to be worked out anew from this month.")
    ]
    ended_on: Annotated[Day | None, Field(description="The last day that can be paid.")]
    ended_by: WorkerId | None
    end_reason: AwardEnd | None
    corrections: list[AwardCorrectionView]
    version: Version
    trace: Annotated[list[WorkingView], Field(description="In the order of computation.")]


def award_view(award: Award, corrections: Sequence[Correction] = ()) -> AwardView:
    """An award as whoever may see it sees it."""
    return AwardView(
        id=award.id,
        client_id=award.client_id,
        status=award.state,
        lost_benefit=award.lost_benefit,
        schedule=award.preset,
        scope=award.scope,
        lost_benefit_mode=award.lb_mode,
        months=[
            _month(line, award.states.get(line.month, MonthState.PLANNED)) for line in award.months
        ],
        total=award.total,
        first_month=award.first_month,
        last_month=award.last_month,
        employment_started_on=award.employment_started_on,
        received_on=award.received_on,
        computed_by=award.computed_by,
        approved_by=award.approved_by,
        approved_on=award.approved_on,
        rejected_by=award.rejected_by,
        rejected_on=award.rejected_on,
        rejection_reason=award.rejection_reason,
        suspended_from=award.suspended_from,
        suspension_reason=award.suspension_reason,
        steps_left=len(award.rest),
        resumable_from=award.resumable_from,
        resumable_employment=award.resumable_employment,
        recompute_from=award.recompute_from,
        ended_on=award.ended_on,
        ended_by=award.ended_by,
        end_reason=award.end_reason,
        corrections=[_correction(one) for one in corrections],
        version=award.version,
        trace=[WorkingView.model_validate(working) for working in in_order(award.trace)],
    )


def _month(line: MonthLine, state: MonthState) -> MonthView:
    return MonthView(
        month=line.month,
        step=line.step,
        percent=percent_text(line.percent),
        amount=line.amount,
        state=state,
        days=line.days,
        of_days=line.of_days,
        spans=list(spans_of(line)),
    )


def _correction(correction: Correction) -> AwardCorrectionView:
    confirmed = correction.state is CorrectionState.CONFIRMED
    old, new = (
        (MonthState.CORRECTED, MonthState.PLANNED)
        if confirmed
        else (MonthState.PLANNED, MonthState.PLANNED)
    )
    trace = correction.trace
    return AwardCorrectionView(
        id=correction.id,
        reason=correction.reason,
        status=correction.state,
        replaced=[_month(line, old) for line in correction.replaced],
        months=[_month(line, new) for line in correction.months],
        proposed_by=correction.proposed_by,
        proposed_on=correction.proposed_on,
        decided_by=correction.decided_by,
        decided_on=correction.decided_on,
        trace=[WorkingView.model_validate(one) for one in in_order(trace)] if trace else [],
    )


@lru_cache(maxsize=1024)
def percent_text(percent: Decimal | None) -> str | None:
    """A percentage as it is shown: 100, 75, 91.67."""
    return None if percent is None else f"{percent.normalize():f}"


def in_order(trace: Trace) -> Iterator[Trace]:
    """What a computation stands on comes before it."""
    for part in trace.parts:
        yield from in_order(part)
    yield trace
