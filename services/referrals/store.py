"""Finding and keeping plans and referrals; what is said of a person is sealed on the way."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.referrals.domain.plan import Action, Goal, PlanNotFound, SupportPlan
from services.referrals.domain.referral import OPEN, Referral, ReferralNotFound, Words
from services.referrals.tables import actions, goals, plans, referrals


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


class Referrals:
    """The referrals that a caller may see."""

    def __init__(self, tx: Transaction, *, by: Caller) -> None:
        self._tx = tx
        self._all = sa.select(Referral).where(seen_by(by))

    async def get(self, referral_id: UUID) -> Referral:
        """Fetch for change: the row stays locked, so two answers cannot both be the first."""
        query = self._all.where(referrals.c.id == referral_id)
        found = await self._tx.session.scalar(query.with_for_update())
        if found is None:
            raise ReferralNotFound
        open_referral(found, await keys_of(self._tx, [found.client_id]))
        return found

    async def open_between(self, client_id: UUID, receiver: UUID) -> UUID | None:
        """The open referral of a person to an institution, whoever sent it, under whichever id."""
        query = sa.select(referrals.c.id).where(
            kinship.of_person(referrals.c.client_id, client_id),
            referrals.c.sent_to == receiver,
            referrals.c.state.in_(OPEN),
        )
        return await self._tx.session.scalar(query.limit(1))

    async def keep(self, referral: Referral) -> None:
        """Keep it, its words sealed."""
        session = self._tx.session
        key = await self._tx.vault.key_for(session, referral.client_id)
        referral.sealed = key.seal(referral.words.model_dump_json().encode(), _place(referral))
        session.add(referral)


def seen_by(by: Caller) -> sa.ColumnElement[bool]:
    """The condition that a caller may see a referral: her institution's own, or of her client.

    Sender and receiver see it by themselves, also before the relation is heard and after it ended;
    but not while the client's data are restricted.
    """
    own = sa.or_(referrals.c.sent_by == by.institution, referrals.c.sent_to == by.institution)
    return sa.or_(
        sa.and_(own, relations.unrestricted(referrals.c.client_id)),
        relations.visible(referrals.c.client_id, by, Section.REFERRALS),
    )


Keys = dict[UUID, ClientKey]


async def keys_of(tx: Transaction, client_ids: Iterable[UUID]) -> Keys:
    """The keys of clients; who was erased has none."""
    query = sa.select(client_keys).where(client_keys.c.client_id.in_(set(client_ids)))
    rows = await tx.session.execute(query)
    return {row.client_id: tx.vault.unwrap(row.wrapped, row.client_id) for row in rows}


def open_plan(plan: SupportPlan, keys: Keys) -> None:
    """Open the titles of a plan; without its client's key the plan is gone."""
    key = keys.get(plan.client_id)
    for thing in _titled(plan):
        if key is None:
            raise PlanNotFound
        thing.title = key.open(thing.sealed, _place(thing)).decode()


def open_referral(referral: Referral, keys: Keys) -> None:
    """Open the words of a referral; without its client's key the referral is gone."""
    key = keys.get(referral.client_id)
    if key is None:
        raise ReferralNotFound
    plain = key.open(referral.sealed, _place(referral))
    referral.words = Words.model_validate_json(plain)


def _titled(plan: SupportPlan) -> list[Goal | Action]:
    actions = [action for goal in plan.goals for action in goal.actions]
    return [*plan.goals, *actions]


def _place(thing: Goal | Action | Referral) -> str:
    return f"{type(thing).__name__.lower()}:{thing.id}"
