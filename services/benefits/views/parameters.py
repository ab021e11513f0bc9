"""The law as it is known here: what a day takes, and where it is written."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.territory import Municipality
from contracts.values import View
from services.benefits.domain.dated import Dated, Parameter, Source
from services.benefits.domain.parameters import Parameters


class ParameterView(View):
    """One value in force on the day asked for."""

    name: Annotated[str, Field(examples=["criterion_single"])]
    title: Annotated[str, Field(examples=["kryterium dochodowe osoby samotnie gospodarującej"])]
    unit: str | None
    value: Annotated[str, Field(examples=["1010.00"])]
    valid_from: Annotated[date, Field(description="First day, inclusive.")]
    valid_to: Annotated[
        date | None, Field(description="Last day, inclusive; none: until further notice.")
    ]
    of_municipality: Annotated[bool, Field(description="Set by the gmina council.")]
    source: Source


class ParameterList(View):
    """What the law says on a day, by name; `unknown` has no value for it."""

    on: date
    municipality: Municipality | None
    version: Annotated[
        int, Field(description="Rises with every decision about a resolution.", examples=[2])
    ]
    items: list[ParameterView]
    unknown: Annotated[list[str], Field(description="Parameters without a value on this day.")]


def parameters_on(
    day: date, municipality: Municipality | None, parameters: Parameters, *, version: int = 0
) -> ParameterList:
    """Everything in force on a day, in a municipality if one is named."""
    items, unknown = [], []
    everything: list[Parameter] = [  # type: ignore[type-arg] # values of every kind
        *parameters.named.values(),
        *parameters.income_kinds.values(),
        *parameters.schedule_presets.values(),
        *parameters.copayment.values(),
    ]
    for one in everything:
        row = next((row for row in one.rows(municipality) if row.covers(day)), None)
        if row is not None:
            items.append(_view(one, row, row not in one.values))
        elif one.values:  # what councils alone resolve has no value of the country to miss
            unknown.append(one.name)
    return ParameterList(
        on=day, municipality=municipality, version=version, items=items, unknown=unknown
    )


def _view(parameter: Parameter, row: Dated, own: bool) -> ParameterView:  # type: ignore[type-arg]
    return ParameterView(
        name=parameter.name,
        title=parameter.title,
        unit=parameter.unit,
        value=str(row.value),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        of_municipality=own,
        source=row.source,
    )
