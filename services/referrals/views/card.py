"""The card of a client: what this service tells the gateway about her, section by section."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.sections import Level, Section
from kernel import kinship
from kernel.transactions import Transaction
from services.referrals.domain.plan import PlanNotFound, SupportPlan, leading
from services.referrals.domain.plan_cut import COMMON, WHOLE, Reading
from services.referrals.domain.plan_cut import cut as cut_plan
from services.referrals.domain.referral import Referral
from services.referrals.domain.referral_states import OPEN, ReferralState
from services.referrals.tables.plans import plans
from services.referrals.tables.referrals import referrals
from services.referrals.views.advice import advisers_of
from services.referrals.views.meeting_card import cut_meetings
from services.referrals.views.parties import Names
from services.referrals.views.plan import PlanView, named_in, plan_view
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
    found.sort(key=lambda plan: (family.index(plan.client_id), plan.id))
    all_sent = sa.select(Referral).where(
        referrals.c.client_id.in_(family),
        referrals.c.asked_on.is_not(None),
        referrals.c.state != ReferralState.ENTERED_IN_ERROR,
    )
    sent = list(await tx.session.scalars(all_sent.order_by(referrals.c.id.desc())))
    try:
        return {
            Section.PLAN: await _plan(tx, found, family),
            Section.REFERRALS: await _referrals(tx, sent),
            **await _more(tx, family),
        }
    except PlanNotFound:
        return None


MORE: list[Callable[[Transaction, Sequence[UUID]], Awaitable[Sections]]] = [cut_meetings]
"""What other themes of this service tell of a person, by the ids that stand for her."""


async def _more(tx: Transaction, family: Sequence[UUID]) -> dict[Section | str, Bodies]:
    cut_of_all: dict[Section | str, Bodies] = {}
    for theme in MORE:
        cut_of_all |= await theme(tx, family)
    return cut_of_all


async def _plan(tx: Transaction, found: Sequence[SupportPlan], family: Sequence[UUID]) -> Bodies:
    """One plan leads and shows every support; those merged into it stand beside it.

    Of those that have ended it says only that there were any: they are read by themselves. A card is
    cut for levels and not for readers: masked it holds what every reader of the plan may know, and
    who may know more, like her own institution's part, reads the plan itself.
    """
    lead = leading(found)
    shown = [lead, *(plan for plan in found if plan is not lead and not plan.ended)]
    named = [(plan, await named_in(tx, plan)) for plan in shown]
    ended = [_ended(plan) for plan in found if plan not in shown]
    beside = {"ended_plans": ended, "advisers": await advisers_of(tx, family)}
    return {
        Level.FULL: _laid(named, WHOLE, beside),
        Level.MASKED: _laid(named, COMMON, beside),
        Level.SUMMARY: {
            "status": lead.status.value,
            "goals": sum(len(plan.goals) for plan in found),
        },
    }


def _laid(
    named: Sequence[tuple[SupportPlan, Names]], reader: Reading, beside: Mapping[str, Any]
) -> dict[str, Any]:
    """The plans as such a reader may know them, the leading one first, and what stands beside them."""
    lead, *others = [plan_view(cut_plan(plan, reader), names) for plan, names in named]
    supports = [support for view in (lead, *others) for support in view.supports]
    more = {"merged_plans": [_dump(view) for view in others], **beside}
    laid = _dump(lead.model_copy(update={"supports": supports}))
    return laid | {name: told for name, told in more.items() if told}


def _dump(view: PlanView) -> dict[str, Any]:
    # What a look tells only today would be old on a card.
    return view.model_dump(mode="json", by_alias=True, exclude={"warnings", "health"})


def _ended(plan: SupportPlan) -> dict[str, Any]:
    return {
        "id": str(plan.id),
        "status": plan.status.value,
        "ended_on": plan.ended_on and plan.ended_on.isoformat(),
        "end_reason": plan.end_reason and plan.end_reason.value,
    }


async def _referrals(tx: Transaction, found: Sequence[Referral]) -> Bodies:
    views = await show_referrals(tx, found)
    count = sum(referral.state in OPEN for referral in found)
    return {
        Level.FULL: [view.model_dump(mode="json", by_alias=True) for view in views],
        Level.SUMMARY: {"open": count, "closed": len(found) - count},
    }
