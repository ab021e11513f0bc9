"""An award ends before its last month, for a reason of the code list."""

from enum import StrEnum
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.benefits import AwardEnd
from contracts.values import AwardId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.domain.award_ends import allow
from services.benefits.domain.award_terms import programme
from services.benefits.domain.months import month_of
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law


class EndsBecause(StrEnum):
    """Why a manager ends an award."""

    INDEPENDENT = "independent"
    NOT_RESUMED = "not_resumed"
    MOVED_OUT = "moved_out"
    DEATH = "death"
    DISQUALIFIED = "disqualified"
    """Dismissed for cause, where the programme has that rule."""
    FRAUD = "fraud"


_LAST_DAY = Field(description="The last day that can be paid.")


class EndAward(Command):
    """End an award after a day."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"last_day": "2026-06-30", "reason": "moved_out"}]}
    )

    last_day: Annotated[Day, _LAST_DAY]
    reason: EndsBecause


class WaiveAward(Command):
    """The client does not want the support any more after a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"last_day": "2026-06-30"}]})

    last_day: Annotated[Day, _LAST_DAY]


async def end_award(
    award_id: AwardId, command: EndAward, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """End it; the months after are cancelled, one begun is paid for its days."""
    reason = AwardEnd(command.reason.value)
    allow(reason, programme(month_of(command.last_day), await known_law(tx)))
    return await _end(award_id, command.last_day, reason, expected=expected, by=by, tx=tx)


async def waive_award(
    award_id: AwardId, command: WaiveAward, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """Note what she said: whoever hears it ends it, for nobody is paid against her will."""
    return await _end(award_id, command.last_day, AwardEnd.WAIVED, expected=expected, by=by, tx=tx)


async def _end(
    award_id: AwardId,
    last_day: Day,
    reason: AwardEnd,
    *,
    expected: int | None,
    by: Caller,
    tx: Transaction,
) -> Award:
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    tx.record(award.end(last_day=last_day, reason=reason, on=clock.today(), by=by.worker))
    await awards.keep(award)
    return award
