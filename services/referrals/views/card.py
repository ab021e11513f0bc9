"""The card of a client: what this service tells the gateway about her, section by section."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel.transactions import Transaction
from services.referrals.domain.plan import PlanNotFound, SupportPlan
from services.referrals.domain.referral import OPEN, Referral
from services.referrals.tables import plans, referrals
from services.referrals.views.plan import show_plan
from services.referrals.views.referral import show_referrals

Bodies = Mapping[Level, Any]


Sections = Mapping[Section | str, Bodies]


async def cut(tx: Transaction, client_id: UUID) -> Sections | None:
    """The plan and the referrals of a client; none if she is unknown here, or erased."""
    plan = await tx.session.scalar(sa.select(SupportPlan).where(plans.c.client_id == client_id))
    if plan is None:
        return None
    query = sa.select(Referral).where(referrals.c.client_id == client_id)
    sent = list(await tx.session.scalars(query.order_by(referrals.c.id.desc())))
    try:
        return {Section.PLAN: await _plan(tx, plan), Section.REFERRALS: await _referrals(tx, sent)}
    except PlanNotFound:
        return None


async def _plan(tx: Transaction, plan: SupportPlan) -> Bodies:
    view = await show_plan(tx, plan)
    return {
        Level.FULL: view.model_dump(mode="json", by_alias=True),
        Level.SUMMARY: {"status": plan.status.value, "goals": len(plan.goals)},
    }


async def _referrals(tx: Transaction, found: Sequence[Referral]) -> Bodies:
    views = await show_referrals(tx, found)
    count = sum(referral.state in OPEN for referral in found)
    return {
        Level.FULL: [view.model_dump(mode="json", by_alias=True) for view in views],
        Level.SUMMARY: {"open": count, "closed": len(found) - count},
    }
