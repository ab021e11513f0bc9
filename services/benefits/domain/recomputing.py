"""The months of an award that are left, worked out anew from what was declared since."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal

from contracts.values import Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.award import Award
from services.benefits.domain.award_months import Spans, spans_of
from services.benefits.domain.award_terms import programme
from services.benefits.domain.declared import Declared
from services.benefits.domain.exact import part
from services.benefits.domain.law import law_of
from services.benefits.domain.money import grosze, ratio
from services.benefits.domain.months import days_in, month_of, shifted
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.schedule import (
    Facing,
    MonthLine,
    chosen,
    kept_line,
    note_month,
    of_days_paid,
    total,
)
from services.benefits.domain.schedule_choice import Schedule
from services.benefits.domain.trace import Trace, Working
from services.benefits.domain.what_if import LaterIncomes, LostBenefitMode, WhatIf
from services.benefits.domain.working_out import JobMonths, criterion_of, lost_in


class NothingOutdated(Refusal):
    """Nothing was heard that would change this award, or it does not follow incomes."""

    kind = Kind.CONFLICT
    pl = "Nie wpłynęła żadna wiadomość, która zmieniałaby to wsparcie, albo nie zależy ono od dochodów."


class FactsNotKept(Refusal):
    """On which facts this award stands was not kept; say yourself what each month should have paid."""

    kind = Kind.CONFLICT
    pl = "Nie zachowano danych, z których wyliczono to wsparcie; proszę podać, ile należało wypłacić."


@dataclass(frozen=True)
class Recomputed:
    """What takes the place of the months that are left."""

    asked: WhatIf
    old: tuple[MonthLine, ...]
    months: tuple[MonthLine, ...]
    trace: Trace

    @property
    def replacing(self) -> frozenset[Month]:
        """The months whose place they take."""
        return frozenset(line.month for line in self.old)

    @property
    def differs(self) -> bool:
        """Whether anything is paid otherwise than before."""
        was = [(line.month, line.amount) for line in self.old]
        return was != [(line.month, line.amount) for line in self.months]


def recomputed(award: Award, declared: Declared, parameters: Parameters) -> Recomputed:
    """Work out the months from the noted one on; those before it stay, paid or not.

    Where the household lives by itself for long enough, the months after that end all the same.
    """
    if award.asked is None or award.recompute_from is None:
        raise NothingOutdated
    asked = as_known(award.asked, declared, award.recompute_from)
    since = independent_since(asked, declared, parameters)
    first = min(award.recompute_from, since or award.recompute_from)
    old = tuple(l for l in award.months if l.month >= first and award.stands(l.month))  # noqa: E741
    counted = tuple(line for line in old if since is None or line.month < since)
    working = Working(
        law_of(award.first_month, asked.municipality, parameters),
        "months of degressive support, worked out anew",
        pl="miesiące wsparcia degresywnego, obliczone ponownie",
        inputs={"from": award.recompute_from, "schedule": asked.schedule.name},
    )
    months = JobMonths(asked, parameters)
    lines = _lines(award, counted, since, months, working, parameters)
    trace = working.trace(*(one.trace() for one in months.workings))
    return Recomputed(asked, old, lines, trace)


def as_known(asked: WhatIf, declared: Declared, from_month: Month) -> WhatIf:
    """The same question with what is known now, from a month on; before it, with what was known then."""
    later = [one for one in asked.incomes_later if one.first_month < from_month]
    known = sorted(month for month in declared.incomes if month > month_of(asked.on))
    if before := [month for month in known if month <= from_month]:
        later.append(_of(declared, before[-1], from_month))
    later += [_of(declared, month, month) for month in known if month > from_month]
    return asked.model_copy(update={"incomes_later": tuple(later)})


def due_in_truth(
    award: Award, declared: Declared, months: AbstractSet[Month], parameters: Parameters
) -> tuple[dict[Month, Decimal], Trace]:
    """What months would have paid, had every income been known in its own month."""
    if award.asked is None:
        raise FactsNotKept
    first = month_of(award.asked.on)
    known = sorted(month for month in declared.incomes if month > first)
    actual = tuple(_of(declared, month, month) for month in known)
    job = JobMonths(award.asked.model_copy(update={"incomes_later": actual}), parameters)
    working = Working(
        law_of(award.first_month, award.municipality, parameters),
        "what the months should have paid",
        pl="ile należało wypłacić za miesiące",
        inputs={"schedule": award.asked.schedule.name},
    )
    old = tuple(line for line in award.months if line.month <= max(months))
    lines = _lines(award, old, None, job, working, parameters)
    due = {line.month: line.amount for line in lines if line.month in months}
    return due, working.trace(*(one.trace() for one in job.workings))


def independent_since(asked: WhatIf, declared: Declared, parameters: Parameters) -> Month | None:
    """The month from which support ends, for the household lived by itself long enough before it.

    Only months that were declared count: of the others nothing is known.
    """
    test = asked.schedule.limits.independence
    if test is None:
        return None
    first = month_of(asked.on)
    known = sorted(month for month in declared.incomes if month > first)
    actual = tuple(_of(declared, month, month) for month in known)
    months = JobMonths(asked.model_copy(update={"incomes_later": actual}), parameters)
    schedule = Schedule("limits alone", (), None, asked.schedule.limits)
    in_a_row, month = 0, first
    while month <= (known[-1] if known else first):
        position, _ = months.at(month)
        enough = part(criterion_of(schedule, months, month), ratio(test.criteria))
        declares = month == first or month in declared.incomes
        in_a_row = in_a_row + 1 if declares and position.income >= enough else 0
        month = shifted(month, 1)
        if in_a_row >= test.months:
            return month
    return None


def _lines(
    award: Award,
    old: tuple[MonthLine, ...],
    since: Month | None,
    months: JobMonths,
    working: Working,
    parameters: Parameters,
) -> tuple[MonthLine, ...]:
    if not old:
        return ()
    asked = months.asked
    schedule = chosen(asked.schedule, working, parameters)
    frozen = asked.lost_benefit_mode is LostBenefitMode.FROZEN
    spans = {line.month: spans_of(line) for line in old}
    window = programme(award.first_month, parameters).window_months
    before = grosze(total([line for line in award.months if line.month < old[0].month]))
    lines: list[MonthLine] = []
    month = month_of(asked.on)
    while len(lines) < len(old) and month <= award.last_usable(window):
        if since is not None and month >= since:
            break
        # Every month in order: a small change is small against what held before it.
        _, means = months.at(month)
        lost = grosze(award.lost_benefit) if frozen else lost_in(asked, months, month)
        if month >= old[0].month and lost:
            step = old[len(lines)].step
            facing = Facing(lost, means.earned, criterion_of(schedule, months, month))
            held = month, spans.get(month, ((1, days_in(month)),))
            line = _line(schedule, step, facing, held, before, working)
            lines.append(line)
            before += grosze(line.amount)
        month = shifted(month, 1)
    return tuple(lines)


def _line(
    schedule: Schedule,
    step: int,
    facing: Facing,
    held: tuple[Month, Spans],
    before: int,
    working: Working,
) -> MonthLine:
    month, spans = held
    full = schedule.full(step, facing.lost, facing.earned, facing.criterion)
    count = sum(last - first + 1 for first, last in spans)
    paid = of_days_paid(schedule, step, month, count, full, before)
    note_month(paid, schedule, int(facing.lost), working)
    to_the_end = len(spans) == 1 and spans[0][1] == days_in(month)
    return kept_line(paid, schedule.steps[step - 1].percent, None if to_the_end else spans)


def _of(declared: Declared, month: Month, from_month: Month) -> LaterIncomes:
    return LaterIncomes(first_month=from_month, incomes=declared.receipts_of(month))
