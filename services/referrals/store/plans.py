"""Finding and keeping plans; the titles of goals and actions are sealed on the way."""

from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.plan import Action, Goal, PlanNotFound, SupportPlan
from services.referrals.store.keys import Keys, keys_of
from services.referrals.tables.plans import actions, goals, plans


class Plans:
    """The plans of the clients that a caller's institution may see.

    `by=None` is the house itself: a reaction, or a referral whose own parties were checked.
    """

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._all = sa.select(SupportPlan)
        if by is not None:
            self._all = self._all.where(relations.visible(plans.c.client_id, by, Section.PLAN))

    async def get(self, plan_id: UUID) -> SupportPlan:
        """Fetch for change: the row stays locked, so a plan's changes wait for each other."""
        found = await self._find(plans.c.id == plan_id)
        if found is None:
            raise PlanNotFound
        return found

    async def of_client(self, client_id: UUID) -> SupportPlan | None:
        """The plan opened under this very id, for change."""
        return await self._find(plans.c.client_id == client_id)

    async def of_person(self, client_id: UUID) -> list[SupportPlan]:
        """Every plan of a person, for change: her own, then those of the records merged into it.

        Locked in the order of their clients, so that two who lock the same plans cannot wait for
        each other.
        """
        query = self._all.where(kinship.of_person(plans.c.client_id, client_id))
        locked = query.order_by(plans.c.client_id).with_for_update()
        found = list(await self._tx.session.scalars(locked))
        keys = await keys_of(self._tx, [plan.client_id for plan in found])
        for plan in found:
            open_plan(plan, keys)
        family = await kinship.family(self._tx.session, client_id)
        return sorted(found, key=lambda plan: family.index(plan.client_id))

    async def with_action(self, action_id: UUID | None) -> SupportPlan | None:
        """The plan in which an action stands, for change: not always that of its referral's client."""
        if action_id is None:
            return None
        goal = sa.select(actions.c.goal_id).where(actions.c.id == action_id).scalar_subquery()
        plan_id = sa.select(goals.c.plan_id).where(goals.c.id == goal).scalar_subquery()
        return await self._find(plans.c.id == plan_id)

    async def keep(self, plan: SupportPlan) -> None:
        """Keep it, and seal the titles that are new."""
        session = self._tx.session
        fresh = [thing for thing in _titled(plan) if not thing.sealed]
        if fresh:
            key = await self._tx.vault.key_for(session, plan.client_id)
            for thing in fresh:
                thing.sealed = key.seal(thing.title.encode(), _place(thing))
        session.add(plan)

    async def _find(self, which: sa.ColumnElement[bool]) -> SupportPlan | None:
        plan = await self._tx.session.scalar(self._all.where(which).with_for_update())
        if plan is not None:
            open_plan(plan, await keys_of(self._tx, [plan.client_id]))
        return plan


def open_plan(plan: SupportPlan, keys: Keys) -> None:
    """Open the titles of a plan; without its client's key the plan is gone."""
    key = keys.get(plan.client_id)
    for thing in _titled(plan):
        if key is None:
            raise PlanNotFound
        thing.title = key.open(thing.sealed, _place(thing)).decode()


def _titled(plan: SupportPlan) -> list[Goal | Action]:
    actions = [action for goal in plan.goals for action in goal.actions]
    return [*plan.goals, *actions]


def _place(thing: Goal | Action) -> str:
    return f"{type(thing).__name__.lower()}:{thing.id}"
