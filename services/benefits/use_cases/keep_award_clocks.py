"""What awards do by the clock: they begin, their months fall due, they end."""

from datetime import date

from contracts.benefits import AwardEnd
from kernel import clock
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardState
from services.benefits.domain.award_ends import day_before
from services.benefits.domain.award_terms import programme
from services.benefits.domain.months import days_in, first_day, month_of, shifted
from services.benefits.store import award_months
from services.benefits.store.awards import Awards
from services.benefits.store.heard_awards import to_begin, to_end
from services.benefits.store.law import known_law


async def keep_award_clocks(tx: Transaction) -> bool:
    """A handful of what has come; whether there may be more."""
    today = clock.today()
    month = month_of(today)
    begun = await _begin(tx, today)
    await award_months.become_due(tx, month)
    rules = programme(month, await known_law(tx))
    waited_since = first_day(shifted(month, -rules.resume_months))
    over = await to_end(tx, month, waited_since)
    for award in over:
        reason, last_day = _end_of(award)
        tx.record(award.end(last_day=last_day, reason=reason, on=today))
        await Awards(tx, None).keep(award)
    return bool(begun or over)


async def _begin(tx: Transaction, today: date) -> bool:
    coming = await to_begin(tx, month_of(today))
    for award in coming:
        if activated := award.begin(today):
            tx.record(activated)
            await Awards(tx, None).keep(award)
    return bool(coming)


def _end_of(award: Award) -> tuple[AwardEnd, date]:
    if award.state is AwardState.SUSPENDED and award.suspended_from is not None:
        return AwardEnd.NOT_RESUMED, day_before(award.suspended_from)
    last = award.last_month
    return AwardEnd.EXHAUSTED, first_day(last).replace(day=days_in(last))
