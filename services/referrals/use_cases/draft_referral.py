"""A worker begins a referral and finishes it later."""

from pydantic import ConfigDict

from contracts.intake import Urgency
from contracts.values import ClientId, Command, LegalBasis, ReferralId
from kernel import clock, ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_words import Words
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.addressing import (
    Addressee,
    To,
    addressee,
)
from services.referrals.use_cases.hand_over import plans_of, write_address
from services.referrals.use_cases.lay_open import keep_call
from services.referrals.use_cases.send_referral import (
    Goal,
    Purpose,
    RestsOn,
)
from services.referrals.use_cases.take_step import acting, take_step


class ChangeDraft(Command):
    """What a draft says from now on; whatever is left out is not known yet."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"purpose": "Debt counselling"}]})

    purpose: Purpose
    to: To | None = None
    urgency: Urgency = Urgency.NORMAL
    goal_id: Goal = None
    sharing_id: RestsOn = None
    basis: LegalBasis | None = None


class DraftReferral(ChangeDraft):
    """Begin a referral: of whom, and what for; the rest may come later."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "0197a000-0000-7000-8000-00000000c001",
                    "purpose": "Debt counselling",
                }
            ]
        }
    )

    client_id: ClientId


async def draft_referral(command: DraftReferral, *, by: Caller, tx: Transaction) -> Referral:
    """Begin it; nobody but the sender's institution sees it."""
    await plans_of(command.client_id, by, tx)
    acts = acting(by)
    referral = Referral(
        id=ids.new(),
        relation_id=ids.new(),
        client_id=await kinship.survivor(tx.session, command.client_id),
        sent_by=by.institution,
        sender=by.worker,
        sent_at=clock.now(),
        urgency=command.urgency,
        words=Words(purpose=command.purpose, basis=command.basis),
    )
    to = await _say(referral, command, by, tx)
    await take_step(referral, ("draft", None), by=acts, tx=tx)
    await keep_call(referral, to, tx)
    return referral


async def change_draft(
    referral_id: ReferralId,
    command: ChangeDraft,
    *,
    by: Caller,
    expected: int | None,
    tx: Transaction,
) -> Referral:
    """Write a draft anew."""
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    referral.write(Words(purpose=command.purpose, basis=command.basis), acts)
    to = await _say(referral, command, by, tx)
    await take_step(referral, ("change", None), by=acts, tx=tx)
    await keep_call(referral, to, tx)
    return referral


async def _say(referral: Referral, command: ChangeDraft, by: Caller, tx: Transaction) -> Addressee:
    client = referral.client_id
    to = await addressee(command.to, of=client, by=by, tx=tx) if command.to else Addressee()
    write_address(referral, to)
    referral.urgency = command.urgency
    referral.goal_id, referral.rests_on = command.goal_id, command.sharing_id
    return to
