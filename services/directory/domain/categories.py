"""What services do and for whom: the code lists, with their Polish names and sources."""

from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from contracts.directory import MapCategory


class TargetGroup(StrEnum):
    """Whom a service is for (domain 7)."""

    OLDER_PEOPLE = "older_people"
    PEOPLE_WITH_DISABILITIES = "people_with_disabilities"
    DEPENDANTS = "dependants"
    PEOPLE_AT_RISK_FROM_ILLNESS = "people_at_risk_from_illness"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    HOMELESS_PEOPLE = "homeless_people"
    LONELY_PEOPLE = "lonely_people"
    FAMILIES_WITH_CHILDREN = "families_with_children"
    YOUNG_PEOPLE = "young_people"
    VICTIMS_OF_VIOLENCE = "victims_of_violence"
    PEOPLE_WITH_ADDICTIONS = "people_with_addictions"
    FOREIGNERS = "foreigners"


class CategoryRow(BaseModel):
    """One category of the list, in force from a day to a day, both inclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]
    article: str
    open_eligibility: str


class CodeLists(BaseModel):
    """The file beside this one; a code without its row, or a row without its code, is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    categories: dict[MapCategory, CategoryRow]
    target_groups: dict[TargetGroup, str]


@cache
def code_lists() -> CodeLists:
    """What the file says, read once."""
    written = Path(__file__).with_name("categories.yaml").read_text(encoding="utf-8")
    return CodeLists.model_validate(yaml.safe_load(written))
