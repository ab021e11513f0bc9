"""Work ended, or facts must be checked: nothing is paid until somebody resumes the award."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AwardId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award, SuspensionReason
from services.benefits.store.awards import Awards


class SuspendAward(Command):
    """Suspend an award after a day."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"last_day": "2026-05-15", "reason": "job_lost"}]}
    )

    last_day: Annotated[Day, Field(description="The last day that is paid: that of work.")]
    reason: SuspensionReason = SuspensionReason.JOB_LOST


async def suspend_award(
    award_id: AwardId, command: SuspendAward, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """Pay nothing after the day; the steps that are left wait."""
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    tx.record(award.suspend(last_day=command.last_day, reason=command.reason, on=clock.today()))
    await awards.keep(award)
    return award
