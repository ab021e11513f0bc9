"""The number under which an institution keeps a client's papers (numer teczki, znak sprawy)."""

from typing import Annotated

from pydantic import Field

from contracts.values import SENSITIVE, Line
from kernel.refusals import Kind, Refusal

FileNumber = Annotated[Line, SENSITIVE, Field(max_length=60, examples=["MOPR.DPS.4110.17.2026"])]
"""An institution's own reference of a client; nobody else sees or finds it."""


class FileNumberTaken(Refusal):
    """Another client has this file number at your institution."""

    kind = Kind.CONFLICT
    pl = "Ten numer akt ma w Twojej instytucji inna osoba."


def normal(number: str) -> str:
    """The number without what people write in two ways: case and blanks."""
    return "".join(number.casefold().split())
