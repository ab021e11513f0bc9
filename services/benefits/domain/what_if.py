"""Does work pay? A household before a job, after it, and month by month with degressive support."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, NamedTuple, Self

from pydantic import ConfigDict, Field, model_validator

from contracts.territory import Municipality
from contracts.values import Command, Day, Month
from services.benefits.domain.cliffs import Cliff
from services.benefits.domain.continuation import Continuation
from services.benefits.domain.household import Household, Receipts
from services.benefits.domain.position import Position, Scope
from services.benefits.domain.schedule import Paid
from services.benefits.domain.schedule_choice import ScheduleChoice
from services.benefits.domain.trace import Working
from services.benefits.domain.unemployment import BenefitLevel, JobFoundBy


class LostBenefitMode(StrEnum):
    """Whether the lost benefit is fixed for the whole award."""

    FROZEN = "frozen"
    """That of the first month in which anything is lost, for all months."""
    RECOMPUTED = "recomputed"
    """That of each month."""


class LaterIncomes(Command):
    """What comes in from a later month on, in place of what came in before."""

    model_config = ConfigDict(populate_by_name=True)

    first_month: Annotated[Month, Field(alias="from", description="From this month on.")]
    incomes: Receipts


class Unemployment(Command):
    """Her unemployment benefit before the job: it ends with it, and may leave a supplement."""

    level: BenefitLevel = BenefitLevel.BASIC
    months_before: Annotated[
        int, Field(ge=0, le=24, description="For how many months it was paid already.")
    ] = 0
    months_in_all: Annotated[
        int, Field(ge=1, le=24, description="For how many it is due in all.")
    ] = 6
    job_found_by: Annotated[
        JobFoundBy | None, Field(description="Said: the supplement is computed.")
    ] = None


EXAMPLE: Final[dict[str, Any]] = {
    "on": "2026-03-01",
    "municipality": "2478011",
    "household": {
        "members": [
            {"age": 35, "relation": "applicant"},
            {"age": 36, "relation": "spouse"},
            {"age": 7, "relation": "child"},
            {"age": 10, "relation": "child"},
        ]
    },
    "incomes_before": [{"kind": "family_allowance", "monthly": "248.00"}],
    "incomes_after": [{"kind": "employment", "monthly": "3355.85"}],
    "scope": "SA",
    "schedule": {"preset": "STEP-12"},
}
"""T03 of the field's worked examples, as it is asked."""


class WhatIf(Command):
    """A household and a job: what she loses, what she gets instead, month by month."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    on: Annotated[Day, Field(description="The first day of work.")]
    municipality: Municipality
    household: Household
    incomes_before: Annotated[Receipts, Field(description="Of the month before the job.")] = ()
    incomes_after: Annotated[Receipts, Field(description="From the first month of the job on.")]
    incomes_later: Annotated[tuple[LaterIncomes, ...], Field(max_length=36)] = ()
    scope: Scope = Scope.SA
    lost_benefit_mode: LostBenefitMode = LostBenefitMode.FROZEN
    schedule: ScheduleChoice = ScheduleChoice()
    unemployment: Unemployment | None = None
    continuation: Continuation | None = None
    not_before: Annotated[
        Day | None, Field(description="Support is paid from no earlier day: applied for late.")
    ] = None

    @model_validator(mode="after")
    def _of_members(self) -> Self:
        all_of_them = [self.incomes_before, self.incomes_after]
        all_of_them += [later.incomes for later in self.incomes_later]
        for receipts in all_of_them:
            for receipt in receipts:
                if receipt.member is not None and receipt.member >= self.household.persons:
                    raise ValueError("an income is that of a member of the household, from 0")
        return self


class SupportedMonth(NamedTuple):
    """One month of support, and what the household has in hand in it, in grosze."""

    paid: Paid
    percent: Decimal | None
    """Of the lost benefit."""
    disposable: int


@dataclass(frozen=True)
class Answer:
    """What comes out; amounts in grosze."""

    before: Position
    after: Position
    scope: Scope
    lost: int
    months: tuple[SupportedMonth, ...]
    cliffs: tuple[Cliff, ...]
    workings: tuple[Working, ...]
    first_lost_on: date | None
    """From which day support is paid; none if nothing is lost."""

    @property
    def total(self) -> int:
        """Of all months, in grosze."""
        return sum(int(one.paid.amount) for one in self.months)
