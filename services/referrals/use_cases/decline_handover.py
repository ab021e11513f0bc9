"""A worker does not take a client over."""

from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.referrals.advice import HandoverRefusal
from contracts.values import Command, HandoverId, Note
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.handover import Handover
from services.referrals.store.advice import Advisers, actor, meet
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import Handovers


class DeclineHandover(Command):
    """Say no, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "caseload"}]})

    reason: Annotated[HandoverRefusal, Field(examples=["caseload"])]
    note: Note | None = None


async def decline_handover(
    handover_id: HandoverId,
    command: DeclineHandover,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Handover:
    """Decline it; the adviser stays who she was, and whoever proposed it is told."""
    handovers = Handovers(tx, by=by)
    await Advisers(tx, by=by).get(await handovers.of_what(handover_id))
    handover = await handovers.get(handover_id)
    handover.require_addressee(actor(by))
    expect(handover.version, expected)
    tx.record(handover.decline(command.reason, command.note, clock.now()))
    await meet(tx, by)
    await handovers.keep(handover)
    await Duties(tx).strike(handover.id)
    await Duties(tx).owe(_news(handover))
    return handover


def _news(handover: Handover) -> Duty:
    return Duty(
        kind=DutyKind.HANDOVER_DECLINED,
        thing_id=handover.advice_id,
        institution=handover.institution,
        since=clock.now(),
        client_id=handover.client_id,
        worker=handover.proposed_by,
    )
