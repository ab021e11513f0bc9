"""A proposed hand-over is taken back."""

from contracts.values import HandoverId
from kernel import clock
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.handover import Handover
from services.referrals.store.advice import Advisers, actor
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import Handovers


async def withdraw_handover(
    handover_id: HandoverId, *, by: Caller, expected: int | None, tx: Transaction
) -> Handover:
    """Take it back while it is unanswered."""
    handovers = Handovers(tx, by=by)
    await Advisers(tx, by=by).get(await handovers.of_what(handover_id))
    handover = await handovers.get(handover_id)
    handover.require_proposer(actor(by))
    expect(handover.version, expected)
    tx.record(handover.withdraw(clock.now()))
    await handovers.keep(handover)
    await Duties(tx).strike(handover.id)
    return handover
