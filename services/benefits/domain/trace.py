"""The written working of a computation: enough to justify a decision and to repeat it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from contracts.territory import Municipality
from contracts.values import Month
from services.benefits.domain.months import first_day
from services.benefits.domain.parameters import Dated, Parameter, Source

T = TypeVar("T")

PROGRAMME = "programme rules"
"""Stands for the article where no statute speaks, only the rules of the support programme."""


class _Noted(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ParameterUsed(_Noted):
    """A value of the law as it was applied. Days inclusive; no last day: until further notice."""

    name: str
    title: str
    value: str
    valid_from: date
    valid_to: date | None
    source: Source


class Step(_Noted):
    """One move of the computation: a sentence, its article, the figures and what came out."""

    says: str
    pl: str
    article: str
    calculation: str
    result: str


class Trace(_Noted):
    """Why an amount is what it is: inputs, parameters with sources, steps, earlier workings."""

    computes: str
    pl: str
    month: Month
    inputs: dict[str, str]
    parameters: tuple[ParameterUsed, ...]
    steps: tuple[Step, ...]
    parts: tuple["Trace", ...] = ()


@dataclass(frozen=True)
class Computed:
    """An amount in złoty a month, and the working that led to it."""

    amount: Decimal
    trace: Trace


class Working:
    """Collects the trace of one computation while it is made."""

    def __init__(self, computes: str, *, pl: str, month: Month, inputs: dict[str, object]) -> None:
        self._computes = computes
        self._pl = pl
        self._month = month
        self._inputs = {name: str(value) for name, value in inputs.items()}
        self._parameters: list[ParameterUsed] = []
        self._steps: list[Step] = []

    def take(self, parameter: Parameter[T], municipality: Municipality | None = None) -> Dated[T]:
        """Look the parameter up for the month of this computation and note its source."""
        row = parameter.on(first_day(self._month), municipality)
        used = ParameterUsed(
            name=parameter.name,
            title=parameter.title,
            value=_text(row.value),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            source=row.source,
        )
        if used not in self._parameters:
            self._parameters.append(used)
        return row

    def step(self, says: str, *, pl: str, article: str, calculation: str, result: object) -> None:
        """Note one move."""
        self._steps.append(
            Step(says=says, pl=pl, article=article, calculation=calculation, result=str(result))
        )

    def trace(self, *parts: Trace) -> Trace:
        """Finish the working; `parts` are the workings it stands on."""
        return Trace(
            computes=self._computes,
            pl=self._pl,
            month=self._month,
            inputs=self._inputs,
            parameters=tuple(self._parameters),
            steps=tuple(self._steps),
            parts=parts,
        )


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
