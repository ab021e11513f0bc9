"""A small change of income leaves a benefit as it is (art. 106 ust. 3a u.p.s.)."""

from services.benefits.domain.exact import part
from services.benefits.domain.money import written
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.position import Family, MonthMeans, Paper


def tolerated(paper: Paper, family: Family, was: MonthMeans, now: MonthMeans) -> bool:
    """Whether the income changed, and by no more than a tenth of the criterion of a person here.

    The criterion is that of a lone person, or that per person in a family: 101.00 and 82.30 in 2026.
    """
    change = abs(int(now.counted - was.counted))
    if not change:
        return False
    persons = int(family.persons)
    at = paper.open("change of income", "zmiana dochodu")
    criterion = int(social_criterion(at, persons)) // persons
    tolerance = int(part(criterion, at.ratio("tolerance_share")))
    small = change <= tolerance
    at.step(
        "A change of income of at most a tenth of the criterion has no effect",
        pl="Zmiana dochodu nieprzekraczająca 10 % kryterium nie wpływa na świadczenie",
        article=at.article("tolerance_share"),
        calculation=f"{written(change)} ≤ {written(tolerance)}",
        result="no effect" if small else "worked out anew",
    )
    return small
