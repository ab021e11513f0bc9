"""Who is affected by a change of the law from a day on: the same households by both laws."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, NamedTuple
from uuid import UUID

import numpy as np
from pydantic import ConfigDict, Field

from contracts.values import ClientId, Command, Day
from services.benefits.domain.cohort import Generated, chunk_of, chunks
from services.benefits.domain.dated import Dated, Source
from services.benefits.domain.declared import Declared
from services.benefits.domain.months import first_day, month_of, shifted
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import Scope
from services.benefits.domain.resolution import LawChange
from services.benefits.domain.resolved import Resolved
from services.benefits.domain.simulation import Simulate, Variant, standings
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.working_out import what_if

MOST_AWARDS: Final = 200
_PREVIEW = Source(act="podgląd zmiany", article="")


class PreviewChanges(Command):
    """Values of the law that would be others from a day on."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "on": "2027-01-01",
                    "changes": [
                        {
                            "parameter": "okresowy_share",
                            "municipality": "2478011",
                            "value": "0.80",
                        }
                    ],
                }
            ]
        }
    )

    on: Annotated[Day, Field(description="From this day on.")]
    changes: Annotated[tuple[LawChange, ...], Field(min_length=1, max_length=20)]
    scope: Scope = Scope.SA
    households: Annotated[
        int, Field(ge=1, le=100_000, description="Made-up households beside the real ones.")
    ] = 16_384
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1

    def law(self, known: Parameters) -> Parameters:
        """The law with the changes. Refuses what the law cannot take."""
        for n, change in enumerate(self.changes):
            change.check(known, at=f"/changes/{n}")
        return known.with_resolutions(planned(self.changes, self.on))


def planned(changes: Iterable[LawChange], on: date) -> list[Resolved]:
    """Changes as values from a day until further notice."""
    return [
        Resolved(
            one.parameter,
            one.municipality,
            Dated[Decimal].model_validate(
                {"from": on, "to": None, "value": one.value, "source": _PREVIEW}
            ),
        )
        for one in changes
    ]


class Standing(NamedTuple):
    """What a household gets in a month, and what a job takes away; grosze."""

    without_job: int
    with_job: int

    @property
    def lost(self) -> int:
        """What support makes up for."""
        return max(0, self.without_job - self.with_job)


@dataclass
class Tally:
    """How many gain and how many lose, and by how much in all; grosze a month."""

    gain: int = 0
    lose: int = 0
    total: int = 0

    def note(self, difference: int) -> None:
        """One household."""
        self.gain += difference > 0
        self.lose += difference < 0
        self.total += difference


@dataclass
class Effect:
    """What a change does to some households."""

    households: int = 0
    without_job: Tally = field(default_factory=Tally)
    with_job: Tally = field(default_factory=Tally)
    lost: Tally = field(default_factory=Tally)

    def note(self, now: Standing, then: Standing) -> bool:
        """One household by both laws; whether it is affected."""
        self.households += 1
        self.without_job.note(then.without_job - now.without_job)
        self.with_job.note(then.with_job - now.with_job)
        self.lost.note(then.lost - now.lost)
        return now != then


@dataclass
class Preview:
    """What came of it."""

    awards: Effect
    cohort: Effect
    affected: dict[UUID, int] = field(default_factory=dict)
    """Awards whose household stands otherwise, and by how much the lost benefit differs; grosze."""
    not_recomputed: Counter[str] = field(default_factory=Counter)
    """Of how many awards nothing can be said, and why."""
    looked_at: list[ClientId] = field(default_factory=list)


def standing_of(
    declared: Declared, started_on: date, *, on: date, scope: Scope, law: Parameters
) -> Standing:
    """How a household would stand in the month of a day, without her job and with it."""
    first, household = month_of(started_on), declared.household
    asked = WhatIf(
        # The month of the day is then the month before, and both are months of that law.
        on=_next_month(on),
        municipality=declared.home,
        household=household,
        incomes_before=declared.receipts_of(shifted(first, -1)),
        incomes_after=declared.receipts_of(first),
        scope=scope,
    )
    answer = what_if(asked, law)
    return Standing(int(answer.before.had(scope)), int(answer.after.kept(scope)))


def effect_on_cohort(command: PreviewChanges, laws: tuple[Parameters, Parameters]) -> Effect:
    """The same over made-up households: of the municipality that is named first, else anywhere."""
    named = (one.municipality for one in command.changes if one.municipality)
    asked = Simulate(
        on=_next_month(command.on),
        municipality=next(named, None),
        cohort=Generated(households=command.households, seed=command.seed),
        variants=(Variant(name="-", scope=command.scope),),
    )
    effect = Effect()
    for number in chunks(command.households):
        chunk = chunk_of(Generated(households=command.households, seed=command.seed), number)
        now, then = (standings(asked, chunk, law) for law in laws)
        effect.households += len(chunk)
        lost = [np.maximum(without - with_job, 0) for without, with_job in (now, then)]
        columns: Mapping[str, np.ndarray] = {
            "without_job": then[0] - now[0],
            "with_job": then[1] - now[1],
            "lost": lost[1] - lost[0],
        }
        for name, difference in columns.items():
            tally: Tally = getattr(effect, name)
            tally.gain += int(np.count_nonzero(difference > 0))
            tally.lose += int(np.count_nonzero(difference < 0))
            tally.total += int(np.sum(difference))
    return effect


def _next_month(day: date) -> date:
    return first_day(shifted(month_of(day), 1))
