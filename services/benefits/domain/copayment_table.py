"""A table of co-payment for care (tabela odpłatności, art. 50 ust. 6 u.p.s.): bands of income."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from services.benefits.domain.dated import Exact, Percent, Written
from services.benefits.domain.exact import Ratio

TableName = Annotated[
    str, StringConstraints(pattern=r"^[A-Z0-9-]{1,40}$"), Field(examples=["LIPNICA-2023"])
]
"""Name of a row in `parameters/copayment.yaml`."""


class Band(Written):
    """Incomes above the band before and up to `up_to` percent of the criterion, which still belongs to it.

    What is paid is in percent of the cost of an hour: by a lone person, and by one in a family.
    """

    up_to: Annotated[
        Exact | None,
        Field(
            gt=0, le=100_000, decimal_places=2, description="None: however much.", examples=["100"]
        ),
    ] = None
    single: Annotated[Percent, Field(examples=["0"])]
    family: Annotated[Percent, Field(examples=["0"])]

    def share(self, *, lone: bool) -> Ratio:
        """What of the cost the client pays, as an exact fraction."""
        percent = self.single if lone else self.family
        return Ratio(*(percent / 100).as_integer_ratio())


def _in_order(bands: Sequence[Band]) -> Sequence[Band]:
    *closed, last = bands
    ends = [band.up_to for band in closed]
    rising = all(b and c and b < c for b, c in pairwise(ends))
    if last.up_to is not None or None in ends or not rising:
        raise ValueError("bands rise one after another, and only the last has no end")
    return bands


class CopaymentTable(Written):
    """The bands of one gmina, in rising order; the last has no end, so every income has a band."""

    bands: Annotated[tuple[Band, ...], Field(min_length=1, max_length=30)]

    @model_validator(mode="after")
    def _every_income_has_one(self) -> Self:
        _in_order(self.bands)
        return self

    def band(self, income: int, criterion: int) -> Band:
        """The band of an income, both in grosze: 1010.00 of 1010.00 lies in the first, 1010.01 does not."""
        # Multiplied out and never divided: at an edge a rounded percentage would choose wrongly.
        return next(
            band
            for band in self.bands
            if band.up_to is None or income * 100 <= band.up_to * criterion
        )

    def __str__(self) -> str:
        """The bands in one line, as a list of parameters shows them."""
        return "; ".join(
            f"{'above' if b.up_to is None else f'≤ {b.up_to} %'}: {b.single} / {b.family}"
            for b in self.bands
        )
