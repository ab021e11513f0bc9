"""What she is before the law: citizenship, residence title, marital status."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from contracts.iso import Country
from contracts.values import Command, Day


class MaritalStatus(StrEnum):
    """Stan cywilny."""

    SINGLE = "single"
    MARRIED = "married"
    DIVORCED = "divorced"
    WIDOWED = "widowed"
    SEPARATED = "separated"
    """By a court (separacja orzeczona)."""


class TitleKind(StrEnum):
    """On what title she stays in Poland (tytuł pobytowy, art. 5 u.p.s.)."""

    POLISH_CITIZEN = "polish_citizen"
    EU_CITIZEN = "eu_citizen"
    PERMANENT_RESIDENCE = "permanent_residence"
    TEMPORARY_RESIDENCE = "temporary_residence"
    REFUGEE = "refugee"
    SUBSIDIARY_PROTECTION = "subsidiary_protection"
    HUMANITARIAN = "humanitarian"
    UKR_STATUS = "ukr_status"
    TOLERATED = "tolerated"
    OTHER = "other"


class Citizenship(Command):
    """Whose citizen she is (obywatelstwo): of one country, of several, or of none."""

    countries: Annotated[tuple[Country, ...], Field(max_length=5, examples=[["PL"]])] = ()
    stateless: Annotated[bool, Field(strict=True)] = False

    @model_validator(mode="after")
    def _one_or_the_other(self) -> "Citizenship":
        if self.stateless is bool(self.countries):
            raise ValueError("names countries or says stateless")
        if len(set(self.countries)) < len(self.countries):
            raise ValueError("names each country once")
        return self


class ResidenceTitle(Command):
    """A residence title and its last day, inclusive; none: without a term."""

    kind: Annotated[TitleKind, Field(examples=["ukr_status"])]
    until: Day | None = None
