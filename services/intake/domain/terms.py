"""How long an answer may take and an emergency may last, by date; the values stand in `terms.yaml`."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from contracts.working_days import on_or_after

_FILE = Path(__file__).with_name("terms.yaml")


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Written):
    """Where a value is written, and what we add about it."""

    act: str
    article: str
    note: str | None = None


class Dated(_Written):
    """A value in force from a day to a day, both inclusive."""

    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]
    value: Annotated[int, Field(ge=1)]
    source: Source


class Term(_Written):
    """One term; `title` is its Polish name."""

    title: str
    unit: str
    values: Annotated[tuple[Dated, ...], Field(min_length=1)]

    def on(self, day: date) -> int:
        """The value in force on the day."""
        return next(
            v.value
            for v in self.values
            if v.valid_from <= day and (v.valid_to is None or day <= v.valid_to)
        )


def answer_due(asked_on: date) -> date:
    """The last day, inclusive, on which a request for access is answered in time."""
    days = timedelta(days=_terms()["answer_days"].on(asked_on))
    return on_or_after(asked_on + days)


def glass_lasts(day: date) -> timedelta:
    """How long a record opened in an emergency stays open."""
    return timedelta(hours=_terms()["glass_hours"].on(day))


@cache
def _terms() -> dict[str, Term]:
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return TypeAdapter(dict[str, Term]).validate_python(rows)
