"""Amounts, shares and code lists of the law by date, each with its source.

The values stand in `parameters/*.yaml`, a file for each benefit or code list. The month of
entitlement chooses among them, never today.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import yaml
from pydantic import BeforeValidator

from contracts.territory import Municipality
from services.benefits.domain.copayment_table import CopaymentTable
from services.benefits.domain.dated import Exact, Parameter, Written
from services.benefits.domain.resolved import Resolved, laid_over
from services.benefits.domain.schedule_choice import PresetForm

T = TypeVar("T")
OF_COUNCILS: Final = "copayment_table"
"""The name under which councils resolve what their own clients pay of their care."""
_FOLDER = Path(__file__).with_name("parameters")


class Treatment(StrEnum):
    """Whether a kind of income enters the income of art. 8 u.p.s."""

    COUNTED = "counted"
    EXCLUDED = "excluded"


def _named(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    return {name: {"name": name, **row} for name, row in rows.items()}


class Parameters(Written):
    """All that is known of the law and of the programme's schedules."""

    named: Annotated[dict[str, Parameter[Exact]], BeforeValidator(_named)]
    """Amounts and shares, by name; a file holds those of one benefit."""
    income_kinds: Annotated[dict[str, Parameter[Treatment]], BeforeValidator(_named)]
    schedule_presets: Annotated[dict[str, Parameter[PresetForm]], BeforeValidator(_named)]
    copayment: Annotated[dict[str, Parameter[CopaymentTable]], BeforeValidator(_named)]
    """What clients pay of their care, by the gmina whose table it is."""

    def __hash__(self) -> int:
        """By identity: what is known of the law is one thing, however much stands in it."""
        return id(self)

    # Not a cached property: a copy with other values would carry the old answer along.
    @property
    def resolved(self) -> AbstractSet[Municipality]:
        """The municipalities whose council set anything of its own."""
        return _resolved(self)

    def with_resolutions(self, rows: Iterable[Resolved]) -> "Parameters":
        """The same law with what was resolved or entered ahead; where both speak, that one counts.

        A nationwide value closes the row it comes after; a council's stands as the gmina's own.
        """
        by_name: dict[str, list[Resolved]] = {}
        for row in rows:
            by_name.setdefault(row.parameter, []).append(row)
        # A file may have lost a name since: what was resolved of it then means nothing.
        changed = {
            listed: known
            | {n: _changed(known[n], its) for n, its in by_name.items() if n in known}
            for listed, known in (("named", self.named), ("copayment", self.copayment))
            if known.keys() & by_name.keys()
        }
        return self.model_copy(update=changed) if changed else self


def _changed(parameter: Parameter[T], rows: list[Resolved]) -> Parameter[T]:
    general = [one.row for one in rows if one.municipality is None]
    own = {code: [one.row for one in rows if one.municipality == code] for code in _codes(rows)}
    mine = parameter.municipalities
    municipalities = mine | {c: laid_over(mine.get(c, ()), its) for c, its in own.items()}
    values = laid_over(parameter.values, general)
    return parameter.model_copy(update={"values": values, "municipalities": municipalities})


def _codes(rows: list[Resolved]) -> set[Municipality]:
    return {one.municipality for one in rows if one.municipality is not None}


@lru_cache(maxsize=64)
def _resolved(parameters: Parameters) -> AbstractSet[Municipality]:
    return {code for one in parameters.named.values() for code in one.municipalities}


_CODE_LISTS = ("income_kinds", "schedule_presets", "copayment")


@cache
def load_parameters() -> Parameters:
    """Read and check the files, once. A name stands in one file alone."""
    files = {
        file.stem: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted(_FOLDER.glob("*.yaml"))
    }
    lists = {name: files.pop(name) for name in _CODE_LISTS}
    named: dict[str, Any] = {}
    for rows in files.values():
        if twice := named.keys() & rows.keys():
            raise ValueError(f"in two files: {sorted(twice)}")
        named |= rows
    return Parameters.model_validate({"named": named, **lists})
