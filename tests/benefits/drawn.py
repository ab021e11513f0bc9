"""Households, incomes and schedules drawn by chance, for properties of what-if."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from contracts.incomes import IncomeKind
from services.benefits.domain.dated import Dated
from services.benefits.domain.household import Receipt, Relation
from services.benefits.domain.money import GROSZ
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.parameters import load_parameters
from services.benefits.domain.position import Scope
from services.benefits.domain.resolved import Resolved
from services.benefits.domain.schedule_choice import ScheduleChoice, StartRule
from services.benefits.domain.unemployment import BenefitLevel, JobFoundBy
from services.benefits.domain.what_if import LostBenefitMode, WhatIf

# That of 2027 is not in the files yet, and an award may run into 2029.
_WAGE_AHEAD = Dated[Decimal].model_validate(
    {
        "from": "2027-01-01",
        "to": None,
        "value": "5000.00",
        "source": {"act": "made up", "article": "§ 1"},
    }
)
KNOWN = load_parameters().with_resolutions([Resolved("minimum_wage", None, _WAGE_AHEAD)])
ZABRZE = "2478011"
# Month ends and leap days are where proration breaks, so they are drawn on purpose.
EDGES = [
    date(2016, 12, 31), date(2020, 2, 29), date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1),
    date(2026, 1, 31), date(2026, 2, 28), date(2026, 11, 30),
]  # fmt: skip
days = st.one_of(st.sampled_from(EDGES), st.dates(date(2016, 12, 1), date(2026, 11, 30)))
amounts = st.integers(0, 1_500_000).map(lambda grosze: grosze * GROSZ)
# At the thresholds a benefit ends.
_EDGE = ["1010.00", "1009.99", "823.00", "822.99", "1646.00", "3292.00", "3291.99", "0.00", "0.01"]
near = st.one_of(amounts, st.sampled_from(_EDGE).map(Decimal))
shares = st.integers(1, 9_999).map(lambda n: Decimal(n).scaleb(-4))
kinds = st.sampled_from(
    [kind for kind in IncomeKind if KNOWN.income_kinds[kind].values[0].valid_from.year < 2017]
)


@st.composite
def limits(draw: st.DrawFn) -> dict[str, Any]:
    """What no month and no award may pass: some of them, or none."""
    drawn: dict[str, Any] = {
        "cap_month": draw(st.none() | amounts),
        "cap_month_of_criterion": draw(st.none() | shares),
        "cap_total": draw(st.none() | amounts),
        "min_payment": draw(st.none() | st.integers(0, 10_000).map(lambda g: g * GROSZ)),
        "max_months": draw(st.none() | st.integers(1, 36)),
    }
    if draw(st.booleans()):
        drawn["independence"] = {"months": draw(st.integers(1, 6))}
    return drawn


@st.composite
def steps(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Runs of months one after another, with any percentages."""
    first, runs = 1, []
    for length in draw(st.lists(st.integers(1, 12), min_size=1, max_size=3)):
        percent = draw(st.integers(0, 1_000_000)) * Decimal("0.0001")
        runs.append({"from": first, "to": first + length - 1, "percent": percent})
        first += length
    return runs


forms = st.one_of(
    st.fixed_dictionaries({"preset": st.sampled_from(sorted(KNOWN.schedule_presets))}),
    st.fixed_dictionaries({"steps": steps()}),
    st.fixed_dictionaries({"linear": st.integers(1, 36)}),
    st.fixed_dictionaries(
        {"geometric": st.fixed_dictionaries({"share": shares, "floor": amounts})}
    ),
    st.fixed_dictionaries({"fixed": st.lists(amounts, min_size=1, max_size=36)}),
    st.fixed_dictionaries(
        {"taper": st.fixed_dictionaries({"share": shares, "allowance": amounts})}
    ),
)


@st.composite
def schedules(draw: st.DrawFn) -> ScheduleChoice:
    """Every form, with what it needs, from any day, within any limits."""
    return ScheduleChoice.model_validate(
        draw(forms)
        | {
            "allowance": draw(amounts),
            "exchange_rate": Decimal("4.2500"),
            "start_rule": draw(st.sampled_from(StartRule)),
            "limits": draw(limits()),
        }
    )


@st.composite
def members(draw: st.DrawFn) -> list[dict[str, Any]]:
    """An applicant, other adults, children of every age of the law."""
    found: list[dict[str, Any]] = [
        {
            "age": draw(st.integers(18, 70)),
            "relation": Relation.APPLICANT,
            "unable_to_work": draw(st.booleans()),
        }
    ]
    for _ in range(draw(st.integers(0, 2))):
        unable = {"unable_to_work": draw(st.booleans())}
        found.append({"age": draw(st.integers(18, 90)), "relation": Relation.SPOUSE} | unable)
    for _ in range(draw(st.integers(0, 4))):
        more = {"disabled": draw(st.booleans()), "in_education": draw(st.booleans())}
        found.append({"age": draw(st.integers(0, 25)), "relation": Relation.CHILD} | more)
    return found


