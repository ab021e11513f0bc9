"""A plan as the institutions of its client see it."""

from typing import Annotated
from uuid import UUID

import sqlalchemy as sa
from pydantic import ConfigDict, Field

from contracts.referrals import Outcome
from contracts.referrals.plan import EndReason, GoalStatus
from contracts.sections import Section
from contracts.values import (
    ActionId,
    AwardId,
    ClientId,
    Day,
    GoalId,
    Line,
    Month,
    Note,
    PlanId,
    ReferralId,
    Title,
    Version,
    View,
    WorkerId,
)
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.goals import Action, ActionStatus, ActionTerms, Goal
from services.referrals.domain.plan import PlanNotFound, SupportPlan
from services.referrals.domain.plan_cut import CutPlan, PlanWithheld, cut
from services.referrals.domain.plan_states import PlanStatus
from services.referrals.domain.supports import Support, SupportKind, SupportStatus
from services.referrals.store.keys import keys_of
from services.referrals.store.plan_reading import reading_of
from services.referrals.store.plans import open_plan
from services.referrals.tables.plans import plans
from services.referrals.views.parties import Names, PartyView, names_of, party_view
from services.referrals.views.plan_health import PlanHealth, PlanWarning, health_of, warnings_of
from services.referrals.views.plan_parts import (
    PlanPartView,
    PlanReviewView,
    part_views,
    parties_of,
    review_views,
)

_Version = Annotated[Version, Field(description="The plan's version that last changed it.")]


class ActionView(View):
    """An action of a plan (działanie)."""

    id: ActionId
    title: Annotated[Title, Field(examples=["Write a CV together"])]
    owner: PartyView
    status: ActionStatus
    due_on: Day | None
    referral_id: Annotated[ReferralId | None, Field(description="The referral it follows.")]
    outcome: Annotated[Outcome | None, Field(description="What came of that referral.")]
    finished_on: Day | None
    terms: ActionTerms
    version: _Version


class GoalView(View):
    """A goal of a plan (cel), with what is done towards it."""

    id: GoalId
    title: Title
    indicator: Line | None
    baseline: Line | None
    target: Line | None
    due_on: Day | None
    status: GoalStatus
    result: Note | None
    version: _Version
    actions: list[ActionView]


class SupportView(View):
    """A support woven into a plan: months and a status, no amounts."""

    model_config = ConfigDict(populate_by_name=True)

    kind: SupportKind
    id: AwardId
    status: SupportStatus
    first_month: Annotated[Month, Field(alias="from", description="First month, inclusive.")]
    last_month: Annotated[Month, Field(alias="to", description="Last month, inclusive.")]


class LeadView(View):
    """Who leads the plan (prowadzący)."""

    institution: PartyView
    worker: WorkerId | None


class DiagnosisView(View):
    """What all institutions go by."""

    diagnosis: Note | None
    strengths: list[Line]
    version: _Version


class PlanView(View):
    """The combined support plan of a client (jeden plan wsparcia), cut to what you may know.

    Goals, actions, supports and how each part stands are for everybody who reads it.
    """

    id: PlanId
    client_id: ClientId
    status: PlanStatus
    version: Version
    lead: LeadView | None
    diagnosis: DiagnosisView
    goals: list[GoalView]
    parts: list[PlanPartView]
    supports: list[SupportView]
    reviews: list[PlanReviewView]
    proposed_on: Day | None
    agreed_on: Day | None
    active_from: Day | None
    review_on: Annotated[Day | None, Field(description="The next review.")]
    ends_on: Day | None
    ended_on: Day | None
    end_reason: EndReason | None
    summary: Annotated[Note | None, Field(description="What was reached, at its end.")]
    withheld: Annotated[
        list[PlanWithheld],
        Field(description="What of it is not for you, whether or not anything stands there."),
    ]
    warnings: Annotated[
        tuple[PlanWarning, ...], Field(description="What does not go together, as of today.")
    ] = ()
    health: Annotated[
        PlanHealth | None,
        Field(description="The last step of each institution and what comes next."),
    ] = None


class PlanBrief(View):
    """A plan in a list."""

    id: PlanId
    client_id: ClientId
    status: PlanStatus
    version: Version
    active_from: Day | None
    review_on: Day | None
    ended_on: Day | None
    end_reason: EndReason | None


