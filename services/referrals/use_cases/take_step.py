"""All that goes with a step of a referral, in one place and one transaction.

Places are taken or come free, it is announced and kept, the history has it, what hangs together with
it falls away, what was owed is struck and what is owed is written down, and the action of the plan
that follows the referral keeps step.
"""

from collections.abc import Iterable

from contracts.event import Event
from contracts.referrals.codes import Change
from kernel import clock
from kernel.callers import Caller
from kernel.journal import Fact
from kernel.transactions import Transaction
from services.referrals.domain.plan import ActionStatus, SupportPlan
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_duties import OURS, duties_of
from services.referrals.domain.referral_house import by_itself, supersede
from services.referrals.domain.referral_states import ENDED, UNDER_WAY, ReferralState
from services.referrals.domain.referral_words import Acting
from services.referrals.store.duties import Duties
from services.referrals.store.plans import Plans
from services.referrals.store.referrals import Referrals
from services.referrals.store.steps import Steps
from services.referrals.use_cases.lay_open import lay_open
from services.referrals.use_cases.settle_offer import settle_offer
from services.referrals.use_cases.settle_step import kin_of, settle_places


def acting(by: Caller) -> Acting:
    """Who acts, now."""
    return Acting(by.institution, by.worker, clock.now())


async def take_step(
    referral: Referral,
    told: tuple[str, Event | None],
    *,
    by: Acting,
    tx: Transaction,
    note: str | None = None,
    cause: Fact | None = None,
) -> None:
    """See a step through: its verb, what it announces, and what was written with it."""
    verb, event = told
    if event is not None:
        tx.record(event, cause=cause)
    kin = await kin_of(referral, verb, tx)
    await settle_offer(referral, verb, tx=tx, cause=cause)
    await settle_places(referral, verb, kin=kin, tx=tx, cause=cause)
    await Referrals(tx, by=None).keep(referral)
    await Steps(tx).write(referral, verb, note, by)
    change = Change.TAKEN_BY_ANOTHER if verb == "accept" else Change.PARENT_ENDED
    await _let_fall(kin, change, by, tx, cause)
    laid = await lay_open(referral, by, tx) if verb == "decline" and referral.open_to else None
    if laid:
        await take_step(referral, laid, by=by, tx=tx, cause=cause)
        return
    await owe(referral, tx)
    if plan := await Plans(tx, by=None).with_action(referral.action_id):
        _follow(plan, referral, tx, cause)


async def _let_fall(
    kin: Iterable[Referral], change: Change, by: Acting, tx: Transaction, cause: Fact | None
) -> None:
    """The others of an offer that was taken up, the parts of what ended."""
    house = by_itself(by.at)
    for one in kin:
        if told := supersede(one, change, house):
            await take_step(one, told, by=house, tx=tx, cause=cause)


async def owe(referral: Referral, tx: Transaction) -> None:
    """Strike what was owed about it, and write down what is owed now."""
    duties = Duties(tx)
    await duties.strike(referral.id, *OURS)
    await duties.owe(*duties_of(referral))


def _follow(plan: SupportPlan, referral: Referral, tx: Transaction, cause: Fact | None) -> None:
    """Let the plan's action stand where its referral stands."""
    actions = [action for goal in plan.goals for action in goal.actions]
    action = next(action for action in actions if action.id == referral.action_id)
    begins = referral.state in UNDER_WAY and action.status is ActionStatus.PLANNED
    if begins and referral.first_visit_on:
        plan.referral_accepted(action.id, first_visit_on=referral.first_visit_on)
    if action.status not in {ActionStatus.PLANNED, ActionStatus.IN_PROGRESS}:
        return
    if referral.state is ReferralState.COMPLETED and referral.outcome:
        tx.record(plan.referral_completed(action.id, referral.outcome), cause=cause)
    elif referral.state in ENDED:
        plan.referral_ended(action.id)
