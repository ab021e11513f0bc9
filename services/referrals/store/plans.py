"""Finding and keeping plans; whatever is said in them of a person is sealed on the way."""

from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Section
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.versions import VersionIsOld
from services.referrals.domain.plan import PlanNotFound, SayWhichVersion, SupportPlan
from services.referrals.domain.plan_changes import Pen
from services.referrals.domain.plan_states import ENDED
from services.referrals.store.keys import keys_of
from services.referrals.store.plan_duties import settle
from services.referrals.store.plan_versions import lay_snapshot
from services.referrals.store.plan_words import open_plan, seal_plan, unsealed
from services.referrals.tables.plans import actions, goals, plan_changes, plans

__all__ = ["Plans", "open_plan"]


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
        """The plan opened under this very id, for change: the one going on, else the latest."""
        found = await self._find_all(plans.c.client_id == client_id)
        return next((plan for plan in found if not plan.ended), found[-1] if found else None)

    async def of_person(self, client_id: UUID) -> list[SupportPlan]:
        """Every plan of a person, for change: her own, then those of the records merged into it."""
        found = await self._find_all(kinship.of_person(plans.c.client_id, client_id))
        family = await kinship.family(self._tx.session, client_id)
        return sorted(found, key=lambda plan: family.index(plan.client_id))

    async def going_on(self, client_id: UUID) -> UUID | None:
        """The plan of a person that has not ended; asked after her plans were locked."""
        query = sa.select(plans.c.id).where(
            kinship.of_person(plans.c.client_id, client_id), plans.c.status.not_in(ENDED)
        )
        return await self._tx.session.scalar(query.limit(1))

    async def with_action(self, action_id: UUID | None) -> SupportPlan | None:
        """The plan in which an action stands, for change: not always that of its referral's client."""
        if action_id is None:
            return None
        goal = sa.select(actions.c.goal_id).where(actions.c.id == action_id).scalar_subquery()
        plan_id = sa.select(goals.c.plan_id).where(goals.c.id == goal).scalar_subquery()
        return await self._find(plans.c.id == plan_id)

    async def require_seen(
        self, plan: SupportPlan, expected: int | None, touched: int | None = None
    ) -> None:
        """Refuse what was decided on an older version, and tell what was changed since, by whom.

        `touched` is the version in which what is now replaced was changed last: who saw that one or
        a later one of the plan has seen all that she writes over. Without it, nothing at all may
        have changed, and to name no version means to have no opinion.
        """
        if expected is None:
            if touched is not None:
                raise SayWhichVersion
            return
        if expected > plan.version or expected < (plan.version if touched is None else touched):
            raise VersionIsOld(version=plan.version, changed=await self._since(plan, expected))

    async def keep(self, plan: SupportPlan, *, for_ever: bool = False) -> None:
        """Keep it: seal the words that are new, and write down who owes what now.

        `for_ever`: also as it stands today, whatever is changed later.
        """
        session = self._tx.session
        if unsealed(plan):
            seal_plan(plan, await self._tx.vault.key_for(session, plan.client_id))
        plan.pen = plan.pen or self._pen()
        session.add(plan)
        if for_ever:
            await lay_snapshot(self._tx, plan)
        await settle(self._tx, plan)

    async def _find(self, which: sa.ColumnElement[bool]) -> SupportPlan | None:
        found = await self._find_all(which)
        return found[0] if found else None

    async def _find_all(self, which: sa.ColumnElement[bool]) -> list[SupportPlan]:
        """Locked in one order, so that two who lock the same plans cannot wait for each other."""
        query = self._all.where(which).order_by(plans.c.client_id, plans.c.id).with_for_update()
        found = list(await self._tx.session.scalars(query))
        keys = await keys_of(self._tx, [plan.client_id for plan in found]) if found else {}
        for plan in found:
            open_plan(plan, keys)
            plan.pen = self._pen()
        return found

    async def _since(self, plan: SupportPlan, expected: int) -> list[dict[str, object]]:
        query = sa.select(plan_changes).where(
            plan_changes.c.plan_id == plan.id, plan_changes.c.version > expected
        )
        rows = await self._tx.session.execute(query.order_by(plan_changes.c.version).limit(200))
        return [
            {
                "version": row.version,
                "what": row.what.value,
                "thing": str(row.thing) if row.thing else None,
                "by": row.worker,
                "institution": str(row.institution) if row.institution else None,
                "at": row.at.isoformat(),
            }
            for row in rows
        ]

    def _pen(self) -> Pen:
        by = self._tx.by
        if by is None:
            return Pen(clock.now(), clock.today())
        return Pen(clock.now(), clock.today(), by.worker, by.institution)


async def may_work(tx: Transaction, client_id: UUID, institution: UUID) -> bool:
    """Whether an institution may be given something to do for a client: it sees her already.

    A partnership may have a relation too, but only an institution can do something.
    """
    party = await relations.party(tx.session, institution)
    related = await relations.may_see(tx.session, client_id, institution)
    return party is not None and party.kind is not None and related
