"""Numbers and codes: what is one, what it says, what is shown of it, and that nothing is repeated."""

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from contracts.identifiers import (
    Iban,
    Krs,
    Nip,
    Pesel,
    Phone,
    PostalCode,
    Regon,
    Sex,
    Simc,
    Ulic,
    birth_date_of,
    masked,
    sex_of,
)
from contracts.iso import Country, Language, codes
from contracts.territory import REGISTER_OF, Municipality, Territory, register

PESEL: TypeAdapter[str] = TypeAdapter(Pesel)
CENTURIES = {1800: 80, 1900: 0, 2000: 20, 2100: 40, 2200: 60}
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def checked(ten: str) -> str:
    """The number with its check digit, by the arithmetic of the law and not of the library."""
    weights = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)
    return ten + str((10 - sum(w * int(d) for w, d in zip(weights, ten, strict=True)) % 10) % 10)


def pesel(born: date, serial: int) -> str:
    month = born.month + CENTURIES[born.year // 100 * 100]
    return checked(f"{born.year % 100:02}{month:02}{born.day:02}{serial:04}")


def is_one(kind: Any, value: Any) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


days = st.dates(min_value=date(1800, 1, 1), max_value=date(2299, 12, 31))
serials = st.integers(min_value=0, max_value=9999)
numbers = st.builds(pesel, days, serials)


@given(days, serials)
def test_every_number_of_every_century_tells_birth_date_and_sex(born: date, serial: int) -> None:
    number = pesel(born, serial)

    assert PESEL.validate_python(number) == number
    assert birth_date_of(number) == born
    assert sex_of(number) is (Sex.MALE if serial % 2 else Sex.FEMALE)


@pytest.mark.parametrize("century", CENTURIES)
def test_the_first_and_last_day_of_each_century_are_told(century: int) -> None:
    for born in (date(century, 1, 1), date(century, 12, 31), date(century + 96, 2, 29)):
        assert birth_date_of(PESEL.validate_python(pesel(born, 1))) == born


@given(numbers, st.integers(min_value=0, max_value=10), st.integers(min_value=1, max_value=9))
def test_one_digit_wrong_is_found(number: str, place: int, off: int) -> None:
    wrong = number[:place] + str((int(number[place]) + off) % 10) + number[place + 1 :]

    assert not is_one(Pesel, wrong)


@given(
    st.integers(min_value=0, max_value=99),
    st.sampled_from([m for m in range(100) if not 1 <= m % 20 <= 12]),
    st.integers(min_value=1, max_value=28),
    serials,
)
def test_a_month_that_no_century_has_is_refused(y: int, month: int, day: int, serial: int) -> None:
    assert not is_one(Pesel, checked(f"{y:02}{month:02}{day:02}{serial:04}"))


@given(days, serials, st.sampled_from(["0230", "0231", "0431", "0631", "0931", "1131", "0100"]))
def test_a_day_that_no_month_has_is_refused(near: date, serial: int, day: str) -> None:
    month = int(day[:2]) + CENTURIES[near.year // 100 * 100]

    assert not is_one(Pesel, checked(f"{near.year % 100:02}{month:02}{day[2:]}{serial:04}"))


@given(numbers, st.integers(min_value=0, max_value=10), st.characters())
def test_a_sign_that_is_no_digit_is_refused(number: str, place: int, sign: str) -> None:
    assume(sign not in string.digits)
    # White space at either end is no part of the number.
    assume(not (sign.isspace() and place in {0, 10}))

    assert not is_one(Pesel, number[:place] + sign + number[place + 1 :])


@given(numbers, st.text(alphabet=string.digits, min_size=1, max_size=5))
def test_another_length_is_refused(number: str, more: str) -> None:
    assert not is_one(Pesel, number + more)
    assert not is_one(Pesel, number[: -len(more)])


@pytest.mark.parametrize(
    "number",
    [
        "44051401359", "44051401458", "02070803628", "90010112349", "85031412347", "99123199993",
        "00210100028", "12222943212", "99850611115", "01470707774", "70010100001",
    ],
)  # fmt: skip
def test_numbers_of_the_field_are_accepted(number: str) -> None:
    assert PESEL.validate_python(f" {number}\n") == number


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
        pytest.param("00000000000", id="zeros"),
        pytest.param("", id="nothing"),
        pytest.param(85031412347, id="a number"),
    ],
)
def test_anything_else_is_none(number: Any) -> None:
    assert not is_one(Pesel, number)


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("99850611115", date(1899, 5, 6)),
        ("85031412347", date(1985, 3, 14)),
        ("99123199993", date(1999, 12, 31)),
        ("00210100028", date(2000, 1, 1)),
        ("12222943212", date(2012, 2, 29)),
        ("01470707774", date(2101, 7, 7)),
        ("70010100001", date(1970, 1, 1)),
    ],
)
def test_the_month_tells_the_century(number: str, born: date) -> None:
    assert birth_date_of(number) == born


