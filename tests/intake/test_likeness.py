"""How alike two people look on paper: scored, explained, the same from either side."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.intake.domain.likeness import (
    LIKELY,
    LISTED,
    Candidate,
    OnPaper,
    Trait,
    compare,
    folded,
    mistyped,
)
from tests.intake.conftest import NGO

ANNA = OnPaper("Anna", "Wójcik-Żółć", date(1985, 3, 4), "2478011", "Wolności 1")
papers = st.builds(
    OnPaper,
    given=st.sampled_from(["Anna", "Anna Maria", "Ana", "Zofia", "Wójcik"]),
    family=st.sampled_from(["Wójcik", "Wojcik", "Wójcik-Żółć", "Nowak", "Anna"]),
    birth_date=st.sampled_from([date(1985, 3, 4), date(1985, 4, 3), date(1985, 3, 5)]),
    municipality=st.sampled_from([None, "2478011"]),
    street=st.sampled_from([None, "Wolności 1"]),
    pesel_index=st.sampled_from([None, b"1", b"2"]),
)


def score(other: OnPaper, one: OnPaper = ANNA) -> int:
    return Candidate(NGO, compare(one, other)).score


def test_the_same_in_everything_is_a_hundred() -> None:
    assert score(ANNA) == 100


@pytest.mark.parametrize(
    ("changes", "trait"),
    [
        ({"family": "WOJCIK ZOLC"}, Trait.SAME_FAMILY_NAME),
        ({"family": "Wójcik"}, Trait.PART_OF_FAMILY_NAME),
        ({"family": "Wójcik-Żółw"}, Trait.PART_OF_FAMILY_NAME),
        ({"given": "Hanna"}, Trait.SIMILAR_GIVEN_NAME),
        ({"given": "Anna Maria"}, Trait.PART_OF_GIVEN_NAME),
        ({"given": "Wójcik-Żółć", "family": "Anna"}, Trait.NAMES_SWAPPED),
        ({"birth_date": date(1985, 4, 3)}, Trait.DAY_AND_MONTH_SWAPPED),
        ({"birth_date": date(1985, 3, 14)}, Trait.BIRTH_DATE_MISTYPED),
        ({"birth_date": date(1958, 3, 4), "street": None}, Trait.SAME_GIVEN_NAME),
        ({"street": "wolnosci 1"}, Trait.SAME_STREET),
    ],
)
def test_a_slip_of_the_pen_is_recognised(changes: dict[str, object], trait: Trait) -> None:
    other = replace(ANNA, **changes)  # type: ignore[arg-type] # changes of one field each

    assert trait in compare(ANNA, other)


@pytest.mark.parametrize(
    "changes",
    [
        {"family": "Wojcik"},
        {"given": "Wójcik-Żółć", "family": "Anna"},
        {"birth_date": date(1985, 4, 3)},
        {"birth_date": date(1985, 3, 5)},
        {"street": None, "municipality": None},
    ],
)
def test_one_slip_leaves_a_likely_duplicate(changes: dict[str, object]) -> None:
    assert score(replace(ANNA, **changes)) >= LIKELY  # type: ignore[arg-type] # as above


def test_twins_are_shown_and_not_called_likely() -> None:
    assert LISTED <= score(replace(ANNA, given="Zofia")) < LIKELY


def test_two_numbers_make_two_people_unless_somebody_decides() -> None:
    one, other = replace(ANNA, pesel_index=b"1"), replace(ANNA, pesel_index=b"2")

    assert LISTED <= score(other, one) < LIKELY


def test_the_same_number_needs_no_other_reason() -> None:
    stranger = OnPaper("Jan", "Nowak", date(1950, 1, 1), pesel_index=b"1")

    assert compare(replace(ANNA, pesel_index=b"1"), stranger) == (Trait.SAME_PESEL,)


@given(one=papers, other=papers)
def test_it_is_the_same_from_either_side(one: OnPaper, other: OnPaper) -> None:
    assert compare(one, other) == compare(other, one)


@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_slip_of_the_pen_can_be_slipped_back(day: date) -> None:
    assert all(day in mistyped(slip) for slip in mistyped(day))
    assert day not in mistyped(day)


@given(
    day=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
    other=st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)),
)
def test_whoever_is_fetched_for_a_slip_is_recognised_by_it(day: date, other: date) -> None:
    slips = {Trait.BIRTH_DATE_MISTYPED, Trait.DAY_AND_MONTH_SWAPPED}
    one = replace(ANNA, birth_date=day)

    assert all(slips & set(compare(one, replace(ANNA, birth_date=d))) for d in mistyped(day))
    assert bool(slips & set(compare(one, replace(ANNA, birth_date=other)))) is (
        other in mistyped(day)
    )


@given(text=st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("trait", Trait)
def test_every_reason_is_said_in_both_languages(trait: Trait) -> None:
    assert trait.en.endswith(".")
    assert trait.pl.endswith(".")
    assert trait.points
