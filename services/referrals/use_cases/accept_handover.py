"""A worker takes a client over from a colleague."""

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from contracts.values import Command, HandoverId
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.handover import MOVES, Handover
from services.referrals.domain.moves import move
from services.referrals.domain.passing import Passage
from services.referrals.store.advice import Advisers, actor, meet
from services.referrals.store.handovers import Handovers
from services.referrals.use_cases.pass_advice import pass_advice

Keep = Annotated[
    tuple[UUID, ...],
    Field(
        max_length=100,
        description="Pending requests of the former adviser that stay, in the new adviser's name;"
        " what is not listed falls away, and whoever was asked is told.",
    ),
]


class AcceptHandover(Command):
    """Take the client over."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"keep": []}]})

    keep: Keep = ()


async def accept_handover(
    handover_id: HandoverId,
    command: AcceptHandover,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Handover:
    """Accept it: the client passes over in the same moment, with what is owed about her."""
    handovers = Handovers(tx, by=by)
    advice = await Advisers(tx, by=by).get(await handovers.of_what(handover_id))
    handover = await handovers.get(handover_id)
    handover.require_addressee(actor(by))
    expect(handover.version, expected)
    move(MOVES, "accept", handover.state)
    await meet(tx, by)
    passage = Passage(advice, handover, frozenset(command.keep))
    await pass_advice([passage], by=by, tx=tx)
    await handovers.keep(handover)
    return handover
