"""Rules and code lists by date: data beside the code, each row with its days and its source."""

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field


class Written(BaseModel):
    """Something that stands in a file of ours: a misspelt word must not be passed over."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Written):
    """Where a value is written, and what we add about it."""

    act: str
    article: str
    note: str | None = None


class Dated(Written):
    """In force from a day to a day, both inclusive; no last day: until further notice."""

    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]

    def covers(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


class Enacted(Dated):
    """What the law fixes by date, with its source."""

    source: Source


Row = TypeVar("Row", bound=Dated)


def in_force(rows: Iterable[Row], day: date) -> Row | None:
    """The row of a day; none where the rule of that day is not known here."""
    return next((row for row in rows if row.covers(day)), None)


@cache
def read_data(name: str) -> Any:
    """What a file beside this one says, read once."""
    return yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
