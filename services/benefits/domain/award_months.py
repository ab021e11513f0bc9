"""The months of an award over time: cut off where work ends, laid on where it begins again."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from contracts.values import Amount, Month
from services.benefits.domain.dated import Percent
from services.benefits.domain.exact import part
from services.benefits.domain.money import grosze, ratio, to_grosz, zloty
from services.benefits.domain.months import days_in, month_of, shifted
from services.benefits.domain.schedule import MonthLine, kept_line, of_days_paid, total
from services.benefits.domain.schedule_choice import Schedule, ScheduleLimits

Spans = tuple[tuple[int, int], ...]
"""Days of a month that are paid: first and last, both inclusive."""


class RestStep(BaseModel):
    """A step that was not used yet: it waits for work to begin again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: Annotated[int, Field(ge=1)]
    percent: Percent | None
    full: Amount


def full_of(line: MonthLine, lost_benefit: Decimal) -> Decimal:
    """What a full month of this step pays; of awards kept without it, worked out from the share."""
    if line.full is not None:
        return line.full
    if line.days == line.of_days:
        return line.amount
    if line.percent is not None:
        return zloty(int(part(grosze(lost_benefit), ratio(line.percent / 100))))
    return to_grosz(line.amount * line.of_days / line.days)


def spans_of(line: MonthLine) -> Spans:
    """Which days of the month are paid."""
    return line.spans or ((line.of_days - line.days + 1, line.of_days),)


def with_days(
    line: MonthLine, spans: Spans, lost_benefit: Decimal, limits: ScheduleLimits, before: Decimal
) -> MonthLine:
    """The same month with other days paid, after so much was paid before it."""
    return _line(line.month, _step(line, lost_benefit), spans, limits, before)


def cut(
    lines: Sequence[MonthLine],
    last_day: date,
    *,
    lost_benefit: Decimal,
    limits: ScheduleLimits,
    paid: AbstractSet[Month] = frozenset(),
) -> tuple[list[MonthLine], list[RestStep]]:
    """What is paid up to a day, inclusive, and the steps that are left.

    A step is used by a month with a paid day in it; the month of the last day is shared by its days.
    Months that were `paid` already stay as they were.
    """
    kept: list[MonthLine] = []
    rest: list[RestStep] = []
    for line in lines:
        spans = spans_of(line) if line.month in paid else _until(line, last_day)
        if not spans:
            rest.append(_step(line, lost_benefit))
        elif spans == spans_of(line):
            kept.append(line)
        else:
            kept.append(with_days(line, spans, lost_benefit, limits, total(kept)))
    return kept, rest


def lay_on(
    kept: Sequence[MonthLine],
    rest: Sequence[RestStep],
    from_day: date,
    *,
    lost_benefit: Decimal,
    limits: ScheduleLimits,
    last_month: Month,
) -> list[MonthLine]:
    """The months once work begins again: the next step comes, no step comes twice.

    In the month in which it ended the same step goes on. Nothing is laid beyond `last_month`.
    """
    lines, month, day = list(kept), month_of(from_day), from_day.day
    if lines and lines[-1].month == month:
        line = lines.pop()
        spans = _merged([*spans_of(line), (day, line.of_days)])
        lines.append(with_days(line, spans, lost_benefit, limits, total(lines)))
        month, day = shifted(month, 1), 1
    elif lines and lines[-1].month > month:
        # Paid beyond the pause, before it was known: those months are not paid again.
        month, day = shifted(lines[-1].month, 1), 1
    for waiting in rest:
        if month > last_month:
            break
        lines.append(_line(month, waiting, ((day, days_in(month)),), limits, total(lines)))
        month, day = shifted(month, 1), 1
    return lines


def _step(line: MonthLine, lost_benefit: Decimal) -> RestStep:
    return RestStep(step=line.step, percent=line.percent, full=full_of(line, lost_benefit))


def _line(
    month: Month, of: RestStep, spans: Spans, limits: ScheduleLimits, before: Decimal
) -> MonthLine:
    days = sum(last - first + 1 for first, last in spans)
    schedule = Schedule("limits alone", (), None, limits)
    paid = of_days_paid(schedule, of.step, month, days, grosze(of.full), grosze(before))
    to_the_end = len(spans) == 1 and spans[0][1] == days_in(month)
    return kept_line(paid, of.percent, None if to_the_end else spans)


def _until(line: MonthLine, last_day: date) -> Spans:
    month = month_of(last_day)
    if line.month != month:
        return spans_of(line) if line.month < month else ()
    held = ((first, min(last, last_day.day)) for first, last in spans_of(line))
    return tuple((first, last) for first, last in held if first <= last)


def _merged(spans: Iterable[tuple[int, int]]) -> Spans:
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    return tuple(joined)
