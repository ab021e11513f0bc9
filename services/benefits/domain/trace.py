"""The written working of a computation: enough to justify a decision and to repeat it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict

from contracts.values import Month
from services.benefits.domain.dated import Dated
from services.benefits.domain.exact import Ratio
from services.benefits.domain.law import Law, ParameterUsed

PROGRAMME = "programme rules"
"""Stands for the article where no statute speaks, only the rules of the support programme."""


class _Noted(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


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


Told = dict[str, Any]
"""A working as plain data."""


class Working:
    """The law of one computation, and the trace of it that is collected while it is made."""

    writes = True

    def __init__(self, law: Law, computes: str, *, pl: str, inputs: dict[str, str]) -> None:
        self.law = law
        self._computes = computes
        self._pl = pl
        self._inputs = inputs
        self._used: dict[str, ParameterUsed] = {}
        self._steps: list[tuple[str, str, str, str, str]] = []

    @property
    def blank(self) -> bool:
        """Whether nothing was written."""
        return not self._steps

    @property
    def used(self) -> Iterable[str]:
        """Which values of the law it asked for."""
        return self._used

    @property
    def says(self) -> object:
        """What it says, whatever its month: two with the same say the same."""
        return self._computes, tuple(self._steps)

    @property
    def month(self) -> Month:
        """The month whose law it is."""
        return self.law.month

    def amount(self, name: str) -> int:
        """A value of the law in grosze; its source is noted."""
        self._note(name)
        return self.law.amount(name)

    def ratio(self, name: str) -> Ratio:
        """A share of the law; its source is noted."""
        self._note(name)
        return self.law.ratio(name)

    def number(self, name: str) -> int:
        """A whole number of the law; its source is noted."""
        self._note(name)
        return self.law.number(name)

    def article(self, name: str) -> str:
        """Where a value is written."""
        return self.law.article(name)

    def text(self, name: str) -> str:
        """A value as it stands in the act."""
        return self.law.text(name)

    def take(self, name: str) -> Dated[Any]:
        """A row of a code list in force; its source is noted."""
        self._note(name)
        return self.law.row(name)

    def step(self, says: str, *, pl: str, article: str, calculation: str, result: str) -> None:
        """Note one move."""
        self._steps.append((says, pl, article, calculation, result))

    def trace(self, *parts: Trace) -> Trace:
        """Finish the working; `parts` are the workings it stands on."""
        return Trace(
            computes=self._computes,
            pl=self._pl,
            month=self.month,
            inputs=self._inputs,
            parameters=tuple(self._used.values()),
            steps=tuple(
                Step(says=says, pl=pl, article=article, calculation=calculation, result=result)
                for says, pl, article, calculation, result in self._steps
            ),
            parts=parts,
        )

    def told(self) -> Told:
        """The same as plain data, for an answer that nobody keeps."""
        return {
            "computes": self._computes,
            "pl": self._pl,
            "month": self.month,
            "inputs": self._inputs,
            "parameters": [used.told for used in self._used.values()],
            "steps": [
                {"says": a, "pl": b, "article": c, "calculation": d, "result": e}
                for a, b, c, d, e in self._steps
            ],
        }

    def _note(self, name: str) -> None:
        if name not in self._used:
            self._used[name] = self.law.used(name)
