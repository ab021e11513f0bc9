"""Cliffs: incomes at which a grosz more takes away złoty (T06 of domain 4B)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from services.benefits.domain.exact import Number
from services.benefits.domain.law import Law
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.position import Family, MonthMeans, NoPaper, position


@dataclass(frozen=True)
class Cliff:
    """An income at which benefits fall at once; grosze a month."""

    at: int
    """Income of art. 8 u.p.s. of the household, before benefits."""
    loses: int
    """How much less in benefits with this income than with a grosz less."""
    passed: bool
    """Whether the household with the job has this income or more."""


def cliffs_of(law: Law, family: Family, means: MonthMeans, own: int | None) -> Iterator[Cliff]:
    """The cliffs of a household under the law of a month, lowest first.

    Its income is thought to grow as a wage does: that of the adult unable to work (`own`, which of
    them) if she is the one whose case it is, else another's.
    """
    for income, loses in _falls(law, family, own, means.unable_incomes):
        yield Cliff(income, loses, int(means.counted) >= income)


# Kept: they are those of the law and the kind of household, whoever asks.
@lru_cache(maxsize=4096)
def _falls(
    law: Law, family: Family, own: int | None, unable_incomes: tuple[Number, ...]
) -> tuple[tuple[int, int], ...]:
    def benefits(income: int) -> int:
        unable = list(unable_incomes)
        if own is not None:
            unable[own] = income
        thought = MonthMeans(income, income, income, tuple(unable))
        return int(sum(position(NoPaper(law), family, thought).benefits.values()))

    found = ((at, benefits(at - 1) - benefits(at)) for at in sorted(_candidates(law, family)))
    return tuple((income, loses) for income, loses in found if loses > 1)


def _candidates(law: Law, family: Family) -> set[int]:
    """Where any benefit has a threshold: nowhere else can one end at once."""
    persons = int(family.persons)
    found = {int(social_criterion(law, persons)), law.amount("criterion_family")}
    # The income per person is rounded: it reaches the criterion a little earlier.
    found.add(law.amount("criterion_family") * persons - persons // 2)
    if family.computes_family_allowance and family.reference_income is None:
        kids = family.children
        full = (
            kids.to_5 * law.amount("rodzinny_to_5")
            + kids.to_18 * law.amount("rodzinny_to_18")
            + kids.to_24 * law.amount("rodzinny_to_24")
        )
        name = "rodzinny_threshold_disabled" if family.disabled_child else "rodzinny_threshold"
        last = persons * law.amount(name) + full - law.amount("rodzinny_least")
        found.add(int(last) + 1)
    return found
