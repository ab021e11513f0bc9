"""Working a what-if out: the month before, the months of the job, the support in each."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from contracts.values import Month
from services.benefits.domain.cliffs import cliffs_of
from services.benefits.domain.continuation import continued
from services.benefits.domain.exact import Number, part
from services.benefits.domain.household import Household, Receipt, Receipts, area_of
from services.benefits.domain.housing import Home
from services.benefits.domain.law import Desk, Law, law_of
from services.benefits.domain.money import grosze, ratio, written
from services.benefits.domain.months import first_day, month_of, shifted
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import (
    Benefit,
    Family,
    MonthMeans,
    Paper,
    Position,
    lost_between,
    position,
)
from services.benefits.domain.receipts import means_of
from services.benefits.domain.schedule import (
    Facing,
    chosen,
    first_day_paid,
    month_paid,
    note_month,
)
from services.benefits.domain.schedule_choice import MOST_MONTHS, Schedule
from services.benefits.domain.tolerance import tolerated
from services.benefits.domain.trace import PROGRAMME, Working
from services.benefits.domain.unemployment import activation_supplement, unemployment_benefit
from services.benefits.domain.what_if import Answer, LostBenefitMode, SupportedMonth, WhatIf


class _Known(NamedTuple):
    """A month that was worked out, and on which values of the law it rests."""

    law: Law
    used: frozenset[str]
    position: Position
    means: MonthMeans


class JobMonths:
    """The months of the job, each worked out once as long as nothing changes."""

    def __init__(self, asked: WhatIf, parameters: Parameters) -> None:
        self.asked = asked
        self._parameters = parameters
        self._first = month_of(asked.on)
        everything = [asked.incomes_after, *(later.incomes for later in asked.incomes_later)]
        self._once = any(one.one_off is not None for incomes in everything for one in incomes)
        self._laws: dict[Month, Law] = {}
        self._later = sorted(asked.incomes_later, key=lambda one: one.first_month)
        self._effective: tuple[Position, MonthMeans] | None = None
        """On which incomes the benefits of the job stand: a small change leaves them as they are."""
        self._known: dict[Any, _Known] = {}
        self.family = family_of(asked.household)
        self.workings: list[Working] = []
        self._written: set[object] = set()
        self.before = self._before()

    def law(self, month: Month) -> Law:
        """The law of a month there."""
        found = self._laws.get(month)
        if found is None:
            found = law_of(month, self.asked.municipality, self._parameters)
            self._laws[month] = found
        return found

    def _before(self) -> Position:
        paper = Paper(self.law(shifted(self._first, -1)))
        extra = {}
        if asked := self.asked.unemployment:
            extra[Benefit.UNEMPLOYMENT_BENEFIT] = unemployment_benefit(
                paper.open("unemployment benefit", "zasiłek dla bezrobotnych"),
                level=asked.level,
                months_before=asked.months_before,
            )
        means = means_of(paper, self.asked.household, self.asked.incomes_before, self._parameters)
        found = position(paper, self.family, means, extra=extra)
        self._write(paper)
        return found

    def at(self, month: Month) -> tuple[Position, MonthMeans]:
        """How the household stands in a month of the job."""
        law, incomes, segment = self.law(month), self.asked.incomes_after, 0
        for number, later in enumerate(self._later, start=1):
            if later.first_month <= month:
                incomes, segment = later.incomes, number
        return self._of(law, month, incomes, segment)

    def _of(
        self, law: Law, month: Month, incomes: Receipts, segment: int
    ) -> tuple[Position, MonthMeans]:
        key = (
            segment,
            # A sum paid at once counts in some months and not in others.
            month if self._once else None,
            self._passing(law, month, incomes),
        )
        known = self._known.get(key)
        if known is None or not law.same_in(known.law, known.used):
            known = self._known[key] = self._work_out(Paper(law), month, incomes)
        return known.position, known.means

    def _passing(self, law: Law, month: Month, incomes: Receipts) -> tuple[bool, Number] | None:
        """What goes on for some months of the job and then ends; none where nothing does."""
        if self.asked.continuation is None and self.asked.unemployment is None:
            return None
        supplement = self.supplement(law, month, self._gross(incomes))
        return self.continued(law, month), supplement

    def _work_out(self, paper: Paper, month: Month, incomes: Receipts) -> _Known:
        goes_on = self.continued(
            paper.open("continuation of the allowance", "dalsza wypłata zasiłku okresowego"), month
        )
        supplement = self.supplement(
            paper.open("activation supplement", "dodatek aktywizacyjny"),
            month,
            self._gross(incomes),
        )
        extra = {Benefit.ACTIVATION_SUPPLEMENT: supplement} if supplement else {}
        means = means_of(paper, self.asked.household, incomes, self._parameters)
        kept = self.before.benefits[Benefit.OKRESOWY] if goes_on else None
        if self._effective is not None and tolerated(
            paper, self.family, self._effective[1], means
        ):
            self._write(paper)
            was, its = self._effective
            more, cash = means.counted - its.counted, means.cash - its.cash
            found = replace(was, income=was.income + more, cash=was.cash + cash)
            return _Known(paper.law, paper.used, found, means)
        found = position(paper, self.family, means, extra=extra, kept_okresowy=kept)
        self._write(paper)
        self._effective = found, means
        return _Known(paper.law, paper.used, found, means)

    def _write(self, paper: Paper) -> None:
        """Keep its workings, but not those that only repeat what was written of an earlier month."""
        for working in paper.written():
            if working.says not in self._written:
                self._written.add(working.says)
                self.workings.append(working)

    def continued(self, at: Desk, month: Month) -> bool:
        """Whether the periodic allowance of before goes on in a month, whatever is earned."""
        rests_on = self.asked.continuation
        return rests_on is not None and continued(
            at, month=month, employment_started_on=self.asked.on, rests_on=rests_on
        )

    def supplement(self, at: Desk, month: Month, gross_wage: Number) -> Number:
        """The activation supplement of a month beside a gross wage, in grosze; 0 where none is due."""
        asked = self.asked.unemployment
        if asked is None or asked.job_found_by is None:
            return 0
        return activation_supplement(
            at,
            found_by=asked.job_found_by,
            months_left=max(asked.months_in_all - asked.months_before, 0),
            month_of_job=_distance(self._first, month) + 1,
            gross_wage=gross_wage,
        )

    def _gross(self, incomes: Receipts) -> int:
        hers = [one for one in incomes if is_of_applicant(one, self.asked)]
        return sum(grosze(one.gross) for one in hers if one.gross is not None)


def what_if(asked: WhatIf, parameters: Parameters) -> Answer:
    """Work it out. Refuses a month whose law is not known, a preset that does not exist."""
    months = JobMonths(asked, parameters)
    after, means = months.at(month_of(asked.on))
    found = _first_lost(asked, months)
    support: tuple[SupportedMonth, ...] = ()
    lost, day = found or (0, None)
    working = Working(
        months.law(month_of(day or asked.on)),
        "benefit lost, and the months of degressive support",
        pl="utracone świadczenie i miesiące wsparcia degresywnego",
        inputs={"employment_started_on": str(asked.on), "schedule": asked.schedule.name},
    )
    schedule = chosen(asked.schedule, working, parameters)
    if day is not None:
        _note_lost(asked, months, lost, day, working)
        support = tuple(_support(asked, months, schedule, lost, day, working))
    return Answer(
        before=months.before,
        after=after,
        scope=asked.scope,
        lost=lost,
        months=support,
        cliffs=tuple(
            cliffs_of(
                months.law(month_of(asked.on)), months.family, means, applicant_unable(asked)
            )
        ),
        workings=(*months.workings, working),
        first_lost_on=day,
    )


def applicant_unable(asked: WhatIf) -> int | None:
    """Which of the adults unable to work the applicant is; none if she can work."""
    household = asked.household
    unable = household.unable
    return unable.index(household.applicant) if household.applicant in unable else None


def is_of_applicant(receipt: Receipt, asked: WhatIf) -> bool:
    """Whether it comes in for the one whose case it is."""
    return receipt.member is None or receipt.member == asked.household.applicant


def _first_lost(asked: WhatIf, months: JobMonths) -> tuple[int, date] | None:
    """What is lost in the first month in which anything is, and from which day support is paid."""
    paid_from = first_day_paid(asked.on, asked.schedule.start_rule)
    if asked.not_before is not None:
        paid_from = max(paid_from, asked.not_before)
    for ahead in range(MOST_MONTHS):
        month = shifted(month_of(paid_from), ahead)
        if lost := lost_in(asked, months, month):
            return lost, paid_from if ahead == 0 else first_day(month)
        if asked.continuation is None and asked.unemployment is None and not asked.incomes_later:
            return None
    return None


def lost_in(asked: WhatIf, months: JobMonths, month: Month) -> int:
    """What is lost in a month of the job, in grosze; never below 0."""
    now, _ = months.at(month)
    return int(lost_between(months.before, now, asked.scope))


def _support(
    asked: WhatIf, months: JobMonths, schedule: Schedule, lost: int, day: date, working: Working
) -> Iterator[SupportedMonth]:
    recomputed = asked.lost_benefit_mode is LostBenefitMode.RECOMPUTED
    first, step, before, independent = month_of(day), 1, 0, 0
    for ahead in range(MOST_MONTHS):
        if step > len(schedule.steps):
            return
        month = shifted(first, ahead)
        now, means = months.at(month)
        if recomputed:
            lost = lost_in(asked, months, month)
        if lost:
            facing = Facing(lost, means.earned, criterion_of(schedule, months, month))
            from_day = day if ahead == 0 else first_day(month)
            paid = month_paid(schedule, step, from_day, facing, before)
            if schedule.floor and not paid.full:
                return
            note_month(paid, schedule, lost, working)
            percent = schedule.steps[step - 1].percent
            yield SupportedMonth(paid, percent, int(now.cash + paid.amount))
            step, before = step + 1, before + int(paid.amount)
        if test := schedule.limits.independence:
            # For how many months one after another the household has lived by itself.
            enough = part(criterion_of(schedule, months, month), ratio(test.criteria))
            independent = independent + 1 if now.income >= enough else 0
            if independent >= test.months:
                return


def criterion_of(schedule: Schedule, months: JobMonths, month: Month) -> int:
    """The household's criterion, where the schedule asks for it."""
    limits = schedule.limits
    if limits.cap_month_of_criterion is None and limits.independence is None:
        return 0
    return int(social_criterion(months.law(month), months.family.persons))


def _note_lost(asked: WhatIf, months: JobMonths, lost: int, day: date, working: Working) -> None:
    was = int(months.before.had(asked.scope))
    now = int(months.at(month_of(day))[0].kept(asked.scope))
    working.step(
        f"Benefits ({asked.scope}) of the month before the job minus those of {month_of(day)}",
        pl=f"Świadczenia ({asked.scope}) z miesiąca przed pracą minus świadczenia z miesiąca {month_of(day)}",
        article=PROGRAMME,
        calculation=f"max(0.00, {written(was)} − {written(now)})",
        result=written(lost),
    )


def family_of(household: Household) -> Family:
    """What the rules ask for of a household."""
    allowance, home = household.family_allowance, household.home
    reference = allowance.reference_income if allowance else None
    return Family(
        persons=household.persons,
        children=household.children,
        minors=household.minors,
        disabled_child=household.disabled_child,
        computes_family_allowance=allowance is not None,
        reference_income=None if reference is None else grosze(reference),
        home=Home(grosze(home.expenses), area_of(home)) if home else None,
    )


def _distance(first: Month, month: Month) -> int:
    return (int(month[:4]) - int(first[:4])) * 12 + int(month[5:]) - int(first[5:])
