"""A manager or data-protection officer reviews an emergency opening of a record."""

from typing import Annotated

from pydantic import Field

from contracts.intake import Verdict
from contracts.values import AlarmId, Command, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.intake.domain.glass import Alarm
from services.intake.store.glasses import Glasses


class ReviewAlarm(Command):
    """Say whether the glass was broken rightly."""

    verdict: Annotated[Verdict, Field(examples=["justified"])]
    note: Note | None = None


async def review_alarm(
    alarm_id: AlarmId, command: ReviewAlarm, *, by: Caller, tx: Transaction
) -> Alarm:
    """Keep the verdict; each institution that was alarmed gives its own."""
    store = Glasses(tx, by)
    alarm = await store.alarm(alarm_id)
    tx.record(alarm.review(command.verdict, command.note, worker=by.worker, at=clock.now()))
    await store.keep(alarm)
    return alarm
