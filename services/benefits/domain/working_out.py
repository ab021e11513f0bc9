"""Working a what-if out: the month before, the months of the job, the support in each."""

from collections.abc import Iterator, Mapping
from datetime import date

from contracts.values import Month
from services.benefits.domain.cliffs import cliffs_of
from services.benefits.domain.continuation import continued
from services.benefits.domain.exact import part
from services.benefits.domain.household import Household, Receipts, area_of
from services.benefits.domain.housing import Home
from services.benefits.domain.law import Law, law_of
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
    position,
)
from services.benefits.domain.receipts import means_of
from services.benefits.domain.schedule import chosen, first_day_paid, line_of, month_paid
from services.benefits.domain.schedule_choice import MOST_MONTHS, Schedule
from services.benefits.domain.trace import PROGRAMME, Trace, Working
from services.benefits.domain.unemployment import activation_supplement, unemployment_benefit
from services.benefits.domain.what_if import Answer, LostBenefitMode, SupportedMonth, WhatIf


class _Months:
    """The months of the job, each worked out once as long as nothing changes."""

    def __init__(self, asked: WhatIf, parameters: Parameters) -> None:
        self._asked = asked
        self._parameters = parameters
        self._first = month_of(asked.on)
        self._later = sorted(asked.incomes_later, key=lambda one: one.first_month)
        self._known: dict[tuple[int, bool, int], tuple[Law, Position, MonthMeans]] = {}
        self.family = family_of(asked.household)
        self.traces: list[Trace] = []
        self.before = self._before()

    def law(self, month: Month) -> Law:
        """The law of a month there."""
        return law_of(month, self._asked.municipality, self._parameters)

    def _before(self) -> Position:
        paper = Paper(self.law(shifted(self._first, -1)))
        extra = {}
        if asked := self._asked.unemployment:
            extra[Benefit.UNEMPLOYMENT_BENEFIT] = unemployment_benefit(
                paper.open("unemployment benefit", "zasiłek dla bezrobotnych"),
                level=asked.level,
                months_before=asked.months_before,
            )
        means = means_of(paper, self._asked.household, self._asked.incomes_before, self._parameters)
        found = position(paper, self.family, means, extra=extra)
        self.traces += paper.traces()
        return found

    def at(self, month: Month) -> tuple[Position, MonthMeans]:
        """How the household stands in a month of the job."""
        law, paper = self.law(month), Paper(self.law(month))
        segment, incomes = self._incomes(month)
        goes_on = continued(
            paper.open("continuation of the allowance", "dalsza wypłata zasiłku okresowego"),
            month=month,
            employment_started_on=self._asked.on,
            rests_on=self._asked.continuation,
        )
        extra = self._supplement(paper, month, incomes)
        key = (segment, goes_on, extra.get(Benefit.ACTIVATION_SUPPLEMENT, 0))
        known = self._known.get(key)
        if known is not None and (known[0] is law or known[0].same_as(law)):
            return known[1], known[2]
        means = means_of(paper, self._asked.household, incomes, self._parameters)
        kept = self.before.benefits[Benefit.OKRESOWY] if goes_on else None
        found = position(paper, self.family, means, extra=extra, kept_okresowy=kept)
        self._known[key] = law, found, means
        self.traces += paper.traces()
        return found, means

    def _incomes(self, month: Month) -> tuple[int, Receipts]:
        passed = [one for one in self._later if one.first_month <= month]
        return len(passed), passed[-1].incomes if passed else self._asked.incomes_after

    def _supplement(self, paper: Paper, month: Month, incomes: Receipts) -> Mapping[Benefit, int]:
        asked = self._asked.unemployment
        if asked is None or asked.job_found_by is None:
            return {}
        amount = activation_supplement(
            paper.open("activation supplement", "dodatek aktywizacyjny"),
            found_by=asked.job_found_by,
            months_left=max(asked.months_in_all - asked.months_before, 0),
            month_of_job=_distance(self._first, month) + 1,
            gross_wage=sum(grosze(one.gross) for one in incomes if one.gross is not None),
        )
        return {Benefit.ACTIVATION_SUPPLEMENT: amount} if amount else {}


def what_if(asked: WhatIf, parameters: Parameters) -> Answer:
    """Work it out. Refuses a month whose law is not known, a preset that does not exist."""
    months = _Months(asked, parameters)
    after, means = months.at(month_of(asked.on))
    found = _first_lost(asked, months)
    support: tuple[SupportedMonth, ...] = ()
    lost, day = found if found else (0, None)
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
        cliffs=tuple(cliffs_of(months.law(month_of(asked.on)), months.family, means, _own(asked))),
        traces=(*months.traces, working.trace()),
        first_lost_on=day,
    )


def _own(asked: WhatIf) -> int | None:
    """Which of the adults unable to work the applicant is; none if she can work."""
    household = asked.household
    unable = household.unable
    return unable.index(household.applicant) if household.applicant in unable else None


def _first_lost(asked: WhatIf, months: _Months) -> tuple[int, date] | None:
    """What is lost in the first month in which anything is, and from which day support is paid."""
    paid_from = first_day_paid(asked.on, asked.schedule.start_rule)
    for ahead in range(MOST_MONTHS):
        month = shifted(month_of(paid_from), ahead)
        if lost := _lost(asked, months, month):
            return lost, paid_from if ahead == 0 else first_day(month)
        if asked.continuation is None and asked.unemployment is None and not asked.incomes_later:
            return None
    return None


def _lost(asked: WhatIf, months: _Months, month: Month) -> int:
    now, _ = months.at(month)
    # Summed first: a gain in one benefit makes up for a loss in another.
    return max(0, int(months.before.total(asked.scope) - now.total(asked.scope)))


def _support(
    asked: WhatIf, months: _Months, schedule: Schedule, lost: int, day: date, working: Working
) -> Iterator[SupportedMonth]:
    recomputed = asked.lost_benefit_mode is LostBenefitMode.RECOMPUTED
    first, step, before, independent = month_of(day), 1, 0, 0
    for ahead in range(MOST_MONTHS):
        if step > len(schedule.steps):
            return
        month = shifted(first, ahead)
        now, means = months.at(month)
        if recomputed:
            lost = _lost(asked, months, month)
        if lost:
            paid = month_paid(
                schedule,
                step,
                day if ahead == 0 else first_day(month),
                lost,
                before,
                earned=means.earned,
                criterion=social_criterion(months.law(month), months.family.persons),
            )
            if schedule.floor and not paid.full:
                return
            line = line_of(paid, schedule, lost, working)
            yield SupportedMonth(line, int(now.cash + paid.amount))
            step, before = step + 1, before + int(paid.amount)
        independent = _independent(schedule, months, month, now, independent)
        if schedule.limits.independence and independent >= schedule.limits.independence.months:
            return


def _independent(
    schedule: Schedule, months: _Months, month: Month, now: Position, before: int
) -> int:
    """For how many months one after another the household has lived by itself, this one included."""
    test = schedule.limits.independence
    if test is None:
        return 0
    enough = part(
        social_criterion(months.law(month), months.family.persons), ratio(test.criteria)
    )
    return before + 1 if now.income >= enough else 0


def _note_lost(asked: WhatIf, months: _Months, lost: int, day: date, working: Working) -> None:
    was = int(months.before.total(asked.scope))
    now = int(months.at(month_of(day))[0].total(asked.scope))
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
