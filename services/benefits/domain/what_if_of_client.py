"""A what-if of a real client: her household and incomes as declared, the job as it is thought of."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from contracts.territory import Municipality
from contracts.values import Command, Day, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.continuation import Continuation
from services.benefits.domain.declared import Declared, IncomeNotDeclared
from services.benefits.domain.household import (
    FamilyAllowanceFacts,
    HomeCosts,
    Household,
    Receipts,
    Relation,
)
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.position import Scope
from services.benefits.domain.schedule_choice import ScheduleChoice
from services.benefits.domain.what_if import (
    LaterIncomes,
    LostBenefitMode,
    Unemployment,
    WhatIf,
)

_MONTHS_BACK = 3
"""A job is thought of before the month before it is declared: so old may the declaration be."""


class NoSuchMember(Refusal):
    """An income is that of a member of the household, counted from 0; `persons` says how many there are."""

    kind = Kind.INVALID
    pl = "Dochód należy do osoby z gospodarstwa, liczonej od 0; `persons` mówi, ile ich jest."


class DeclaredUsed(BaseModel):
    """Which declarations a what-if rests on; nothing of what stands in them."""

    model_config = ConfigDict(frozen=True)

    household_on: Annotated[Day, Field(description="The household is that of this day.")]
    municipality: Municipality
    incomes_before: Annotated[Month, Field(description="Incomes declared for this month.")]
    incomes_after: Annotated[
        Month | None, Field(description="Declared for this month; none: as asked.")
    ]


class WhatIfOfClient(Command):
    """A job for a client whose household and incomes are known."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "on": "2026-03-01",
                    "incomes_after": [{"kind": "employment", "gross": "4806.00"}],
                    "schedule": {"preset": "STEP-12"},
                }
            ]
        }
    )

    on: Annotated[Day, Field(description="The first day of work.")]
    incomes_after: Annotated[
        Receipts | None,
        Field(description="From the first month of the job on; unsaid: what was declared for it."),
    ] = None
    incomes_later: Annotated[tuple[LaterIncomes, ...], Field(max_length=36)] = ()
    scope: Scope = Scope.SA
    lost_benefit_mode: LostBenefitMode = LostBenefitMode.FROZEN
    schedule: ScheduleChoice = ScheduleChoice()
    home: HomeCosts | None = None
    family_allowance: FamilyAllowanceFacts | None = None
    applicant_unable_to_work: bool = False
    unemployment: Unemployment | None = None
    continuation: Continuation | None = None

    def asked(self, declared: Declared) -> tuple[WhatIf, DeclaredUsed]:
        """The what-if of her declarations; a month without one is not one without income."""
        household, home = self._household(declared), declared.home
        self._check_members(household.persons)
        first = month_of(self.on)
        before, had = self._before(declared, first)
        after, used = self._after(declared, first)
        asked = WhatIf(
            on=self.on,
            municipality=home,
            household=household,
            incomes_before=had,
            incomes_after=after,
            incomes_later=self.incomes_later,
            scope=self.scope,
            lost_benefit_mode=self.lost_benefit_mode,
            schedule=self.schedule,
            unemployment=self.unemployment,
            continuation=self.continuation,
        )
        return asked, DeclaredUsed(
            household_on=self.on,
            municipality=home,
            incomes_before=before,
            incomes_after=used,
        )

    def _check_members(self, persons: int) -> None:
        all_of_them = [self.incomes_after or (), *(later.incomes for later in self.incomes_later)]
        for receipts in all_of_them:
            if any((one.member or 0) >= persons for one in receipts):
                raise NoSuchMember(pointer="/incomes_after", persons=persons)

    def _before(self, declared: Declared, first: Month) -> tuple[Month, Receipts]:
        for back in range(1, _MONTHS_BACK + 1):
            month = shifted(first, -back)
            if month in declared.incomes:
                return month, declared.receipts_of(month)
        raise IncomeNotDeclared(month=shifted(first, -1))

    def _after(self, declared: Declared, first: Month) -> tuple[Receipts, Month | None]:
        if self.incomes_after is not None:
            return self.incomes_after, None
        return declared.receipts_of(first), first

    def _household(self, declared: Declared) -> Household:
        members = declared.household.members
        if self.applicant_unable_to_work:
            unable = {"unable_to_work": True}
            members = tuple(
                one.model_copy(update=unable) if one.relation is Relation.APPLICANT else one
                for one in members
            )
        return Household(members=members, home=self.home, family_allowance=self.family_allowance)
