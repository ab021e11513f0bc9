"""The institution that computed the award does not grant it."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AwardId, Command
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.benefits.domain.award import Award, RejectionReason
from services.benefits.store.awards import Awards


class RejectAward(Command):
    """Do not grant an award, and say why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "facts_not_confirmed"}]})

    reason: Annotated[RejectionReason, Field(examples=["facts_not_confirmed"])]


async def reject_award(
    award_id: AwardId, command: RejectAward, *, expected: int | None, by: Caller, tx: Transaction
) -> Award:
    """Refuse it; its months are free for another."""
    awards = Awards(tx, by)
    award = await awards.get(award_id)
    expect(award.version, expected)
    tx.record(
        award.reject(
            by=by.worker, institution=by.institution, reason=command.reason, on=clock.today()
        )
    )
    await awards.keep(award)
    return award
