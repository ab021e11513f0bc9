"""A cohort of households as columns: generated from a seed, or read from a file; nobody by name."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Annotated, Any, Self

import numpy as np
from pydantic import Discriminator, Field, Tag, model_validator

from contracts.values import Amount, CohortId, Command
from services.benefits.domain.dated import Exact
from services.benefits.domain.exact import Column
from services.benefits.domain.money import grosze

BLOCK = 12_288
"""Households that are made up of one stream of chance."""
CHUNK = 8 * BLOCK
"""Households worked out at once. Fewer, and the threads of all cores wait for the interpreter: an
operation on a column must last far longer than its call. More, and the columns leave the cache."""
MOST_HOUSEHOLDS = 10_000_000


@dataclass(frozen=True)
class Cohort:
    """Columns of a chunk of households, all of one length; amounts in grosze a month."""

    persons: Column
    to_5: Column
    to_18: Column
    to_24: Column
    income: Column
    """Of art. 8 u.p.s. besides wages, before and after the job."""
    gross: Column
    """The gross wage of the job that is taken."""
    unable: Column
    """1 where an adult is unable to work, else 0."""

    def __len__(self) -> int:
        """How many households."""
        return len(self.persons)

    @property
    def adults(self) -> Column:
        """Who is no child of the household."""
        return self.persons - self.to_5 - self.to_18 - self.to_24

    def part(self, first: int, last: int) -> "Cohort":
        """The households from one to before another."""
        return Cohort(**{one.name: getattr(self, one.name)[first:last] for one in fields(self)})


Share = Annotated[Exact, Field(ge=0, le=1, decimal_places=4)]


class Generated(Command):
    """A cohort that is made up: the same households for the same seed, however many are asked for.

    The shares are assumptions of whoever asks, no statistics.
    """

    households: Annotated[int, Field(ge=1, le=MOST_HOUSEHOLDS, examples=[100_000])]
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] = 1
    lone: Annotated[Share, Field(description="Persons who live alone.")] = Decimal("0.45")
    with_income: Annotated[Share, Field(description="Households with another income.")] = Decimal(
        "0.60"
    )
    unable: Annotated[Share, Field(description="With an adult unable to work.")] = Decimal("0.15")
    income_most: Annotated[Amount, Field(description="Of another income; evenly spread.")] = (
        Decimal("2500.00")
    )
    wage_least: Amount = Decimal("2403.00")
    wage_most: Annotated[Amount, Field(description="Gross; evenly spread.")] = Decimal("6500.00")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.wage_least > self.wage_most:
            raise ValueError("the least wage is not above the most")
        return self


class Uploaded(Command):
    """A cohort of a file that your institution uploaded."""

    uploaded: CohortId


def _kind(said: Any) -> str:
    named = "uploaded" in said if isinstance(said, dict) else isinstance(said, Uploaded)
    return "uploaded" if named else "generated"


CohortChoice = Annotated[
    Annotated[Generated, Tag("generated")] | Annotated[Uploaded, Tag("uploaded")],
    Discriminator(_kind),
]
"""Households that are made up, or those of a file."""


def chunk_of(made: Generated, number: int) -> Cohort:
    """One chunk of a generated cohort, by its number from 0."""
    first = number * CHUNK
    count = min(CHUNK, made.households - first)
    blocks = [_block(made, n) for n in range(first // BLOCK, -(-(first + count) // BLOCK))]
    names = [one.name for one in fields(Cohort)]
    whole = Cohort(
        **{name: np.concatenate([getattr(one, name) for one in blocks]) for name in names}
    )
    return whole.part(0, count)


def _block(made: Generated, number: int) -> Cohort:
    """A whole block, also where fewer households are asked for: so they are always the same ones."""
    chance = np.random.Generator(np.random.PCG64(np.random.SeedSequence((made.seed, number))))
    lone = chance.random(BLOCK) < float(made.lone)
    adults = np.where(lone, 1, chance.integers(1, 3, BLOCK))
    kids = np.where(lone, 0, chance.multinomial(1, _KIDS, BLOCK).argmax(axis=1))
    small = chance.binomial(kids, _SMALL)
    students = chance.binomial(kids - small, _STUDENTS)
    income = chance.integers(0, grosze(made.income_most) + 1, BLOCK)
    wage = chance.integers(grosze(made.wage_least), grosze(made.wage_most) + 1, BLOCK)
    return Cohort(
        persons=adults + kids,
        to_5=small,
        to_18=kids - small - students,
        to_24=students,
        income=np.where(chance.random(BLOCK) < float(made.with_income), income, 0),
        # Wages end in whole złoty, as contracts do.
        gross=wage // 100 * 100,
        unable=(chance.random(BLOCK) < float(made.unable)).astype(np.int64),
    )


def chunks(households: int) -> Iterator[int]:
    """The numbers of all chunks of so many households."""
    yield from range(-(-households // CHUNK))


_KIDS = (0.35, 0.28, 0.24, 0.13)
"""Of households that are not of one person: none, one, two, three children."""
_SMALL, _STUDENTS = 0.35, 0.15
