"""The periodic allowance (zasiłek okresowy, art. 38 u.p.s.)."""

from services.benefits.domain.exact import Number, Truth, choose, least, most, part
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written


def periodic_allowance(at: Desk, *, persons: Number, income: Number) -> Number:
    """Grosze for a full month; 0 when not entitled.

    `income` is that of art. 8 u.p.s. of the whole household, in grosze a month. One person is a
    lone person (osoba samotnie gospodarująca); two or more are a family (rodzina).
    """
    lone = persons == 1
    criterion = _criterion(at, persons)
    entitled = income < criterion
    if at.writes:
        at.step(
            "The income must be strictly lower than the criterion",
            pl="Dochód musi być niższy od kryterium",
            article="art. 38 ust. 1 u.p.s.",
            calculation=f"{written(income)} < {written(criterion)}",
            result="entitled" if entitled else "not entitled",
        )
    return choose(
        entitled, lambda: _amount_from_2015_10_01(at, criterion - income, lone), _nothing
    )


def social_criterion(at: Desk, persons: Number) -> Number:
    """The income criterion of a household (kryterium dochodowe, art. 8 ust. 1 u.p.s.), grosze."""
    return choose(
        persons == 1,
        lambda: at.amount("criterion_single"),
        lambda: at.amount("criterion_family") * persons,
    )


def _criterion(at: Desk, persons: Number) -> Number:
    criterion = social_criterion(at, persons)
    if at.writes:
        name = "criterion_single" if persons == 1 else "criterion_family"
        at.step(
            "Criterion of a lone person"
            if persons == 1
            else "Criterion of the family: persons × criterion",
            pl="Kryterium osoby samotnie gospodarującej" if persons == 1 else "Kryterium rodziny",
            article=at.article(name),
            calculation=f"{persons} × {at.text(name)}",
            result=written(criterion),
        )
    return criterion


def _amount_from_2015_10_01(at: Desk, gap: Number, lone: Truth) -> Number:
    # The formula for every month whose parameters are known so far. When the law changes its
    # shape and not only its amounts, the new one stands beside it and the month chooses.
    share = at.ratio("okresowy_share")
    amount = part(gap, share)
    if at.writes:
        at.step(
            "Share of the gap between criterion and income",
            pl="Część różnicy między kryterium a dochodem",
            article=at.article("okresowy_share"),
            calculation=f"{at.text('okresowy_share')} × {written(gap)}",
            result=written(amount),
        )
    amount = choose(lone, lambda: _capped(at, amount), lambda: amount)
    minimum = at.amount("okresowy_minimum")
    if at.writes:
        at.step(
            "At least the minimum",
            pl="Nie mniej niż kwota minimalna",
            article=at.article("okresowy_minimum"),
            calculation=f"max({written(amount)}, {written(minimum)})",
            result=written(most(amount, minimum)),
        )
    return most(amount, minimum)


def _capped(at: Desk, amount: Number) -> Number:
    cap = at.amount("okresowy_single_cap")
    if at.writes:
        at.step(
            "A lone person gets at most the cap; a family has none",
            pl="Osoba samotnie gospodarująca: nie więcej niż kwota maksymalna",
            article=at.article("okresowy_single_cap"),
            calculation=f"min({written(amount)}, {written(cap)})",
            result=written(least(amount, cap)),
        )
    return least(amount, cap)


def _nothing() -> Number:
    return 0
