"""What makes a quorum, how often one meets, how long minutes wait; the values stand in `meetings.yaml`."""

import calendar
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from contracts.values import InstitutionKind
from contracts.working_days import after, on_or_after
from services.referrals.domain.dated import Enacted, Written, in_force, read_data

Group = frozenset[InstitutionKind]


class _Groups(Enacted):
    value: Annotated[tuple[Group, ...], Field(min_length=1)]


class _Number(Enacted):
    value: Annotated[int, Field(ge=1)]


class _Quorum(Written):
    title: str
    unit: str
    values: tuple[_Groups, ...]


class _Term(Written):
    title: str
    unit: str
    values: tuple[_Number, ...]


class _Rules(Written):
    quorum: _Quorum
    cadence_months: _Term
    minutes_working_days: _Term


def missing_for_quorum(present: Iterable[InstitutionKind], day: date) -> list[str]:
    """Which kinds of institution are missing; none: there is a quorum."""
    found = in_force(_rules().quorum.values, day)
    if found is None:
        raise LookupError("no quorum of that day")
    there = set(present)
    return sorted("/".join(sorted(group)) for group in found.value if not group & there)


def next_day(last: date) -> date:
    """When one meets again: a month later (by rule), on the next working day from there."""
    months = last.month - 1 + _value(_rules().cadence_months, last)
    year, month = last.year + months // 12, months % 12 + 1
    ends = calendar.monthrange(year, month)[1]
    return on_or_after(date(year, month, min(last.day, ends)))


def minutes_due(drafted_on: date) -> date:
    """The last day, inclusive, on which minutes are approved in time."""
    return after(drafted_on, _value(_rules().minutes_working_days, drafted_on))


def _value(term: _Term, day: date) -> int:
    found = in_force(term.values, day)
    if found is None:
        raise LookupError(f"no term of that day: {term.title}")
    return found.value


@cache
def _rules() -> _Rules:
    return TypeAdapter(_Rules).validate_python(read_data("meetings.yaml"))
