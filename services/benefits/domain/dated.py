"""A value of the law by date, with its source; how it may be written."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any, Generic, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from contracts.territory import Municipality
from kernel.refusals import Kind, Refusal


class ParameterUnknown(Refusal):
    """The law of that month is not known here: a parameter has no value for it."""

    kind = Kind.INVALID
    pl = "Nie znamy przepisów z tego miesiąca: brakuje jednej z wartości ustawowych."


_FORM = r"^-?[0-9]{1,12}(\.[0-9]{1,12})?$"


def _exact(value: Any) -> Any:
    # YAML reads 0.1 as a binary float; the error would only show in somebody's grosze.
    if isinstance(value, float):
        raise ValueError("quote the number: a float is not exact")  # noqa: TRY004 pydantic's way
    if isinstance(value, str) and not re.fullmatch(_FORM, value):
        raise ValueError("is written in digits, like 0.25")
    return value


Exact = Annotated[
    Decimal,
    BeforeValidator(_exact, json_schema_input_type=Annotated[str, Field(pattern=_FORM)] | int),
]
"""An amount in złoty or a share, as it stands in the act."""

Percent = Annotated[Exact, Field(ge=0, le=100, decimal_places=4, examples=["75"])]
"""Part of the lost benefit that is paid, in percent, both bounds inclusive."""

T = TypeVar("T")


class Written(BaseModel):
    """Data of a file of parameters: nothing in it is unknown to us."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Written):
    """Where a value is written, and what we add about it."""

    act: str
    article: str
    note: str | None = None


class Dated(Written, Generic[T]):
    """A value in force from a day to a day, both inclusive; no last day: until further notice."""

    valid_from: Annotated[date, Field(alias="from")]
    valid_to: Annotated[date | None, Field(alias="to")]
    value: T
    source: Source

    def covers(self, day: date) -> bool:
        """Whether the value is in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def _in_order(values: tuple[Dated[T], ...]) -> bool:
    return all(row.valid_to is None or row.valid_from <= row.valid_to for row in values) and all(
        earlier.valid_to is not None and earlier.valid_to < later.valid_from
        for earlier, later in pairwise(values)
    )


class Parameter(Written, Generic[T]):
    """One thing the law fixes, by date; where a gmina council may set its own, by TERC code too.

    `title` is the Polish statutory term; `least` and `most` bound what may be resolved, inclusive.
    """

    name: str
    title: str
    unit: str | None = None
    municipal: bool = False
    """Whether a gmina council may set its own."""
    least: Exact | None = None
    most: Exact | None = None
    values: tuple[Dated[T], ...]
    municipalities: dict[Municipality, tuple[Dated[T], ...]] = {}

    @model_validator(mode="after")
    def _one_value_a_day(self) -> Self:
        if not all(_in_order(rows) for rows in (self.values, *self.municipalities.values())):
            raise ValueError(f"{self.name}: values must follow one another without overlap")
        return self

    def rows(self, municipality: Municipality | None) -> tuple[Dated[T], ...]:
        """The municipality's own values, then the general ones."""
        own = self.municipalities.get(municipality, ()) if municipality else ()
        return (*own, *self.values)

    def on(self, day: date, municipality: Municipality | None = None) -> Dated[T]:
        """Find the value in force on the day: the municipality's own, else the general one."""
        for row in self.rows(municipality):
            if row.covers(day):
                return row
        raise ParameterUnknown(parameter=self.name, month=f"{day:%Y-%m}")
