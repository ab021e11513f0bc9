"""A planned law beside today's: a variant of a simulation may say what some values would be."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from contracts.territory import Municipality
from contracts.values import Command
from services.benefits.domain.dated import Dated, Source
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.resolution import LawChange, LawValue, ParameterName
from services.benefits.domain.resolved import Resolved

_ALWAYS = (date(1900, 1, 1), date(2199, 12, 31))
_PLANNED = Source(act="wartość planowana", article="")


class PlannedValue(Command):
    """A value of the law as it would be, the whole time."""

    name: ParameterName
    value: LawValue


def check_planned(values: tuple[PlannedValue, ...], known: Parameters, *, at: str) -> None:
    """Refuse what the law cannot take."""
    for n, one in enumerate(values):
        LawChange(parameter=one.name, value=one.value).check(known, at=f"{at}/{n}")


# Kept: a law is known by what it is, and every chunk of a cohort asks for the same.
@lru_cache(maxsize=64)
def planned_law(
    values: tuple[PlannedValue, ...], municipality: Municipality | None, known: Parameters
) -> Parameters:
    """The law with these values in place of its own, whatever a council resolved there."""
    if not values:
        return known
    first, last = _ALWAYS
    rows = []
    for one in values:
        row = Dated[Decimal].model_validate(
            {"from": first, "to": last, "value": one.value, "source": _PLANNED}
        )
        own = municipality if municipality in known.named[one.name].municipalities else None
        rows += [Resolved(one.name, code, row) for code in {None, own}]
    return known.with_resolutions(rows)
