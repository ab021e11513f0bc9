"""A manager hands a whole caseload over, as when a worker leaves."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AdviceId, ClientId, Command, HandoverId, Note, View
from kernel import relations
from kernel.callers import Caller
from kernel.refusals import Refusal
from kernel.transactions import ClientRestricted, Transaction
from services.referrals.domain.advice import MOVES, Colleague
from services.referrals.domain.handover import Handover
from services.referrals.domain.moves import move
from services.referrals.store.advice import Advisers, actor, be_told, meet
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import Handovers
from services.referrals.use_cases.accept_handover import Keep
from services.referrals.use_cases.assign_adviser import new_client
from services.referrals.use_cases.end_advice import let_handover_fall
from services.referrals.use_cases.pass_advice import pass_advice
from services.referrals.use_cases.propose_handover import draw_up


class Passing(Command):
    """One client of those handed over."""

    advice_id: AdviceId
    keep: Keep = ()


class HandOverCaseload(Command):
    """Hand clients over to a worker; the manager decides, so nobody need accept."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "to": {"code": "ops-zabrze-2", "name": "Ola Zmyślona"},
                    "clients": [{"advice_id": "0197a000-0000-7000-8000-00000000d401"}],
                }
            ]
        }
    )

    to: Colleague
    clients: Annotated[tuple[Passing, ...], Field(min_length=1, max_length=100)]
    note: Note | None = None


class PassingResult(View):
    """What came of one client: the hand-over with its summary, or why she stays where she is."""

    advice_id: AdviceId
    handover_id: HandoverId | None = None
    new_advice_id: AdviceId | None = None
    refusal: Annotated[
        str | None, Field(description="The type of the problem.", examples=[None])
    ] = None


class PassingList(View):
    """What came of each client, in the order asked."""

    items: list[PassingResult]


@dataclass(frozen=True)
class Passed:
    """The results, and whom they are about."""

    items: list[PassingResult]
    clients: list[ClientId]


async def hand_over_caseload(command: HandOverCaseload, *, by: Caller, tx: Transaction) -> Passed:
    """Hand over one by one, in the order of their ids; one that cannot be does not stop the others."""
    await meet(tx, by)
    await be_told(tx, by.institution, command.to)
    once = {one.advice_id: one for one in command.clients}
    done, clients = {}, []
    for advice_id in sorted(once):
        try:
            handover = await _hand_over(once[advice_id], command, by, tx)
        except Refusal as refusal:
            problem = f"/problems/{type(refusal).__name__}"
            done[advice_id] = PassingResult(advice_id=advice_id, refusal=problem)
        else:
            clients.append(handover.client_id)
            done[advice_id] = PassingResult(
                advice_id=advice_id,
                handover_id=handover.id,
                new_advice_id=handover.new_advice_id,
            )
    return Passed([done[advice_id] for advice_id in once], clients)


async def _hand_over(
    one: Passing, command: HandOverCaseload, by: Caller, tx: Transaction
) -> Handover:
    """Whatever is refused is refused before anything of this client is changed."""
    advice = await Advisers(tx, by=by).get(one.advice_id)
    advice.require(actor(by))
    move(MOVES, "hand_over", advice.state)
    if await relations.restricted(tx.session, [advice.client_id]):
        raise ClientRestricted
    handover = await draw_up(advice, command.to, command.note, by=by, tx=tx)
    proposed = handover.proposed()
    keep = frozenset(one.keep)
    handover.require_kept(keep)
    await let_handover_fall(advice, tx=tx)
    tx.record(proposed)
    handovers = Handovers(tx, by=by)
    await handovers.keep(handover)
    following = await pass_advice(advice, handover, keep, by=by, tx=tx)
    await handovers.keep(handover)
    if following.worker != by.worker:
        await Duties(tx).owe(new_client(following))
    return handover
