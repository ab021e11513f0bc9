"""What awards do when work ends, begins again, or pays another wage."""

from datetime import date

from contracts.values import ClientId, EmploymentId, Month
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardState, SuspensionReason
from services.benefits.domain.award_terms import programme
from services.benefits.domain.months import month_of, shifted
from services.benefits.store.awards import Awards
from services.benefits.store.heard_awards import awards_of
from services.benefits.store.law import known_law

_PAYING = frozenset({AwardState.APPROVED, AwardState.ACTIVE})


async def follow_end_of_work(
    client_id: ClientId,
    employment_id: EmploymentId,
    ended_on: date,
    *,
    today: date,
    cause: Fact,
    tx: Transaction,
) -> None:
    """Suspend the award that stands on this job, from the day after its last one."""
    for award in await awards_of(tx, client_id, _PAYING):
        if not _stands_on(award, employment_id, ended_on):
            continue
        reason = SuspensionReason.JOB_LOST
        tx.record(award.suspend(last_day=ended_on, reason=reason, on=today), cause=cause)
        await Awards(tx, None).keep(award)


async def follow_new_work(
    client_id: ClientId,
    employment_id: EmploymentId,
    started_on: date,
    *,
    cause: Fact,
    tx: Transaction,
) -> None:
    """Note of a suspended award that it can be resumed: a worker does that."""
    rules = programme(month_of(started_on), await known_law(tx))
    for award in await awards_of(tx, client_id, frozenset({AwardState.SUSPENDED})):
        unblocked = award.can_resume(
            from_day=started_on, employment_id=employment_id, window_months=rules.window_months
        )
        if unblocked:
            tx.record(unblocked, cause=cause)
            await Awards(tx, None).keep(award)


async def follow_income(
    client_id: ClientId, month: Month, *, known_on: date, cause: Fact, tx: Transaction
) -> None:
    """Note what is to be worked out anew: from the month after the change was known, not before it."""
    from_month = max(month, shifted(month_of(known_on), 1))
    for award in await awards_of(tx, client_id, _PAYING):
        if month <= month_of(award.employment_started_on):
            continue
        if outdated := award.outdate(from_month):
            tx.record(outdated, cause=cause)
            await Awards(tx, None).keep(award)


def _stands_on(award: Award, employment_id: EmploymentId, ended_on: date) -> bool:
    if award.employment_id is not None:
        return award.employment_id == employment_id
    # Kept before the job was noted: then any job that ended in its time is taken for it.
    return ended_on >= award.employment_started_on
