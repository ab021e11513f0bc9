"""The rules of sharing: articles the register knows, terms with their days, what a consent must say."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from contracts.sections import Section
from contracts.values import Consent, LegalBasis
from contracts.working_days import is_working
from services.intake.domain.articles import known_article, register
from services.intake.domain.terms import answer_due, glass_lasts

BASIS: TypeAdapter[Any] = TypeAdapter(LegalBasis)
DAY = date(2026, 3, 2)
DAYS = st.dates(min_value=date(2026, 1, 1), max_value=date(2035, 12, 31))


@pytest.mark.parametrize("written", ["art. 100 ust. 2 u.p.s.", "  Art. 100  ust. 2 U.P.S. "])
def test_an_article_is_known_however_it_is_spaced(written: str) -> None:
    article = known_article(written, DAY)

    assert article
    assert (article.source.article, article.carries) == ("art. 100 ust. 2", None)


@pytest.mark.parametrize("written", ["art. 999 u.p.s.", "art. 100", ""])
def test_what_the_register_does_not_have_is_not_known(written: str) -> None:
    assert known_article(written, DAY) is None


def test_an_article_is_known_from_its_first_day_on() -> None:
    written = "ustawa o rynku pracy i służbach zatrudnienia"

    assert known_article(written, date(2025, 5, 31)) is None
    assert known_article(written, date(2025, 6, 1))


@pytest.mark.parametrize("article", register(), ids=lambda a: a.spellings[0])
def test_every_article_says_what_it_serves_and_goes_on_after_because(article: Any) -> None:
    assert article.serves
    assert not article.pl.endswith(".")
    assert not article.en.endswith(".")
    assert article.carries is None or Section.IDENTITY in article.carries


def test_no_article_but_that_of_the_diagnostic_group_carries_violence() -> None:
    carrying = [a for a in register() if Section.VIOLENCE in (a.carries or ())]

    assert [a.source.article for a in carrying] == ["art. 9c"]


@pytest.mark.parametrize(
    ("asked_on", "due_on"),
    [
        (date(2026, 3, 2), date(2026, 3, 9)),
        (date(2026, 3, 7), date(2026, 3, 16)),
        (date(2026, 12, 17), date(2026, 12, 28)),
        (date(2026, 4, 24), date(2026, 5, 4)),
    ],
)
def test_an_answer_is_due_in_seven_days_or_on_the_next_working_day(
    asked_on: date, due_on: date
) -> None:
    assert answer_due(asked_on) == due_on


@settings(deadline=None)
@given(DAYS)
def test_an_answer_is_due_on_a_working_day_a_week_later_or_soon_after(asked_on: date) -> None:
    due_on = answer_due(asked_on)

    assert is_working(due_on)
    assert timedelta(days=7) <= due_on - asked_on <= timedelta(days=13)


@settings(deadline=None)
@given(DAYS, st.integers(1, 30))
def test_who_asks_later_is_never_answered_earlier(asked_on: date, later: int) -> None:
    assert answer_due(asked_on) <= answer_due(asked_on + timedelta(days=later))


def test_the_glass_stays_broken_for_four_hours() -> None:
    assert glass_lasts(DAY) == timedelta(hours=4)


def test_a_consent_of_the_first_days_is_still_one() -> None:
    consent = BASIS.validate_python({"kind": "consent", "evidence": "form 12/2026"})

    assert isinstance(consent, Consent)
    assert (consent.evidence_kind, consent.given_by.value) == (None, "client")


@pytest.mark.parametrize(
    "wrong",
    [
        {"evidence_kind": "oral_with_witness"},
        {"evidence_kind": "hearsay"},
        {"given_on": "2026-03-02", "until": "2026-03-01"},
        {"purpose": "curiosity"},
        {"given_by": "neighbour"},
    ],
)
def test_a_consent_that_cannot_be_shown_is_none(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        BASIS.validate_python({"kind": "consent", "evidence": "form 12/2026"} | wrong)
