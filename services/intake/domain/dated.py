"""What the law fixes by date, as it stands in `parameters/*.yaml`: a value, its days, its source."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

_FOLDER = Path(__file__).with_name("parameters")


class Written(BaseModel):
    """A part of such a file."""

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
    source: Source

    def covers(self, day: date) -> bool:
        """Whether it is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def read_parameters(name: str) -> Any:
    """A file of parameters, not checked yet."""
    return yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
