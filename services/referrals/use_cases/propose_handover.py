"""It is proposed that another worker of the institution takes a client over."""

from pydantic import ConfigDict

from contracts.values import AdviceId, Command, Note
from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.advice import MOVES, Colleague
from services.referrals.domain.advice_terms import handover_due
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.handover import Handover, HandoverPending, HandoverWords
from services.referrals.domain.moves import move
from services.referrals.store.advice import Advisers, actor, be_told, meet
from services.referrals.store.charges import Charges, charges
from services.referrals.store.duties import Duties
from services.referrals.store.handover_summary import summarise
from services.referrals.store.handovers import Handovers


class ProposeHandover(Command):
    """Propose it to a colleague."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"to": {"code": "ops-zabrze-2", "name": "Ola Zmyślona"}}]}
    )

    to: Colleague
    note: Note | None = None


async def propose_handover(
    advice_id: AdviceId,
    command: ProposeHandover,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Handover:
    """Propose it, with a summary of this moment; one proposal at a time."""
    advice = await Advisers(tx, by=by).get(advice_id)
    advice.require(actor(by))
    expect(advice.version, expected)
    move(MOVES, "hand_over", advice.state)
    handovers = Handovers(tx, by=by)
    if known := await handovers.pending(advice.id):
        raise HandoverPending(handover_id=str(known[0].id))
    given = await charges(tx, advice)
    (handover,) = await draw_up(given, command.to, command.note, by=by, tx=tx)
    tx.record(handover.proposed())
    await meet(tx, by)
    await be_told(tx, by.institution, command.to)
    await handovers.keep(handover)
    await Duties(tx).strike(advice.id, DutyKind.HANDOVER_DECLINED)
    await Duties(tx).owe(_to_answer(handover))
    return handover


async def draw_up(
    given: Charges, to: Colleague, note: str | None, *, by: Caller, tx: Transaction
) -> list[Handover]:
    """A hand-over of each advice, with all that the next adviser should know."""
    summaries = await summarise(tx, given)
    return [
        Handover(
            id=ids.new(),
            advice_id=advice.id,
            client_id=advice.client_id,
            institution=advice.institution,
            from_worker=advice.worker,
            to_worker=to.code,
            proposed_by=by.worker,
            proposed_at=clock.now(),
            due_on=handover_due(clock.today()),
            words=HandoverWords(summary=summaries[advice.id], note=note),
        )
        for advice in given.advised
    ]


def _to_answer(handover: Handover) -> Duty:
    return Duty(
        kind=DutyKind.ACCEPT_HANDOVER,
        thing_id=handover.id,
        institution=handover.institution,
        since=handover.proposed_at,
        client_id=handover.client_id,
        due_on=handover.due_on,
        worker=handover.to_worker,
    )
