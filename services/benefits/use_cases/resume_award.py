"""Work began again: a suspended award goes on with its next step."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AwardId, Command, Day
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award
from services.benefits.domain.award_terms import programme
from services.benefits.domain.months import month_of
from services.benefits.store.awards import Awards
from services.benefits.store.law import known_law


class ResumeAward(Command):
    """Resume a suspended award from a day."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"from_day": "2026-07-10"}]})

    from_day: Annotated[Day, Field(description="The first day of the new work.")]


async def resume_award(
    award_id: AwardId, command: ResumeAward, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """No step comes twice; nothing is paid beyond the window of the programme."""
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    award.require_awarder(by.institution)
    rules = programme(month_of(command.from_day), await known_law(tx))
    tx.record(
        award.resume(
            from_day=command.from_day, window_months=rules.window_months, on=clock.today()
        )
    )
    await awards.keep(award)
    return award
