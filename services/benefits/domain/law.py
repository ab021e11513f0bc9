"""The law of one month in one municipality, every value ready for the rules as a whole number."""

from datetime import date
from functools import cached_property, lru_cache
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict

from contracts.territory import Municipality
from contracts.values import Month
from services.benefits.domain.dated import Dated, Parameter, Source
from services.benefits.domain.exact import Ratio
from services.benefits.domain.money import grosze, ratio
from services.benefits.domain.months import first_day
from services.benefits.domain.parameters import Parameters


class Desk(Protocol):
    """What a rule has before it: the law, and paper for the working where somebody will read it."""

    writes: bool
    """Whether steps are written down; of a column of households none are."""

    def amount(self, name: str) -> int:
        """A value of the law in grosze."""

    def ratio(self, name: str) -> Ratio:
        """A share of the law."""

    def number(self, name: str) -> int:
        """A whole number of the law: months, persons, years."""

    def text(self, name: str) -> str:
        """A value as it stands in the act."""

    def step(self, says: str, *, pl: str, article: str, calculation: str, result: str) -> None:
        """Write one move down."""

    def article(self, name: str) -> str:
        """Where a value is written."""


class ParameterUsed(BaseModel):
    """A value of the law as it was applied. Days inclusive; no last day: until further notice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    value: str
    valid_from: date
    valid_to: date | None
    source: Source

    @cached_property
    def told(self) -> dict[str, Any]:
        """As plain data: the same for everybody whom the row serves."""
        return self.model_dump(mode="json")

    @classmethod
    def of(cls, parameter: Parameter[Any], row: Dated[Any]) -> "ParameterUsed":
        """A row of a parameter."""
        return cls(
            name=parameter.name,
            title=parameter.title,
            value=_text(row.value),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            source=row.source,
        )


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


class Law:
    """The values in force on the first day of a month; the month of entitlement chooses, never today."""

    writes = False

    def __init__(
        self, month: Month, municipality: Municipality | None, parameters: Parameters
    ) -> None:
        self.month = month
        self._day = first_day(month)
        self._municipality = municipality
        self._parameters = parameters
        self._rows: dict[str, Dated[Any]] = {}
        self._amounts: dict[str, int] = {}
        self._ratios: dict[str, Ratio] = {}
        self._used: dict[str, ParameterUsed] = {}
        self._same: dict[tuple[Law, frozenset[str]], bool] = {}

    def parameter(self, name: str) -> Parameter[Any]:
        """One parameter or code of a list, whole."""
        known = self._parameters
        found: Parameter[Any] | None = (
            known.named.get(name)
            or known.income_kinds.get(name)
            or known.schedule_presets.get(name)
        )
        if found is None:
            raise LookupError(f"no parameter is called {name}")
        return found

    def row(self, name: str) -> Dated[Any]:
        """The row in force; refuses a month whose law is not known."""
        found = self._rows.get(name)
        if found is None:
            found = self.parameter(name).on(self._day, self._municipality)
            self._rows[name] = found
        return found

    def amount(self, name: str) -> int:
        """A value in grosze."""
        found = self._amounts.get(name)
        if found is None:
            found = self._amounts[name] = grosze(self.row(name).value)
        return found

    def ratio(self, name: str) -> Ratio:
        """A share."""
        found = self._ratios.get(name)
        if found is None:
            found = self._ratios[name] = ratio(self.row(name).value)
        return found

    def number(self, name: str) -> int:
        """A whole number."""
        return int(self.row(name).value)

    def article(self, name: str) -> str:
        """Where it is written."""
        return self.row(name).source.article

    def text(self, name: str) -> str:
        """As it stands in the act."""
        return str(self.row(name).value)

    def used(self, name: str) -> ParameterUsed:
        """A value as a working quotes it."""
        found = self._used.get(name)
        if found is None:
            found = self._used[name] = ParameterUsed.of(self.parameter(name), self.row(name))
        return found

    def step(self, says: str, *, pl: str, article: str, calculation: str, result: str) -> None:
        """Nobody reads the working of a column."""

    def same_in(self, other: "Law", names: frozenset[str]) -> bool:
        """Whether these values are written in the same place for both months."""
        if other is self:
            return True
        known = self._same.get((other, names))
        if known is None:
            known = all(self.row(name) is other.row(name) for name in names)
            self._same[other, names] = known
        return known


def law_of(month: Month, municipality: Municipality | None, parameters: Parameters) -> Law:
    """The law of a month there; of a municipality that resolved nothing it is the general one."""
    own = municipality if municipality in parameters.resolved else None
    return _law(month, own, parameters)


@lru_cache(maxsize=4096)
def _law(month: Month, municipality: Municipality | None, parameters: Parameters) -> Law:
    return Law(month, municipality, parameters)
