"""Codes of countries (ISO 3166-1 alpha-2) and languages (ISO 639-1)."""

import csv
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints


@cache
def codes(kind: str) -> frozenset[str]:
    """Every code of a kind: `country` or `language`.

    Kosovo has no code of ISO; Poland and the Union write XK, which ISO leaves to its users.
    """
    with (files("contracts") / "data" / "iso.csv").open(encoding="utf-8") as lines:
        return frozenset(r["code"] for r in csv.DictReader(lines) if r["kind"] == kind)


def _country(value: str) -> str:
    if value not in codes("country"):
        raise ValueError("is not a country of ISO 3166-1")
    return value


def _language(value: str) -> str:
    if value not in codes("language"):
        raise ValueError("is not a language of ISO 639-1")
    return value


Country = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Z]{2}$"),
    AfterValidator(_country),
    Field(examples=["PL"]),
]
"""A country by its two letters (ISO 3166-1 alpha-2)."""

Language = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]{2}$"),
    AfterValidator(_language),
    Field(examples=["uk"]),
]
"""A language by its two letters (ISO 639-1)."""
