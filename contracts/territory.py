"""The register of municipalities (TERC of the TERYT register, Statistics Poland, 2024-01-01)."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from contracts.values import kept

REGISTER_OF = date(2024, 1, 1)
"""The day whose register this is. What was founded since is not known, what was abolished before is refused."""


class Unit(NamedTuple):
    """A voivodeship, county or municipality (jednostka podziału terytorialnego)."""

    code: str
    name: str
    kind: str
    parent: str


@cache
def register() -> dict[str, Unit]:
    """Every unit by its code; about 2,900 rows, read once."""
    with (files("contracts") / "data" / "terc.csv").open(encoding="utf-8") as lines:
        return {row["code"]: Unit(**row) for row in csv.DictReader(lines)}


def _known_municipality(code: str, info: ValidationInfo) -> str:
    unit = register().get(code)
    if not kept(info) and (unit is None or not unit.kind.endswith("municipality")):
        raise ValueError(f"no such municipality in the TERC register of {REGISTER_OF}")
    return code


def _known_unit(code: str, info: ValidationInfo) -> str:
    if not kept(info) and code not in register():
        raise ValueError(f"no such unit in the TERC register of {REGISTER_OF}")
    return code


Municipality = Annotated[
    str,
    StringConstraints(pattern=r"^[0-9]{7}$"),
    AfterValidator(_known_municipality),
    Field(examples=["2478011"]),
]
"""TERC code of a municipality (gmina), seven digits."""

Territory = Annotated[
    str,
    StringConstraints(pattern=r"^([0-9]{2}|[0-9]{4}|[0-9]{7})$"),
    AfterValidator(_known_unit),
    Field(examples=["2478"]),
]
"""TERC code of a voivodeship, county or municipality."""
