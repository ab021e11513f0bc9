"""An adviser says how often to be in touch with a client."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AdviceId, Command
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.advice import Advice
from services.referrals.store.advice import Advisers, actor
from services.referrals.store.contact_clock import wind
from services.referrals.use_cases.assign_adviser import Interval


class SetContactInterval(Command):
    """How often to be in touch. A statute that asks for more is not softened by it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"every_days": 14}]})

    every_days: Annotated[Interval | None, Field(description="Null: as the statute says.")]


async def set_contact_interval(
    advice_id: AdviceId,
    command: SetContactInterval,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Advice:
    """Set it; the next contact is due accordingly."""
    advice = await Advisers(tx, by=by).get(advice_id)
    advice.require(actor(by))
    expect(advice.version, expected)
    advice.step("set_contact_interval")
    advice.contact_every_days = command.every_days
    await wind(tx, advice)
    return advice
