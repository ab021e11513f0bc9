"""A worker refers a client to another institution."""

from typing import Annotated

from pydantic import ConfigDict, Field, JsonValue

from contracts.intake import Urgency
from contracts.values import ClientId, Command, GoalId, LegalBasis, ReferralId, SharingId, Title
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Words
from services.referrals.use_cases.addressing import To, addressee
from services.referrals.use_cases.hand_over import hand_over, plans_of
from services.referrals.use_cases.lay_open import require_parent

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
    part_of: Annotated[
        ReferralId | None,
        Field(description="A referral your institution has under way, and passes a part on of."),
    ] = None
    basis: LegalBasis


async def send_referral(command: SendReferral, *, by: Caller, tx: Transaction) -> Referral:
    """Send it once: while one is open, the same client is not referred there again."""
    # Before the plans: whoever ends it locks it first, and the plan after it.
    parent = await require_parent(command.part_of, of=command.client_id, by=by, tx=tx)
    plans = await plans_of(command.client_id, by, tx)
    to = await addressee(command.to, of=command.client_id, by=by, tx=tx)
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
        part_of=parent,
        version=0,
    )
    await hand_over(referral, to, plans, by=by, tx=tx)
    return referral
