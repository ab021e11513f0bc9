"""An adviser advises a client no longer."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from contracts.referrals.advice import AdviceEnd
from contracts.values import AdviceId, Command
from kernel import clock
from kernel.callers import Caller
from kernel.journal import Fact
from kernel.transactions import Transaction
from kernel.versions import expect
from services.referrals.domain.advice import Advice
from services.referrals.domain.duty import Audience, Duty, DutyKind
from services.referrals.store.advice import Advisers, actor
from services.referrals.store.charges import charges
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import Handovers
from services.referrals.store.resting import pass_on

_Reason = Literal[
    AdviceEnd.CASE_CLOSED,
    AdviceEnd.CLIENT_ASKED,
    AdviceEnd.WORKER_LEFT,
    AdviceEnd.CASELOAD,
    AdviceEnd.TAKEN_IN_ERROR,
    AdviceEnd.OTHER,
]
_OVER = frozenset({AdviceEnd.CASE_CLOSED, AdviceEnd.ACCESS_ENDED, AdviceEnd.TAKEN_IN_ERROR})
"""After these nobody at the institution need look for another adviser."""


class EndAdvice(Command):
    """End it, and say why."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "client_asked"}]})

    reason: Annotated[_Reason, Field(examples=["client_asked"])]


async def end_advice(
    advice_id: AdviceId, command: EndAdvice, *, by: Caller, expected: int | None, tx: Transaction
) -> Advice:
    """End it, as the adviser herself or as a manager."""
    advice = await Advisers(tx, by=by).get(advice_id)
    advice.require(actor(by))
    expect(advice.version, expected)
    await let_go(advice, command.reason, tx=tx)
    return advice


async def let_go(
    advice: Advice, reason: AdviceEnd, *, tx: Transaction, cause: Fact | None = None
) -> None:
    """End it with all that rests on it: a proposed hand-over, and what its worker owes."""
    tx.record(advice.end(reason, clock.today()), cause=cause)
    advisers, duties = Advisers(tx, by=None), Duties(tx)
    await advisers.keep(advice)
    await duties.strike(advice.id)
    await let_handovers_fall([advice], tx=tx, cause=cause)
    given = await charges(tx, advice)
    await pass_on(tx, given, None)
    await advisers.pass_duties(given, to=None)
    if reason not in _OVER:
        await duties.owe(_without(advice))


async def let_handovers_fall(
    ended: Iterable[Advice], *, tx: Transaction, cause: Fact | None = None
) -> None:
    """Hand-overs that wait for an answer rest on advisers who are none any more."""
    handovers = Handovers(tx, by=None)
    pending = await handovers.pending(*(advice.id for advice in ended))
    if pending:
        tx.record(*(one.supersede(clock.now()) for one in pending), cause=cause)
        await handovers.keep(*pending)
        await Duties(tx).strike_all([one.id for one in pending])


def _without(advice: Advice) -> Duty:
    """The managers' business: somebody has no adviser any more."""
    return Duty(
        kind=DutyKind.NEW_CLIENT,
        thing_id=advice.id,
        institution=advice.institution,
        since=clock.now(),
        client_id=advice.client_id,
        audience=Audience.MANAGER,
    )
