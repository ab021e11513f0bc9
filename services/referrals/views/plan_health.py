"""How a plan does today: what does not go together, who took the last step, what comes next."""

from datetime import datetime, time
from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import Field
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.values import Day, InstitutionId, View
from kernel import clock, kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.conflicts import Scene, Visit, conflicts
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_cut import CutPlan
from services.referrals.domain.plan_duties import duties_of
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN
from services.referrals.store.keys import keys_of
from services.referrals.store.referrals import open_referral, seen_by
from services.referrals.tables.plans import plan_changes
from services.referrals.tables.referrals import referrals


class PlanWarning(View):
    """Something in the plan that does not go together."""

    code: Annotated[str, Field(examples=["goal_without_action"])]
    things: Annotated[list[UUID], Field(description="The goals, actions, parts, referrals.")]
    text: Annotated[str, Field(examples=["Nothing is planned towards this goal."])]
    pl: Annotated[str, Field(examples=["Do tego celu nie zaplanowano żadnego działania."])]


class PlanWarnings(View):
    """What does not go together in a plan, as of today."""

    items: tuple[PlanWarning, ...]


class LastStep(View):
    """When an institution last did something in the plan."""

    institution: InstitutionId
    last_step_at: datetime
    days_ago: int


class PlanHealth(View):
    """How alive the plan is."""

    last_steps: list[LastStep]
    silent: Annotated[
        list[InstitutionId],
        Field(description="Institutions with something to do that have not taken a step yet."),
    ]
    next_duty_on: Day | None
    days_to_next_duty: Annotated[int | None, Field(description="Negative: overdue.")]


async def warnings_of(tx: Transaction, plan: CutPlan, by: Caller) -> list[PlanWarning]:
    """What the rules find in a plan as the caller may know it, and in the referrals she may see."""
    found = conflicts(
        Scene(plan, clock.today(), await _visits(tx, plan, by), await _related(tx, plan))
    )
    return [
        PlanWarning(code=one.code, things=list(one.things), text=one.en, pl=one.pl)
        for one in found
    ]


async def health_of(tx: Transaction, plan: SupportPlan) -> PlanHealth:
    """The last step of each institution, and how far the next duty is."""
    query = (
        sa.select(plan_changes.c.institution, sa.func.max(plan_changes.c.at).label("at"))
        .where(plan_changes.c.plan_id == plan.id, plan_changes.c.institution.is_not(None))
        .group_by(plan_changes.c.institution)
        .order_by(plan_changes.c.institution)
    )
    now, today = clock.now(), clock.today()
    steps = [
        LastStep(institution=row.institution, last_step_at=row.at, days_ago=(now - row.at).days)
        for row in await tx.session.execute(query)
    ]
    days = [duty.due_on for duty in duties_of(plan, now, {}) if duty.due_on]
    following = min(days, default=None)
    return PlanHealth(
        last_steps=steps,
        silent=sorted(_involved(plan) - {step.institution for step in steps}),
        next_duty_on=following,
        days_to_next_duty=(following - today).days if following else None,
    )


def _involved(plan: SupportPlan) -> set[UUID]:
    owners = {action.owner for action in plan.actions() if action.open}
    return owners | {part.institution for part in plan.parts if part.open}


async def _related(tx: Transaction, plan: CutPlan) -> frozenset[UUID]:
    """Which of the owners may see the client today."""
    owners = sorted({action.owner for action in plan.actions() if action.open})
    ids = sa.func.unnest(sa.cast(owners, ARRAY(sa.Uuid))).column_valued("owner")
    live = relations.in_force(plan.client_id, ids, clock.today())
    query = sa.select(ids).where(sa.exists().where(live))
    return frozenset(await tx.session.scalars(query))


async def _visits(tx: Transaction, plan: CutPlan, by: Caller) -> tuple[Visit, ...]:
    """The appointments of the person's open referrals; their hours lie sealed.

    Only of those the caller may see: a warning would tell of a hidden one, and when it is.
    """
    query = sa.select(Referral).where(
        kinship.of_person(referrals.c.client_id, plan.client_id),
        referrals.c.first_visit_on >= clock.today(),
        referrals.c.state.in_(OPEN),
        seen_by(by),
    )
    found = list(await tx.session.scalars(query.order_by(referrals.c.id)))
    keys = await keys_of(tx, {one.client_id for one in found}) if found else {}
    visits = []
    for one in found:
        if one.client_id in keys and one.first_visit_on:
            open_referral(one, keys)
            at = one.words.first_visit_at
            hour = time.fromisoformat(at) if at else None
            visits.append(Visit(one.id, one.first_visit_on, hour))
    return tuple(visits)
