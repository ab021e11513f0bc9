"""A worker refers a client to another institution."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.intake import Urgency
from contracts.values import ClientId, Command, GoalId, InstitutionId, LegalBasis, Title
from kernel import clock, ids, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import Action, SupportPlan, holding
from services.referrals.domain.referral import (
    ClientNotFound,
    ReceiverUnknown,
    Referral,
    ReferralOpen,
    Words,
)
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals

_EXAMPLE: dict[str, JsonValue] = {
    "client_id": "0197a000-0000-7000-8000-00000000c001",
    "to": {"institution": "0197a000-0000-7000-8000-000000000002"},
    "purpose": "Vocational counselling and a staż",
    "urgency": "normal",
    "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
}


class Addressee(Command):
    """Whom a referral goes to."""

    institution: InstitutionId


class SendReferral(Command):
    """Refer a client."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    client_id: ClientId
    to: Addressee
    purpose: Annotated[Title, Field(examples=["Vocational counselling and a staż"])]
    urgency: Urgency = Urgency.NORMAL
    goal_id: Annotated[
        GoalId | None,
        Field(description="The goal of the client's plan it serves: adds an action to the plan."),
    ] = None
    basis: LegalBasis


async def send_referral(command: SendReferral, *, by: Caller, tx: Transaction) -> Referral:
    """Send it once: while one is open, the same client is not referred there again."""
    # The plans' rows are locked, so of two at the same instant the second sees the first.
    plans = await Plans(tx, by=by).of_person(command.client_id)
    if not plans:
        raise ClientNotFound
    referral = _referral(command, await kinship.survivor(tx.session, command.client_id), by)
    sent = referral.send()
    receiver = await relations.party(tx.session, command.to.institution)
    if receiver is None or receiver.kind is None:
        raise ReceiverUnknown(pointer="/to/institution")
    referrals = Referrals(tx, by=by)
    if known := await referrals.open_between(referral.client_id, command.to.institution):
        raise ReferralOpen(referral_id=str(known))
    tx.record(sent)
    if referral.goal_id is not None:
        plan = holding(plans, referral.goal_id)
        await _plan_it(plan, referral.goal_id, referral, command.to.institution, tx)
    await referrals.keep(referral)
    return referral


def _referral(command: SendReferral, client_id: ClientId, by: Caller) -> Referral:
    return Referral(
        id=ids.new(),
        relation_id=ids.new(),
        client_id=client_id,
        sent_by=by.institution,
        sent_to=command.to.institution,
        sent_at=clock.now(),
        urgency=command.urgency,
        words=Words(purpose=command.purpose, basis=command.basis),
        goal_id=command.goal_id,
    )


async def _plan_it(
    plan: SupportPlan, goal: GoalId, referral: Referral, to: InstitutionId, tx: Transaction
) -> None:
    """Let an action of the plan follow the referral."""
    purpose = referral.words.purpose
    action = Action(ids.new(), purpose, to, referral_id=referral.id)
    tx.record(plan.add_action(goal, action))
    referral.action_id = action.id
    await Plans(tx, by=None).keep(plan)
