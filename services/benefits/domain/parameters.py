"""Amounts, shares and code lists of the law by date, each with its source.

The values stand in `parameters/*.yaml`, one file per parameter or code list. The month of
entitlement chooses among them, never today.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Generic, Self, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from contracts.territory import Municipality
from kernel.refusals import Kind, Refusal

_FOLDER = Path(__file__).with_name("parameters")


class ParameterUnknown(Refusal):
    """The law of that month is not known here: a parameter has no value for it."""

    kind = Kind.INVALID
    pl = "Nie znamy przepisów z tego miesiąca: brakuje jednej z wartości ustawowych."


def _no_float(value: Any) -> Any:
    # YAML reads 0.1 as a binary float; the error would only show in somebody's grosze.
    if isinstance(value, float):
        raise ValueError("quote the number: a float is not exact")  # noqa: TRY004 pydantic's way
    return value


Exact = Annotated[Decimal, BeforeValidator(_no_float)]
"""An amount in złoty or a share, as it stands in the act."""

Percent = Annotated[Exact, Field(ge=0, le=100, examples=["75"])]
"""Part of the lost benefit that is paid, in percent, both bounds inclusive."""

T = TypeVar("T")


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(_Written):
    """Where a value is written, and what we add about it."""

    act: str
    article: str
    note: str | None = None


class Dated(_Written, Generic[T]):
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


class Parameter(_Written, Generic[T]):
    """One thing the law fixes, by date; where a gmina council may set its own, by TERC code too.

    `title` is the Polish statutory term.
    """

    name: str
    title: str
    unit: str | None = None
    values: tuple[Dated[T], ...]
    municipalities: dict[Municipality, tuple[Dated[T], ...]] = {}

    @model_validator(mode="after")
    def _one_value_a_day(self) -> Self:
        if not all(_in_order(rows) for rows in (self.values, *self.municipalities.values())):
            raise ValueError(f"{self.name}: values must follow one another without overlap")
        return self

    def on(self, day: date, municipality: Municipality | None = None) -> Dated[T]:
        """Find the value in force on the day: the municipality's own, else the general one."""
        own = self.municipalities.get(municipality, ()) if municipality else ()
        for row in (*own, *self.values):
            if row.covers(day):
                return row
        raise ParameterUnknown(parameter=self.name, month=f"{day:%Y-%m}")


class Treatment(StrEnum):
    """Whether a kind of income enters the income of art. 8 u.p.s."""

    COUNTED = "counted"
    EXCLUDED = "excluded"


def _named(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {"name": name, **row} for name, row in rows.items()}


class Parameters(_Written):
    """All that is known of the law and of the programme's schedules. Field = file name."""

    criterion_single: Parameter[Exact]
    criterion_family: Parameter[Exact]
    okresowy_share: Parameter[Exact]
    okresowy_single_cap: Parameter[Exact]
    okresowy_minimum: Parameter[Exact]
    income_kinds: Annotated[dict[str, Parameter[Treatment]], BeforeValidator(_named)]
    schedule_presets: Annotated[dict[str, Parameter[tuple[Percent, ...]]], BeforeValidator(_named)]


@cache
def load_parameters() -> Parameters:
    """Read and check the files, once."""
    return Parameters.model_validate(
        {
            file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
            for file in sorted(_FOLDER.glob("*.yaml"))
        }
    )
