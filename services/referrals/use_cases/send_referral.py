"""A worker refers a client to another institution."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.event import Event
from contracts.intake import Urgency
from contracts.values import ClientId, Command, GoalId, LegalBasis, SharingId, Title
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import Action, SupportPlan, holding
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ClientNotFound, ReferralOpen
from services.referrals.domain.referral_words import Words
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.addressing import Addressee, To, addressee
from services.referrals.use_cases.take_step import acting, take_step

_EXAMPLE: dict[str, JsonValue] = {
    "client_id": "0197a000-0000-7000-8000-00000000c001",
    "to": {"institution": "0197a000-0000-7000-8000-000000000002"},
    "purpose": "Vocational counselling and a staż",
    "urgency": "normal",
    "basis": {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."},
}
Goal = Annotated[
    GoalId | None,
    Field(description="The goal of the client's plan it serves: adds an action to the plan."),
]
RestsOn = Annotated[
    SharingId | None,
    Field(description="The sharing it rests on: when that is withdrawn, the referral falls away."),
]
Purpose = Annotated[Title, Field(examples=["Vocational counselling and a staż"])]


class SendReferral(Command):
    """Refer a client."""

    model_config = ConfigDict(json_schema_extra={"examples": [_EXAMPLE]})

    client_id: ClientId
    to: To
    purpose: Purpose
    urgency: Urgency = Urgency.NORMAL
    goal_id: Goal = None
    sharing_id: RestsOn = None
    basis: LegalBasis


async def send_referral(command: SendReferral, *, by: Caller, tx: Transaction) -> Referral:
    """Send it once: while one is open, the same client is not referred there again."""
    plans = await plans_of(command.client_id, by, tx)
    to = await addressee(command.to, by=by, tx=tx)
    referral = Referral(
        id=ids.new(),
        relation_id=ids.new(),
        client_id=await kinship.survivor(tx.session, command.client_id),
        sent_by=by.institution,
        sent_at=clock.now(),
        urgency=command.urgency,
        words=Words(purpose=command.purpose, basis=command.basis),
        goal_id=command.goal_id,
        rests_on=command.sharing_id,
        version=0,
    )
    await hand_over(referral, to, plans, by=by, tx=tx)
    return referral


async def plans_of(client_id: ClientId, by: Caller, tx: Transaction) -> list[SupportPlan]:
    """Her plans, locked: of two who refer her at the same instant the second sees the first."""
    plans = await Plans(tx, by=by).of_person(client_id)
    if not plans:
        raise ClientNotFound
    return plans


async def hand_over(
    referral: Referral, to: Addressee, plans: list[SupportPlan], *, by: Caller, tx: Transaction
) -> None:
    """Send a referral that is written, unless one like it is open."""
    referral.sent_to, referral.service_id, referral.open_to = (
        to.sent_to,
        to.service_id,
        to.open_to,
    )
    acts = acting(by)
    sent = referral.send(acts)
    await require_no_twin(referral, tx)
    added = await plan_it(referral, plans, tx) if referral.goal_id else None
    await take_step(referral, ("send", sent), by=acts, tx=tx)
    if added:
        tx.record(added)


async def plan_it(referral: Referral, plans: list[SupportPlan], tx: Transaction) -> Event | None:
    """Let a new action of the plan follow the referral."""
    if referral.goal_id is None:
        return None
    owner = referral.sent_to or referral.sent_by
    action = Action(ids.new(), referral.words.purpose, owner, referral_id=referral.id)
    plan = holding(plans, referral.goal_id)
    added = plan.add_action(referral.goal_id, action)
    await Plans(tx, by=None).keep(plan)
    # The referral names the action, so the action's row comes first.
    await tx.session.flush()
    referral.action_id = action.id
    return added


async def require_no_twin(referral: Referral, tx: Transaction) -> None:
    """Refuse a second open referral of a person to one institution for one service."""
    if referral.sent_to is None:
        return
    store = Referrals(tx, by=None)
    known = await store.open_between(referral.client_id, referral.sent_to, referral.service_id)
    if known:
        raise ReferralOpen(referral_id=str(known))
