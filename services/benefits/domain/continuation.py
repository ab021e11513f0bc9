"""The periodic allowance that goes on beside a job (art. 38 ust. 6–7 u.p.s.)."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contracts.values import Command, Day, Month
from services.benefits.domain.law import Desk
from services.benefits.domain.months import month_of, shifted


class Continuation(Command):
    """What the continuation rests on: a social contract, and a decision that still runs."""

    decision_until: Annotated[
        Day, Field(description="Last day for which the allowance was granted, inclusive.")
    ]
    last_continued_in: Annotated[
        Month | None, Field(description="The last month in which it was continued before.")
    ] = None


def continued(
    at: Desk, *, month: Month, employment_started_on: date, rests_on: Continuation
) -> bool:
    """Whether the allowance of before the job is paid in this month, whatever she earns.

    To the end of the decision, two months at most, not more often than once in two years.
    """
    first = month_of(employment_started_on)
    if rests_on.last_continued_in is not None and first <= shifted(
        rests_on.last_continued_in, at.number("continuation_every_months")
    ):
        return False
    until = min(
        month_of(rests_on.decision_until), shifted(first, at.number("continuation_months") - 1)
    )
    goes_on = first <= month <= until
    if at.writes and goes_on:
        at.step(
            "Goes on regardless of income beside a job taken under a social contract",
            pl="Wypłacany nadal niezależnie od dochodu osobie, która podjęła pracę w ramach kontraktu socjalnego",
            article=at.article("continuation_months"),
            calculation=f"{first} ≤ {month} ≤ {until}",
            result="continued",
        )
    return goes_on
