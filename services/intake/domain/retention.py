"""How long records must be kept: after the closing of a case, and after the end of a consent."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from contracts.values import InstitutionKind
from services.intake.domain.dated import Enacted, Written, read_data


class _Years(Enacted):
    years: Annotated[int, Field(ge=0, le=100)]


class Rule(Written):
    """One class of records; `title` is the Polish term, no kinds: of every institution."""

    title: str
    counted: str
    kinds: tuple[InstitutionKind, ...]
    values: tuple[_Years, ...]

    def last_day(self, ended_on: date) -> date:
        """The last day such a record must be kept: whole calendar years after the year it ended in."""
        # What ended before the rule was written is kept by the rule as first written.
        known = [value for value in self.values if value.covers(ended_on)] or self.values[:1]
        return date(ended_on.year + known[0].years, 12, 31)


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its name, read and checked once."""
    return TypeAdapter(dict[str, Rule]).validate_python(read_data("retention.yaml"))


@dataclass(frozen=True)
class Kept:
    """A rule that still holds, and the last day it does; no day: its clock has not begun."""

    rule: str
    until: date | None


def case_rule(kind: InstitutionKind) -> str:
    """The rule for the case files of an institution of this kind."""
    return next(name for name, rule in rules().items() if kind in rule.kinds)


def kept(
    kind: InstitutionKind, closed_on: date | None, consents_ended_on: Iterable[date]
) -> list[Kept]:
    """How long each class of a client's records is kept. An open case keeps everything.

    A consent serves the case, so it ended with it at the latest.
    """
    rule = case_rule(kind)
    if closed_on is None:
        return [Kept(rule, None)]
    found = [Kept(rule, rules()[rule].last_day(closed_on))]
    ends = [min(ended_on, closed_on) for ended_on in consents_ended_on]
    if ends:
        found.append(Kept("consent", rules()["consent"].last_day(max(ends))))
    return found


def kept_longest(
    kinds: Iterable[InstitutionKind], closed_on: date | None, consents_ended_on: Collection[date]
) -> list[Kept]:
    """The same of a person whom several registered: the longest of their rules keeps all of it."""
    each = [kept(kind, closed_on, consents_ended_on) for kind in kinds]
    return max(each, key=lambda found: found[0].until or date.max)


def still_kept(found: Iterable[Kept], today: date) -> list[Kept]:
    """Those that still hold."""
    return [one for one in found if one.until is None or one.until >= today]
