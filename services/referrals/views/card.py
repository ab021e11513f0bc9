"""The card of a client: what this service tells the gateway about her, section by section."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.plan import PlanNotFound, SupportPlan, leading
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN, ReferralState
from services.referrals.tables.plans import plans
from services.referrals.tables.referrals import referrals
from services.referrals.views.plan import PlanView, show_plan
from services.referrals.views.referral import show_referrals

Bodies = Mapping[Level, Any]


Sections = Mapping[Section | str, Bodies]


async def cut(tx: Transaction, client_id: UUID) -> Sections | None:
    """The plan and the referrals of a client; none if she is unknown here, or erased.

    Those of every record that was merged into hers are among them, each under the id it has.
    """
    family = await kinship.family(tx.session, client_id)
    query = sa.select(SupportPlan).where(plans.c.client_id.in_(family))
    found = list(await tx.session.scalars(query))
    if not found:
        return None
    found.sort(key=lambda plan: family.index(plan.client_id))
    all_sent = sa.select(Referral).where(
        referrals.c.client_id.in_(family),
        referrals.c.asked_on.is_not(None),
        referrals.c.state != ReferralState.ENTERED_IN_ERROR,
    )
    sent = list(await tx.session.scalars(all_sent.order_by(referrals.c.id.desc())))
    try:
        return {
            Section.PLAN: await _plan(tx, found),
            Section.REFERRALS: await _referrals(tx, sent),
        }
    except PlanNotFound:
        return None


async def _plan(tx: Transaction, found: Sequence[SupportPlan]) -> Bodies:
    """One plan leads and shows every support; those merged into it stand beside it."""
    lead = leading(found)
    views = {plan.id: await show_plan(tx, plan) for plan in found}
    supports = [support for plan in found for support in views[plan.id].supports]
    full = views[lead.id].model_copy(update={"supports": supports})
    beside = [_dump(views[plan.id]) for plan in found if plan is not lead]
    return {
        Level.FULL: _dump(full) | ({"merged_plans": beside} if beside else {}),
        Level.SUMMARY: {
            "status": lead.status.value,
            "goals": sum(len(plan.goals) for plan in found),
        },
    }


def _dump(view: PlanView) -> dict[str, Any]:
    return view.model_dump(mode="json", by_alias=True)


async def _referrals(tx: Transaction, found: Sequence[Referral]) -> Bodies:
    views = await show_referrals(tx, found)
    count = sum(referral.state in OPEN for referral in found)
    return {
        Level.FULL: [view.model_dump(mode="json", by_alias=True) for view in views],
        Level.SUMMARY: {"open": count, "closed": len(found) - count},
    }
