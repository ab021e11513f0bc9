"""A referral that is written goes its way: to one, to several, or open to a partnership."""

from contracts.event import Event
from contracts.values import ClientId
from kernel import ids, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.offers import NotAMember
from services.referrals.domain.plan import Action, SupportPlan, holding
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_refusals import ClientNotFound, GroundOver, ReferralOpen
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.use_cases.addressing import Addressee, require_room
from services.referrals.use_cases.lay_open import keep_call
from services.referrals.use_cases.take_step import acting, take_step


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
    write_address(referral, to)
    acts = acting(by)
    sent = referral.send(acts)
    if await Referrals(tx, by=None).rests_on_nothing(referral):
        raise GroundOver
    await require_no_twin(referral, tx)
    added = await plan_it(referral, plans, tx) if referral.goal_id else None
    await take_step(referral, ("send", sent), by=acts, tx=tx)
    await keep_call(referral, to, tx)
    if added:
        tx.record(added)


def write_address(referral: Referral, to: Addressee) -> None:
    """Write down where it goes."""
    referral.sent_to, referral.service_id = to.sent_to, to.service_id
    referral.open_to, referral.joins_list = to.open_to, to.joins_list


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
    """Refuse a second open referral of a person to one institution for one service, or to be claimed."""
    store = Referrals(tx, by=None)
    known = await store.open_between(referral.client_id, referral.sent_to, referral.service_id)
    if known:
        raise ReferralOpen(referral_id=str(known))


async def require_alone(referral: Referral, tx: Transaction) -> None:
    """The same of what exists already. Her plans are locked first, as they are by whoever sends: of
    two who open one of hers at the same instant the second sees the first.
    """
    with tx.session.no_autoflush:
        await Plans(tx, by=None).of_person(referral.client_id)
    await require_no_twin(referral, tx)


async def require_reachable(referral: Referral, by: Caller, tx: Transaction) -> None:
    """Refuse what was addressed a while ago, and cannot be asked there now."""
    if referral.service_id is not None:
        whom, joins = referral.client_id, referral.joins_list
        await require_room(referral.service_id, of=whom, joins_list=joins, tx=tx, pointer="/to")
    group = referral.open_to if referral.sent_to is None else None
    if group and not await relations.member_of(tx.session, by.institution, group):
        raise NotAMember(pointer="/to")
