"""The register of articles that a statutory task may be named by; the rows stand in `articles.yaml`.

An article the register does not know is allowed, and marked as such: the register helps, but a
statute may be newer than it.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from contracts.sections import Section
from contracts.values import InstitutionKind

_FILE = Path(__file__).with_name("articles.yaml")


class Source(BaseModel):
    """Where it is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    act: str
    article: str


class Article(BaseModel):
    """An article as the register knows it, from a day to a day, both inclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    spellings: tuple[str, ...]
    pl: str
    """What it says, to go on after "bo"."""
    en: str
    serves: tuple[InstitutionKind, ...]
    carries: tuple[Section, ...] | None
    """Which sections it can carry; none: all that the partner's task permits."""
    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]
    source: Source
    review: str | None = None

    def covers(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def known_article(written: str, day: date) -> Article | None:
    """The article that a worker means, if the register has it in force on the day."""
    meant = _plain(written)
    for article in register():
        if article.covers(day) and meant in map(_plain, article.spellings):
            return article
    return None


@cache
def register() -> tuple[Article, ...]:
    """Read and check the file, once."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(Article.model_validate(row) for row in rows)


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())
