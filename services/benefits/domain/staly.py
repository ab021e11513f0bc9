"""The permanent allowance (zasiłek stały, art. 37 u.p.s.), of a person unable to work."""

from services.benefits.domain.exact import Number, Ratio, Truth, both, choose, least, most, part
from services.benefits.domain.law import Desk
from services.benefits.domain.money import written


def permanent_allowance(
    at: Desk, *, persons: Number, own_income: Number, income: Number
) -> Number:
    """Grosze for a full month of one adult unable to work because of age or incapacity; 0 if not entitled.

    `own_income` is hers, `income` that of the whole household; both of art. 8 u.p.s., a month.
    """
    return choose(
        persons == 1,
        lambda: _lone(at, income),
        lambda: _in_family(at, persons, own_income, income),
    )


def _lone(at: Desk, income: Number) -> Number:
    criterion = at.amount("criterion_single")
    entitled = income < criterion
    if at.writes:
        _test(at, entitled, f"{written(income)} < {written(criterion)}")
    return choose(
        entitled,
        lambda: least(_amount(at, criterion, income), at.amount("staly_maximum")),
        lambda: 0,
    )


def _in_family(at: Desk, persons: Number, own_income: Number, income: Number) -> Number:
    criterion = at.amount("criterion_family")
    # Rounded here: the decision names the income per person.
    each = per_person(income, persons)
    entitled: Truth = both(own_income < criterion, each < criterion)
    if at.writes:
        hers = f"{written(own_income)} < {written(criterion)}"
        _test(at, entitled, f"{hers}; {written(each)} < {written(criterion)}")
    return choose(entitled, lambda: _amount(at, criterion, each), lambda: 0)


def per_person(income: Number, persons: Number) -> Number:
    """The income per person, rounded half up."""
    if type(persons) is int:
        return part(income, Ratio(1, persons))
    return (income * 2 + persons) // (persons * 2)


def _amount(at: Desk, criterion: int, income: Number) -> Number:
    multiple = at.ratio("staly_multiple")
    whole = part(criterion, multiple)
    amount = most(whole - income, at.amount("staly_minimum"))
    if at.writes:
        at.step(
            "A multiple of the criterion minus the income, at least the minimum",
            pl="Wielokrotność kryterium pomniejszona o dochód, nie mniej niż kwota minimalna",
            article=at.article("staly_multiple"),
            calculation=f"max({at.text('staly_multiple')} × {written(criterion)} − "
            f"{written(income)}, {at.text('staly_minimum')})",
            result=written(amount),
        )
    return amount


def _test(at: Desk, entitled: Truth, shown: str) -> None:
    at.step(
        "The income must be strictly lower than the criterion",
        pl="Dochód musi być niższy od kryterium",
        article="art. 37 ust. 1 u.p.s.",
        calculation=shown,
        result="entitled" if entitled else "not entitled",
    )
