"""A referral that ended is opened again: by its sender, or by the receiver that answered by mistake."""

from contracts.event import Event
from contracts.sections import Section
from contracts.values import ReferralId
from kernel import clock, ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import GroundOver
from services.referrals.store.links import ReferralLinks
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.hand_over import (
    plan_it,
    require_alone,
    require_reachable,
)
from services.referrals.use_cases.take_step import acting, take_step


async def reopen_referral(
    referral_id: ReferralId, *, by: Caller, expected: int | None, tx: Transaction
) -> Referral:
    """Open it under a new relation; a new action of the plan follows it.

    The sender may do so whatever the end was. The receiver may take back its own completion or
    refusal for some days: later the sender may have built on it, and then it is the sender's to say.
    """
    links = ReferralLinks(tx, by=by)
    await links.hold(referral_id)
    referral = await Referrals(tx, by=by).get(referral_id)
    await Steps(tx).require_seen(referral, expected)
    acts = acting(by)
    if by.institution == referral.sent_to:
        told: tuple[str, Event] = "take_back", referral.take_back(ids.new(), acts)
    else:
        told = "reopen", referral.reopen(ids.new(), acts)
    # Asked before it is laid: a twin must be told of, not met in the database.
    with tx.session.no_autoflush:
        if by.institution == referral.sent_by:
            await require_reachable(referral, by, tx)
            await _let_links_end(referral, links, tx)
        await _require_ground(referral, tx)
        await require_alone(referral, tx)
    added = await _plan_anew(referral, tx)
    await take_step(referral, told, by=acts, tx=tx)
    if added:
        tx.record(added)
    return referral


async def _require_ground(referral: Referral, tx: Transaction) -> None:
    """Nobody opens a right to see on the strength of one that has ended."""
    whom, sender = referral.client_id, referral.sent_by
    baseless = await Referrals(tx, by=None).rests_on_nothing(referral)
    if baseless or not await relations.may_see(tx.session, whom, sender, Section.PLAN):
        raise GroundOver


async def _let_links_end(referral: Referral, links: ReferralLinks, tx: Transaction) -> None:
    """A link ended with what it answered; it does not come to life when the same is asked anew."""
    if link := await links.in_hand(referral.id):
        tx.record(link.revoke(clock.now()))


async def _plan_anew(referral: Referral, tx: Transaction) -> Event | None:
    """The old action keeps what came of it; from now on another one follows the referral."""
    plan = await Plans(tx, by=None).with_action(referral.action_id)
    if plan is None:
        return None
    for action in (action for goal in plan.goals for action in goal.actions):
        if action.id == referral.action_id:
            action.referral_id = None
    # A referral has one action at a time, which the database holds.
    await tx.session.flush()
    return await plan_it(referral, [plan], tx)
