"""The register of articles that a statutory task may be named by; the rows stand in `articles.yaml`.

An article the register does not know is allowed, and marked as such: the register helps, but a
statute may be newer than it.
"""

from datetime import date
from functools import cache

from contracts.sections import Section
from contracts.values import InstitutionKind
from services.intake.domain.dated import Enacted, read_data


class Article(Enacted):
    """An article as the register knows it."""

    spellings: tuple[str, ...]
    pl: str
    """What it says, to go on after "bo"."""
    en: str
    serves: tuple[InstitutionKind, ...]
    carries: tuple[Section, ...] | None
    """Which sections it can carry; none: all that the partner's task permits."""
    review: str | None = None


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
    return tuple(map(Article.model_validate, read_data("articles.yaml")))


def _plain(written: str) -> str:
    return " ".join(written.casefold().split())