class PlanList(View):
    """The plans of a client, oldest first."""

    items: list[PlanBrief]


class SeenPlans:
    """The plans of the clients that a caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(SupportPlan).where(
            relations.visible(plans.c.client_id, by, Section.PLAN)
        )

    async def show(self, plan_id: UUID) -> PlanView:
        """One plan, with what a look at it today tells."""
        plan = await self.find(plan_id)
        names = await named_in(self._tx, plan)
        seen = cut(plan, await reading_of(self._tx, plan, self._by))
        view = plan_view(seen, names)
        warnings = tuple(await warnings_of(self._tx, seen, self._by))
        health = await health_of(self._tx, plan)
        return view.model_copy(update={"warnings": warnings, "health": health})

    async def of_person(self, client_id: UUID) -> PlanList:
        """Every plan of a person, under whichever id; none where she may not be seen."""
        columns = [plans.c[name] for name in PlanBrief.model_fields]
        query = sa.select(*columns).where(
            kinship.of_person(plans.c.client_id, client_id),
            relations.visible(plans.c.client_id, self._by, Section.PLAN),
        )
        rows = await self._tx.session.execute(query.order_by(plans.c.id))
        return PlanList(items=[PlanBrief.model_validate(row) for row in rows])

    async def find(self, plan_id: UUID) -> SupportPlan:
        """One plan that may be seen."""
        found = await self._tx.session.scalar(self._all.where(plans.c.id == plan_id))
        if found is None:
            raise PlanNotFound
        return found


async def named_in(tx: Transaction, plan: SupportPlan) -> Names:
    """Open the words of a plan at hand, and name the institutions in it."""
    open_plan(plan, await keys_of(tx, [plan.client_id]))
    named = {action.owner for action in plan.actions()} | parties_of(plan.parts, plan.reviews)
    return await names_of(tx, named | ({plan.lead} if plan.lead else set()))


def plan_view(plan: CutPlan, names: Names) -> PlanView:
    """A plan as it stands, as far as its reader may know it."""
    return PlanView(
        id=plan.id,
        client_id=plan.client_id,
        status=plan.status,
        version=plan.version,
        lead=_lead_view(plan, names),
        diagnosis=DiagnosisView(
            diagnosis=plan.words.diagnosis,
            strengths=list(plan.words.strengths),
            version=plan.diagnosis_version,
        ),
        goals=[_goal_view(goal, names) for goal in plan.goals],
        parts=part_views(plan, names),
        supports=[_support_view(support) for support in plan.supports],
        reviews=review_views(plan, names),
        proposed_on=plan.proposed_on,
        agreed_on=plan.agreed_on,
        active_from=plan.active_from,
        review_on=plan.review_on,
        ends_on=plan.ends_on,
        ended_on=plan.ended_on,
        end_reason=plan.end_reason,
        summary=plan.words.summary,
        withheld=plan.reading.told,
    )


def _lead_view(plan: CutPlan, names: Names) -> LeadView | None:
    if plan.lead is None:
        return None
    return LeadView(institution=party_view(plan.lead, names), worker=plan.lead_worker)


def _goal_view(goal: Goal, names: Names) -> GoalView:
    return GoalView(
        id=goal.id,
        title=goal.title,
        indicator=goal.words.indicator,
        baseline=goal.words.baseline,
        target=goal.words.target,
        due_on=goal.due_on,
        status=goal.status,
        result=goal.words.result,
        version=goal.version,
        actions=[_action_view(action, names) for action in goal.actions],
    )


def _action_view(action: Action, names: Names) -> ActionView:
    return ActionView(
        id=action.id,
        title=action.title,
        owner=party_view(action.owner, names),
        status=action.status,
        due_on=action.due_on,
        referral_id=action.referral_id,
        outcome=action.outcome,
        finished_on=action.finished_on,
        terms=action.terms,
        version=action.version,
    )


def _support_view(support: Support) -> SupportView:
    return SupportView(
        kind=support.kind,
        id=support.id,
        status=support.status,
        first_month=support.first_month,
        last_month=support.last_month,
    )
