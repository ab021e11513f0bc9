"""A manager hands a whole caseload over, as when a worker leaves."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field

from contracts.values import AdviceId, ClientId, Command, Note
from kernel.callers import Caller
from kernel.refusals import Refusal
from kernel.transactions import ClientRestricted, Transaction
from services.referrals.domain.advice import MOVES, Advice, AdviceNotFound, Colleague
from services.referrals.domain.moves import move
from services.referrals.domain.passing import Passage, PassingResult
from services.referrals.store.advice import Advisers, actor, be_told, meet, restricted
from services.referrals.store.charges import one_of_each
from services.referrals.store.duties import Duties
from services.referrals.store.handovers import Handovers
from services.referrals.use_cases.accept_handover import Keep
from services.referrals.use_cases.assign_adviser import new_client
from services.referrals.use_cases.end_advice import let_handovers_fall
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


@dataclass(frozen=True)
class Passed:
    """The results, and whom they are about."""

    items: list[PassingResult]
    clients: list[ClientId]


async def hand_over_caseload(command: HandOverCaseload, *, by: Caller, tx: Transaction) -> Passed:
    """Hand them over together; one that cannot be does not stop the others.

    Whatever is refused is refused before anything of that client is changed.
    """
    await meet(tx, by)
    await be_told(tx, by.institution, command.to)
    keep = {one.advice_id: frozenset(one.keep) for one in command.clients}
    able, done = await _able(keep, by, tx)
    clients = []
    for given in await one_of_each(tx, able):
        passages = []
        drawn_up = await draw_up(given, command.to, command.note, by=by, tx=tx)
        for advice, handover in zip(given.advised, drawn_up, strict=True):
            passage = Passage(advice, handover, keep[advice.id])
            try:
                passage.require()
                passages.append(passage)
            except Refusal as refusal:
                done[advice.id] = PassingResult.refused(advice.id, refusal)
        await _pass(passages, by, tx)
        done |= {one.advice.id: PassingResult.passed(one.handover) for one in passages}
        clients += [one.advice.client_id for one in passages]
    return Passed([done[advice_id] for advice_id in keep], clients)


async def _able(
    ids: Collection[AdviceId], by: Caller, tx: Transaction
) -> tuple[list[Advice], dict[AdviceId, PassingResult]]:
    """What may be handed over, locked; and why the others may not."""
    held = {advice.id: advice for advice in await Advisers(tx, by=by).these(ids)}
    barred = await restricted(tx, [advice.client_id for advice in held.values()])
    refused = {}
    for advice_id in ids:
        try:
            _require(held.get(advice_id), barred, by)
        except Refusal as refusal:
            refused[advice_id] = PassingResult.refused(advice_id, refusal)
    return [advice for advice in held.values() if advice.id not in refused], refused


def _require(advice: Advice | None, barred: Container[ClientId], by: Caller) -> None:
    if advice is None:
        raise AdviceNotFound
    advice.require(actor(by))
    move(MOVES, "hand_over", advice.state)
    if advice.client_id in barred:
        raise ClientRestricted


async def _pass(passages: Sequence[Passage], by: Caller, tx: Transaction) -> None:
    if not passages:
        return
    await let_handovers_fall([one.advice for one in passages], tx=tx)
    tx.record(*(one.handover.proposed() for one in passages))
    following = await pass_advice(passages, by=by, tx=tx)
    await Handovers(tx, by=by).keep(*(one.handover for one in passages))
    await Duties(tx).owe(*(new_client(one) for one in following if one.worker != by.worker))