@st.composite
def receipts(draw: st.DrawFn, persons: int, first: date) -> list[Receipt]:
    """What comes in during a month, to whomever of the household."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        member = draw(st.integers(0, persons - 1))
        form = draw(st.sampled_from(["monthly", "gross", "hectares", "one_off"]))
        said: dict[str, Any] = {"kind": draw(kinds), "member": member, "monthly": draw(near)}
        if form == "gross" and first >= WAGES:
            said = {"kind": IncomeKind.EMPLOYMENT, "member": member, "gross": draw(amounts)}
        elif form == "hectares":
            said = {"kind": IncomeKind.FARM, "member": member, "hectares": draw(shares)}
        elif form == "one_off":
            paid = {"one_off": draw(amounts), "paid_in": month_of(first)}
            said = {"kind": IncomeKind.OTHER, "member": member} | paid
        found.append(Receipt.model_validate(said))
    return found


WAGES, _HOMES = date(2024, 8, 1), date(2025, 4, 1)
"""From when on the law that a net wage and a housing allowance need is known here."""


@st.composite
def what_ifs(draw: st.DrawFn) -> WhatIf:
    """A household and a job."""
    day, people = draw(days), draw(members())
    household: dict[str, Any] = {"members": people}
    if day >= _HOMES and draw(st.booleans()):
        household["home"] = {"expenses": draw(amounts), "area": Decimal("48.50")}
    if draw(st.booleans()):
        household["family_allowance"] = {"reference_income": draw(st.none() | near)}
    asked: dict[str, Any] = {
        "on": day,
        "municipality": ZABRZE,
        "household": household,
        "incomes_before": draw(receipts(len(people), day)),
        "incomes_after": draw(receipts(len(people), day)),
        "scope": draw(st.sampled_from(Scope)),
        "lost_benefit_mode": draw(st.sampled_from(LostBenefitMode)),
        "schedule": draw(schedules()),
    }
    if draw(st.booleans()):
        later = shifted(month_of(day), draw(st.integers(1, 12)))
        asked["incomes_later"] = [{"from": later, "incomes": draw(receipts(len(people), day))}]
    if day >= WAGES and draw(st.booleans()):
        asked["unemployment"] = {
            "level": draw(st.sampled_from(BenefitLevel)),
            "months_before": draw(st.integers(0, 6)),
            "job_found_by": draw(st.none() | st.sampled_from(JobFoundBy)),
        }
    if draw(st.booleans()):
        asked["continuation"] = {"decision_until": draw(days)}
    return WhatIf.model_validate(asked)


def asked_of(row: dict[str, int], schedule: ScheduleChoice | None = None) -> WhatIf:
    """One household of a cohort as a what-if."""
    kids = row["to_5"] + row["to_18"] + row["to_24"]
    people: list[dict[str, Any]] = [{"age": 40, "relation": "applicant"}]
    people += [{"age": 41, "relation": "spouse"}] * (row["persons"] - kids - 1)
    # One who is unable to work is another than who takes the job; alone, she is both.
    people[-1] = people[-1] | {"unable_to_work": bool(row["unable"])}
    people += [{"age": 3, "relation": "child"}] * row["to_5"]
    people += [{"age": 9, "relation": "child"}] * row["to_18"]
    people += [{"age": 20, "relation": "child", "in_education": True}] * row["to_24"]
    hers = row["persons"] - kids - 1
    income = {"kind": "other", "monthly": f"{row['income'] / 100:.2f}", "member": hers}
    wage = {"kind": "employment", "gross": f"{row['gross'] / 100:.2f}", "member": 0}
    return WhatIf.model_validate(
        {
            "on": "2026-03-01",
            "municipality": ZABRZE,
            "household": {"members": people, "family_allowance": {}},
            "incomes_before": [income],
            "incomes_after": [income, wage],
            "schedule": schedule or ScheduleChoice(),
        }
    )


@st.composite
def rows(draw: st.DrawFn) -> dict[str, int]:
    """One household of a cohort."""
    to_5, to_18, to_24 = (draw(st.integers(0, 2)) for _ in range(3))
    return {
        "persons": to_5 + to_18 + to_24 + draw(st.integers(1, 2)),
        "to_5": to_5,
        "to_18": to_18,
        "to_24": to_24,
        "income": int(draw(near) * 100),
        "gross": draw(st.integers(0, 1_000_000)),
        "unable": draw(st.integers(0, 1)),
    }
