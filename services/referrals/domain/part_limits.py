"""The limits of each part's form by date, with their source: `part_limits.yaml`, `part_forms.yaml`."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from contracts.referrals.plan import PartForm
from contracts.values import InstitutionKind
from kernel.refusals import Kind, Refusal
from services.referrals.domain.dated import Enacted, Source, Written, in_force, read_data
from services.referrals.domain.part_terms import PartTerms


class BeyondLimit(Refusal):
    """The form of this part sets a limit that is not kept; `limit` names it, `source` the act."""

    kind = Kind.INVALID
    pl = "Forma tej części planu wyznacza granicę, która nie jest zachowana; wskazuje ją `limit`, a przepis `source`."


class ReviewBeforeToday(Refusal):
    """The day of the next review is today or a later one."""

    kind = Kind.INVALID
    pl = "Następna ocena odbywa się dziś albo w dniu późniejszym."


class ConsentToPassMissing(Refusal):
    """An application for an IPUS is passed to other units only with the applicant's consent."""

    kind = Kind.INVALID
    pl = "Wniosek o IPUS przekazuje się innym jednostkom tylko za zgodą wnioskodawcy."


class Limit(Enacted):
    """A limit in force from a day to a day."""

    value: int


class Limits(Written):
    """One kind of limit, by date."""

    title: str
    title_en: str
    values: tuple[Limit, ...]

    def on(self, day: date) -> Limit | None:
        """The limit of a day; none where none is known for it."""
        return in_force(self.values, day)


class PartLimits(Written):
    """All limits of parts."""

    review_months: Limits
    contact_days: Limits
    after_job_days: Limits
    registered_days: Limits
    coordination_months: Limits
    longest_months: Limits
    made_within_days: Limits
    agree_days: Limits


class Form(Written):
    """A statutory form: whose it is, who signs it for the institution, what must stand in it."""

    letter: str
    title: str
    title_en: str
    kinds: tuple[InstitutionKind, ...]
    signers: frozenset[str]
    needs: tuple[str, ...]
    source: Source


@cache
def limits() -> PartLimits:
    """Read and check the file, once."""
    return PartLimits.model_validate(read_data("part_limits.yaml"))


@cache
def forms() -> dict[PartForm, Form]:
    """Every form; read and checked once."""
    read = read_data("part_forms.yaml")
    return {form: Form.model_validate(read[form.value]) for form in PartForm}


def months_after(day: date, months: int) -> date:
    """The same day of a later month, or that month's last day where it has no such day."""
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def check_terms(form: PartForm, terms: PartTerms) -> None:
    """Refuse terms that the form's act does not allow, with the limit and its source.

    The day of a review is another matter: it depends on when the last one was.
    """
    for name, pointer, kept in _TABLE[forms()[form].letter](terms):
        limit = getattr(limits(), name).on(terms.valid_from)
        if limit is not None and not kept(limit.value):
            raise refused(name, limit, pointer)
    if form is PartForm.IPUS and terms.passed_to_other_units and terms.passing_consent is None:
        raise ConsentToPassMissing(pointer="/terms/passing_consent")


def latest_review(form: PartForm, since: date) -> date | None:
    """The last day for the review of a part that follows another, or its beginning; none: no limit."""
    limit = _review_limit(form, since)
    return months_after(since, limit.value) if limit else None


def check_review(form: PartForm, review_on: date, since: date, pointer: str, today: date) -> None:
    """Refuse a review later than the form's act allows, counted from the last one or the beginning.

    Where that day is over already, the review is still to be held: today.
    """
    limit = _review_limit(form, since)
    if limit and review_on > max(months_after(since, limit.value), today):
        raise refused("review_months", limit, pointer)


def require_ahead(review_on: date, pointer: str, today: date) -> None:
    """Refuse to set a review for a day that is over."""
    if review_on < today:
        raise ReviewBeforeToday(pointer=pointer)


def refused(name: str, limit: Limit, pointer: str) -> BeyondLimit:
    """The refusal that names a limit and where it is written."""
    series: Limits = getattr(limits(), name)
    source = limit.source.model_dump(exclude_none=True)
    return BeyondLimit(
        pointer=pointer, limit=name, value=limit.value, rule=series.title_en, source=source
    )


def late(form: PartForm, terms: PartTerms) -> str | None:
    """Which term the part itself was made too late for; nothing can mend it, so it is only told."""
    at = limits()
    if form is PartForm.IPD and terms.registered_on:
        limit = at.registered_days.on(terms.valid_from)
        days = 0 if terms.under_30 or limit is None else limit.value
        too_late = terms.valid_from > terms.registered_on + timedelta(days=days)
        return "registered_days" if limit and too_late else None
    if form is PartForm.IPUS and terms.applied_on:
        limit = at.made_within_days.on(terms.applied_on)
        if limit and terms.valid_from > terms.applied_on + timedelta(days=limit.value):
            return "made_within_days"
    return None


_Checks = Iterator[tuple[str, str, Any]]


def _labour(terms: PartTerms) -> _Checks:
    if terms.contact_every_days:
        every = terms.contact_every_days
        yield "contact_days", "/terms/contact_every_days", lambda days: every <= days
    if terms.job_started_on and terms.valid_to:
        began, last = terms.job_started_on, terms.valid_to
        yield (
            "after_job_days",
            "/terms/valid_to",
            lambda days: last <= began + timedelta(days=days),
        )


def _no_more(terms: PartTerms) -> _Checks:
    del terms
    return iter(())


def _services(terms: PartTerms) -> _Checks:
    if terms.valid_to:
        after = terms.valid_to + timedelta(days=1)
        first = terms.valid_from
        yield (
            "coordination_months",
            "/terms/valid_to",
            lambda months: after >= months_after(first, months),
        )
        yield (
            "longest_months",
            "/terms/valid_to",
            lambda months: after <= months_after(first, months),
        )


def _review_limit(form: PartForm, since: date) -> Limit | None:
    return limits().review_months.on(since) if forms()[form].letter == "A" else None


_TABLE = {"A": _no_more, "B": _labour, "C": _no_more, "D": _services}
