"""What is left in hand over a whole range of wages: the same rules, over a column of wages at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from contracts.incomes import IncomeKind
from services.benefits.domain.cliffs import cliffs_of
from services.benefits.domain.exact import Column, Number
from services.benefits.domain.household import Receipt
from services.benefits.domain.money import grosze
from services.benefits.domain.months import month_of
from services.benefits.domain.okresowy import social_criterion
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.position import (
    Benefit,
    MonthMeans,
    NoPaper,
    Paper,
    lost_between,
    position,
)
from services.benefits.domain.receipts import means_of
from services.benefits.domain.schedule import chosen
from services.benefits.domain.trace import Working
from services.benefits.domain.wage import wage_of
from services.benefits.domain.what_if import WhatIf
from services.benefits.domain.working_out import JobMonths, applicant_unable, is_of_applicant

_STEP, _TOP = 5_000, 800_000
"""Every 50 złoty up to 8000, or further where the wage asked about is higher."""


@dataclass(frozen=True)
class Sweep:
    """In hand in a month, in grosze, for each gross wage; and the wages at which benefits fall at once."""

    gross: Column
    without: Column
    """No support."""
    first: Column
    """With the support of the first month."""
    last: Column
    """With that of the last month."""
    cliffs: Sequence[int]
    """Gross wages at which benefits fall at once."""


def sweep_of(asked: WhatIf, parameters: Parameters) -> Sweep:
    """Let the wage of the applicant run from nothing to far above; all else stays as asked."""
    month = month_of(asked.on)
    months = JobMonths(asked, parameters)
    law, family, before = months.law(month), months.family, months.before
    own = [one for one in asked.incomes_after if not is_her_job(one, asked)]
    rest = means_of(Paper(law), asked.household, own, parameters)
    asked_for = sum(grosze(one.gross) for one in asked.incomes_after if one.gross is not None)
    gross = np.arange(0, max(_TOP, asked_for * 5 // 4) + 1, _STEP, dtype=np.int64)
    wage = wage_of(law, gross)
    unable: list[Number] = list(rest.unable_incomes)
    if (hers := applicant_unable(asked)) is not None:
        unable[hers] = unable[hers] + wage.counted
    means = MonthMeans(
        counted=rest.counted + wage.counted,
        cash=rest.cash + wage.net,
        earned=rest.earned + wage.net,
        unable_incomes=tuple(unable),
        declared=rest.declared,
    )
    kept = before.benefits[Benefit.OKRESOWY] if months.continued(law, month) else None
    supplement = months.supplement(law, month, gross)
    after = position(
        NoPaper(law),
        family,
        means,
        extra={Benefit.ACTIVATION_SUPPLEMENT: supplement},
        kept_okresowy=kept,
    )
    lost = lost_between(before, after, asked.scope)
    working = Working(law, "", pl="", inputs={})
    schedule = chosen(asked.schedule, working, parameters)
    criterion = social_criterion(law, family.persons)
    support = [
        schedule.paid(schedule.full(step, lost, means.earned, criterion), 0)
        for step in (1, len(schedule.steps))
    ]
    without = np.asarray(after.cash, dtype=np.int64)
    incomes = np.asarray(means.counted)
    places = [int(np.searchsorted(incomes, one.at)) for one in cliffs_of(law, family, rest, hers)]
    return Sweep(
        gross,
        without,
        np.asarray(without + support[0], dtype=np.int64),
        np.asarray(without + support[1], dtype=np.int64),
        [int(gross[place]) for place in places if place < len(gross)],
    )


def is_her_job(receipt: Receipt, asked: WhatIf) -> bool:
    """Whether it is the wage that runs."""
    return is_of_applicant(receipt, asked) and receipt.kind is IncomeKind.EMPLOYMENT
