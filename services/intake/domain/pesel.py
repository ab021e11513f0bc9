"""The PESEL number: eleven digits that name a person, a birth date and a sex (domain 1.3)."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from stdnum.exceptions import ValidationError
from stdnum.pl import pesel as stdnum_pesel

from contracts.values import SENSITIVE


def _valid(value: str) -> str:
    try:
        return str(stdnum_pesel.validate(value))
    except ValidationError:
        raise ValueError("is not a valid PESEL number") from None


Pesel = Annotated[
    str,
    StringConstraints(strip_whitespace=True, pattern=r"^[0-9]{11}$"),
    AfterValidator(_valid),
    SENSITIVE,
    Field(examples=["85031412347"]),
]
"""A PESEL number with its check digit. May be missing or re-issued, so it is never a key."""


def birth_date_of(pesel: str) -> date:
    """The birth date that the number carries."""
    return stdnum_pesel.get_birth_date(pesel)


def masked(pesel: str) -> str:
    """The number with what identifies covered; the birth date is no secret to whoever sees this."""
    return pesel[:6] + "*****"
