"""What a what-if answers: before and after, month by month, where it falls, and why."""

from typing import Annotated, Any

import orjson
from pydantic import Field

from contracts.values import Amount, Month, View
from services.benefits.domain.exact import Number
from services.benefits.domain.money import written
from services.benefits.domain.position import Benefit, Position, Scope
from services.benefits.domain.what_if import Answer
from services.benefits.domain.what_if_of_client import DeclaredUsed
from services.benefits.views.awards import WorkingView, percent_text

_Money = Annotated[Amount | None, Field(description="Absent: not in question.")]


class StandingView(View):
    """What the household gets in a month: each benefit, what of them counts, and its cash in hand."""

    total: Annotated[Amount, Field(description="Of the benefits in scope.", examples=["1522.00"])]
    income: Annotated[Amount, Field(description="Of art. 8 u.p.s., permanent allowance included.")]
    disposable: Annotated[Amount, Field(description="In hand, 800 plus included.")]
    okresowy: _Money = None
    permanent_allowance: _Money = None
    purpose_benefit: _Money = None
    family_allowance: _Money = None
    housing_allowance: _Money = None
    unemployment_benefit: _Money = None
    activation_supplement: _Money = None


class SupportMonthView(View):
    """One month of support, and what is in hand in it."""

    month: Month
    step: Annotated[int, Field(ge=1, examples=[1])]
    percent: Annotated[
        str | None, Field(examples=["100"], description="None: not a share of the lost benefit.")
    ]
    amount: Amount
    disposable: Annotated[Amount, Field(examples=["6477.85"])]


class CliffView(View):
    """An income at which benefits fall at once."""

    at: Annotated[Amount, Field(description="Income of the household.", examples=["3292.00"])]
    loses: Annotated[Amount, Field(description="Less in benefits than with a grosz less.")]
    passed: Annotated[bool, Field(description="Whether the household with the job is there.")]


class WhatIfView(View):
    """Whether work pays, for a household that nobody knows by name."""

    scope: Scope
    before: StandingView
    after: Annotated[StandingView, Field(description="In the first month of the job.")]
    lost_benefit: Annotated[Amount, Field(examples=["1522.00"])]
    months: list[SupportMonthView]
    total: Annotated[Amount, Field(description="Of all months.", examples=["11415.00"])]
    cliffs: list[CliffView]
    trace: Annotated[list[WorkingView], Field(description="In the order of computation.")]
    declared: Annotated[
        DeclaredUsed | None,
        Field(description="Of a real client: which declarations it rests on."),
    ] = None


def what_if_told(answer: Answer, declared: DeclaredUsed | None = None) -> bytes:
    """The answer as JSON, shaped as WhatIfView: written at once, for it is asked thousands of times."""
    rests_on = {} if declared is None else {"declared": declared.model_dump(mode="json")}
    return orjson.dumps(
        rests_on
        | {
            "scope": answer.scope,
            "before": _standing(answer.before, answer.before.had(answer.scope)),
            "after": _standing(answer.after, answer.after.kept(answer.scope)),
            "lost_benefit": written(answer.lost),
            "months": [
                {
                    "month": one.paid.month,
                    "step": one.paid.step,
                    "percent": percent_text(one.percent),
                    "amount": written(one.paid.amount),
                    "disposable": written(one.disposable),
                }
                for one in answer.months
            ],
            "total": written(answer.total),
            "cliffs": [
                {"at": written(one.at), "loses": written(one.loses), "passed": one.passed}
                for one in answer.cliffs
            ],
            "trace": [working.told() for working in answer.workings],
        }
    )


def _standing(position: Position, total: Number) -> dict[str, Any]:
    told: dict[str, str | None] = {
        "total": written(total),
        "income": written(position.income),
        "disposable": written(position.cash),
    }
    for benefit in Benefit:
        amount = position.benefits.get(benefit)
        told[benefit.value] = None if amount is None else written(amount)
    return told
