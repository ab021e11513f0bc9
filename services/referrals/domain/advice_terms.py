"""Norms and terms of advisers by date: how many clients, how often in touch, how fast to answer."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from contracts import working_days
from contracts.values import InstitutionKind
from services.referrals.domain.dated import Enacted, Written, in_force, read_data


class ForKinds(Enacted):
    """What holds for some kinds of institutions."""

    kinds: tuple[InstitutionKind, ...]


class CaseloadNorm(ForKinds):
    """How many clients one worker should have at most (norma)."""

    clients: int


class ContactRule(ForKinds):
    """How often an adviser is to be in touch, and how long after the registration ended."""

    every_days: int
    support_after_days: int

    @property
    def every(self) -> timedelta:
        """The longest silence allowed."""
        return timedelta(days=self.every_days)


class _Answer(Enacted):
    working_days: int


class _Terms(Written):
    caseload_norms: tuple[CaseloadNorm, ...]
    contact_rules: tuple[ContactRule, ...]
    handover_answers: tuple[_Answer, ...]


@cache
def _terms() -> _Terms:
    return TypeAdapter(_Terms).validate_python(read_data("advice_terms.yaml"))


Row = TypeVar("Row", bound=ForKinds)


def _of_kind(rows: Iterable[Row], kind: str | None, day: date) -> Row | None:
    return in_force((row for row in rows if kind in row.kinds), day)


def norm_for(kind: str | None, day: date) -> CaseloadNorm | None:
    """The norm of a kind of institution on a day; none where no statute sets one."""
    return _of_kind(_terms().caseload_norms, kind, day)


def contact_rule_for(kind: str | None, day: date) -> ContactRule | None:
    """How often such an institution is to be in touch; none where no statute says."""
    return _of_kind(_terms().contact_rules, kind, day)


def handover_due(proposed_on: date) -> date:
    """By when a proposed hand-over is to be answered."""
    row = in_force(_terms().handover_answers, proposed_on) or _terms().handover_answers[0]
    return working_days.after(proposed_on, row.working_days)