def test_a_list_shows_the_birth_part_only() -> None:
    assert masked("85031412347") == "850314*****"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        (Nip, "5213017228", "5213017228"),
        (Nip, "521-301-72-28", "5213017228"),
        (Nip, "PL 526 025 02 74", "5260250274"),
        (Nip, "1234563218", "1234563218"),
        (Regon, "000017756", "000017756"),
        (Regon, "123-456-785", "123456785"),
        (Regon, "12345678512347", "12345678512347"),
        (Krs, "0000 123 456", "0000123456"),
        (Iban, "PL61109010140000071219812874", "PL61109010140000071219812874"),
        (Iban, "61 1090 1014 0000 0712 1981 2874", "PL61109010140000071219812874"),
        (Iban, "pl61\u00a01090\u00a01014\u00a00000\u00a00712\u00a01981\u00a02874",
         "PL61109010140000071219812874"),
        (PostalCode, " 41-800 ", "41-800"),
        (Phone, "600 100 200", "+48600100200"),
        (Phone, "(32) 271-00-00", "+48322710000"),
        (Phone, "+48 600-100-200", "+48600100200"),
        (Phone, "+380 50 123 45 67", "+380501234567"),
        (Simc, "0943428", "0943428"),
        (Ulic, "24520", "24520"),
        (Country, "UA", "UA"),
        (Language, "uk", "uk"),
        (Territory, "0206", "0206"),
        (Territory, "02", "02"),
        (Municipality, "2478011", "2478011"),
    ],
)  # fmt: skip
def test_what_is_typed_is_kept_in_one_normal_form(kind: Any, typed: str, kept: str) -> None:
    assert TypeAdapter(kind).validate_python(typed) == kept


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (Nip, "5213017229"), (Nip, "521301722"), (Nip, "52130172288"), (Nip, "0000000000"),
        (Nip, "DE5213017228"), (Nip, "5213017228 x"), (Nip, "5213017228".translate(ARABIC)),
        (Nip, "1000000010"), (Nip, 5213017228),
        (Regon, "123456786"), (Regon, "12345678512348"), (Regon, "12345678612342"),
        (Regon, "1234567851"), (Regon, "000000000"), (Regon, "00000000000000"),
        (Krs, "123456"), (Krs, "0000000000"), (Krs, "000012345A"), (Krs, "00001234567"),
        (Iban, "PL61109010140000071219812875"), (Iban, "PL6110901014000007121981287"),
        (Iban, "DE89370400440532013000"), (Iban, "61109010140000071219812874".translate(ARABIC)),
        (Iban, "PL00000000000000000000000000"), (Iban, 61109010140000071219812874),
        (PostalCode, "41800"), (PostalCode, "41-80"), (PostalCode, "4l-800"),
        (PostalCode, "٤١-٨٠٠"), (PostalCode, "41–800"),
        (Phone, "12"), (Phone, "60010020"), (Phone, "6001002000"), (Phone, "+48 012 345 678"),
        (Phone, "600100200 ext 5"), (Phone, "600100200".translate(ARABIC)), (Phone, "+999 123"),
        (Simc, "943428"), (Simc, "09434281"), (Ulic, "2452"), (Ulic, "2452A"),
        (Country, "pl"), (Country, "ZZ"), (Country, "POL"), (Language, "PL"), (Language, "xx"),
        (Territory, "247"), (Territory, "99"), (Municipality, "2478"), (Municipality, "0000000"),
        (Municipality, "247801"),
    ],
)  # fmt: skip
def test_what_is_none_is_refused_and_never_repeated(kind: Any, typed: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(typed)

    assert all(str(typed) not in error["msg"] for error in refused.value.errors())


@given(st.text(alphabet=string.digits, min_size=9, max_size=9))
def test_a_tax_number_has_at_most_one_check_digit(nine: str) -> None:
    weighed = sum(
        w * int(d) for w, d in zip((6, 5, 7, 2, 3, 4, 5, 6, 7), nine, strict=True)
    ) % 11  # fmt: skip
    valid = {nine + str(last) for last in range(10) if is_one(Nip, f"{nine}{last}")}

    assert valid == (set() if weighed == 10 or not nine.strip("0") else {f"{nine}{weighed}"})


@given(st.text(alphabet=string.digits, min_size=8, max_size=8))
def test_a_business_number_has_one_check_digit(eight: str) -> None:
    assume(eight.strip("0"))
    weights = (8, 9, 2, 3, 4, 5, 6, 7)
    check = sum(w * int(d) for w, d in zip(weights, eight, strict=True)) % 11 % 10

    assert [last for last in range(10) if is_one(Regon, f"{eight}{last}")] == [check]


@given(st.text(alphabet=string.digits, min_size=24, max_size=24))
def test_an_account_has_one_pair_of_check_digits(account: str) -> None:
    assume(account.strip("0"))
    # ISO 7064: P is 25, L is 21, the check digits count as zeros.
    check = 98 - int(f"{account}252100") % 97

    assert is_one(Iban, f"{check:02}{account}")
    assert not is_one(Iban, f"{(check + 1) % 97:02}{account}")


@given(st.text(max_size=40))
def test_no_text_upsets_a_check(text: str) -> None:
    for kind in (Pesel, Nip, Regon, Krs, Iban, PostalCode, Phone, Simc, Ulic, Country, Language):
        is_one(kind, text)


@pytest.mark.parametrize("kind", [Municipality, Territory])
def test_a_code_the_register_does_not_know_is_refused_with_the_day_of_the_register(
    kind: Any,
) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python("9999999")

    assert REGISTER_OF.isoformat() in refused.value.errors()[0]["msg"]


def test_every_municipality_of_the_register_is_one() -> None:
    found = [unit.code for unit in register().values() if unit.kind.endswith("municipality")]

    assert len(found) == 2477
    assert all(is_one(Municipality, code) for code in found)


def test_every_unit_stands_in_one_that_the_register_knows() -> None:
    orphans = [u.code for u in register().values() if u.parent and u.parent not in register()]

    assert orphans == []


def test_the_codes_of_countries_and_languages_are_complete() -> None:
    assert (len(codes("country")), len(codes("language"))) == (250, 184)
    assert {"PL", "UA", "BY", "XK"} <= codes("country")
    assert {"pl", "uk", "be", "ru", "vi"} <= codes("language")
