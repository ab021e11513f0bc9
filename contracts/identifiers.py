"""Numbers and codes that name somebody or something: each has one normal form, checked (domain 1.3).

What a person types around a number (spaces, hyphens, a prefix everybody writes) is taken off; what
is left must be the one normal form, in ASCII digits. No refusal repeats what was sent.
"""

import re
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

import phonenumbers
from pydantic import (
    AfterValidator,
    BeforeValidator,
    EmailStr,
    Field,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)
from stdnum import iban as stdnum_iban
from stdnum.exceptions import ValidationError
from stdnum.pl import nip as stdnum_nip
from stdnum.pl import pesel as stdnum_pesel
from stdnum.pl import regon as stdnum_regon

from contracts.values import SENSITIVE, kept

_SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"


class Sex(StrEnum):
    """The sex that the register of population carries (płeć)."""

    FEMALE = "female"
    MALE = "male"


# Of each number the form stands first: so the document tells it, and it is checked last of all,
# after what people type between the digits was taken off.
def _without(signs: str, prefix: str = "") -> BeforeValidator:
    """Take off what people type between the digits, and the prefix they write before them."""

    def take_off(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        bare = re.sub(f"[{re.escape(signs)}]", "", value)
        return re.sub(f"^{prefix}", "", bare, flags=re.IGNORECASE | re.ASCII) if prefix else bare

    return BeforeValidator(take_off)


def _checked(validate: Callable[[str], str], words: str) -> AfterValidator:
    """The arithmetic of the library, whose own words are not repeated; nobody bears only zeros."""

    def check(value: str) -> str:
        try:
            # The library forgives separators, so what it gives back must be what it was given.
            if validate(value) != value or not value.strip("0"):
                raise ValueError(words)
        except ValidationError:
            raise ValueError(words) from None
        return value

    return AfterValidator(check)


Pesel = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{11}$"),
    _checked(stdnum_pesel.validate, "is not a valid PESEL number"),
    SENSITIVE,
    Field(examples=["85031412347"]),
]
"""A PESEL number with its check digit. May be missing or re-issued, so it is never a key."""

Nip = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{10}$"),
    _without(_SPACES + "-", prefix="PL"),
    _checked(stdnum_nip.validate, "is not a valid NIP number"),
    SENSITIVE,
    Field(examples=["5213017228"]),
]
"""A tax number (numer identyfikacji podatkowej), ten digits; a natural person may bear one."""

Regon = Annotated[
    str,
    StringConstraints(pattern=r"^([0-9]{9}|[0-9]{14})$"),
    _without(_SPACES + "-"),
    _checked(stdnum_regon.validate, "is not a valid REGON number"),
    Field(examples=["123456785"]),
]
"""A number of the register of businesses: nine digits, or fourteen for a local unit. Public."""


def _not_zero(value: str) -> str:
    if not value.strip("0"):
        raise ValueError("is not a valid KRS number")
    return value


Krs = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{10}$"),
    _without(_SPACES),
    AfterValidator(_not_zero),
    Field(examples=["0000123456"]),
]
"""A number of the National Court Register (KRS): ten digits with leading zeros, no check digit."""


def _polish_account(value: Any) -> Any:
    """What stands on Polish paper: groups of four, often without the country."""
    if not isinstance(value, str):
        return value
    bare = re.sub(f"[{re.escape(_SPACES + '-')}]", "", value)
    return f"PL{bare}" if re.fullmatch(r"[0-9]{26}", bare) else re.sub(r"^pl", "PL", bare)


Iban = Annotated[
    str,
    StringConstraints(pattern=r"^PL[0-9]{26}$"),
    BeforeValidator(_polish_account),
    _checked(stdnum_iban.validate, "is not a valid Polish account number"),
    SENSITIVE,
    Field(examples=["PL61109010140000071219812874"]),
]
"""A Polish bank account as IBAN: PL and 26 digits, ISO 7064 mod 97."""

PostalCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{2}-[0-9]{3}$"),
    Field(examples=["41-800"]),
]
"""A Polish postal code."""


def _phone(value: str, info: ValidationInfo) -> str:
    if kept(info):
        return value
    try:
        number = phonenumbers.parse(value, "PL")
    except phonenumbers.NumberParseException:
        raise ValueError("is not a phone number") from None
    normal = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    # The library calls seven Polish digits possible, because one once dialled so within a town.
    polish_and_short = number.country_code == 48 and not re.fullmatch(r"\+48[1-9][0-9]{8}", normal)  # noqa: PLR2004 Poland
    if polish_and_short or not phonenumbers.is_possible_number(number):
        raise ValueError("is not a phone number")
    return normal


Phone = Annotated[
    str,
    StringConstraints(max_length=24, pattern=r"^\+?[0-9 ()-]{5,24}$"),
    AfterValidator(_phone),
    SENSITIVE,
    Field(examples=["+48600100200"]),
]
"""A phone number, kept as E.164; without a country it is read as Polish, which has nine digits."""


def _email(value: object, check: ValidatorFunctionWrapHandler) -> object:
    # The library's own words quote characters of what was sent.
    try:
        return check(value)
    except ValueError:
        raise ValueError("is not an e-mail address") from None


Email = Annotated[
    EmailStr,
    Field(max_length=200, examples=["proba@example.org"]),
    WrapValidator(_email),
    SENSITIVE,
]
"""An e-mail address."""

Simc = Annotated[str, StringConstraints(pattern=r"^[0-9]{7}$"), Field(examples=["0943428"])]
"""A locality of the TERYT register (SIMC), seven digits; the shape only, the register is not here."""

Ulic = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$"), Field(examples=["24520"])]
"""A street of the TERYT register (ULIC), five digits; the shape only."""


def birth_date_of(pesel: str) -> date:
    """The birth date that the number carries."""
    return stdnum_pesel.get_birth_date(pesel)


def sex_of(pesel: str) -> Sex:
    """The sex that the number carries: its tenth digit is even for a woman."""
    return Sex.FEMALE if stdnum_pesel.get_gender(pesel) == "F" else Sex.MALE


def masked(pesel: str) -> str:
    """The number with what identifies covered; the birth date is no secret to whoever sees this."""
    return pesel[:6] + "*****"


def birth_part(born: date) -> str:
    """What a covered number of somebody born that day shows: the month tells the century."""
    century = {18: 80, 19: 0, 20: 20, 21: 40, 22: 60}[born.year // 100]
    return f"{born:%y}{born.month + century:02}{born:%d}*****"
