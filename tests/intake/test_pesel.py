"""PESEL numbers: what is one, what it says, and what is shown of it."""

from datetime import date

import pytest
from pydantic import TypeAdapter, ValidationError

from contracts.identifiers import Pesel, birth_date_of, masked

PESEL: TypeAdapter[str] = TypeAdapter(Pesel)


@pytest.mark.parametrize(
    "number",
    [
        "44051401359",
        "44051401458",
        "02070803628",
        "90010112349",
        "85031412347",
        "99123199993",
        "00210100028",
        "12222943212",
        "99850611115",
        "01470707774",
        "70010100001",
    ],
)
def test_a_number_with_its_check_digit_and_an_existing_day_is_one(number: str) -> None:
    assert PESEL.validate_python(number) == number


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("00210100000", id="the check digit is another"),
        pytest.param("12222943213", id="the check digit is another"),
        pytest.param("85131412344", id="month 13"),
        pytest.param("85201412344", id="month 20"),
        pytest.param("85331412348", id="month 33, thirteenth of the 2000s"),
        pytest.param("85401412348", id="month 40"),
        pytest.param("85023012343", id="30 February"),
        pytest.param("8503141234", id="ten digits"),
        pytest.param("850314123471", id="twelve digits"),
        pytest.param("8503141234A", id="a letter"),
        pytest.param("٨٥٠٣١٤١٢٣٤٧", id="digits of another script"),
        pytest.param("850314-12347", id="a hyphen"),
        pytest.param("", id="nothing"),
    ],
)
def test_anything_else_is_none(number: str) -> None:
    with pytest.raises(ValidationError):
        PESEL.validate_python(number)


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("99850611115", date(1899, 5, 6)),
        ("85031412347", date(1985, 3, 14)),
        ("99123199993", date(1999, 12, 31)),
        ("00210100028", date(2000, 1, 1)),
        ("12222943212", date(2012, 2, 29)),
        ("01470707774", date(2101, 7, 7)),
    ],
)
def test_the_month_tells_the_century(number: str, born: date) -> None:
    assert birth_date_of(number) == born


def test_a_list_shows_the_birth_part_only() -> None:
    assert masked("85031412347") == "850314*****"
