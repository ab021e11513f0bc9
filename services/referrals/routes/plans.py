"""The HTTP face of plans."""

from fastapi import APIRouter, Response

from contracts.values import ActionId, PlanId
from kernel.problems import problems
from kernel.verbs import READS, WRITES, By, Expected, Tx, Verb, tag
from kernel.versions import VersionIsOld
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.plan import (
    ActionNotFound,
    FollowsReferral,
    GoalNotInPlan,
    NotTheOwner,
    OwnerUnrelated,
    PlanNotFound,
)
from services.referrals.use_cases.add_action import AddAction, add_action
from services.referrals.use_cases.add_goal import AddGoal, add_goal
from services.referrals.use_cases.finish_action import finish_action
from services.referrals.views.plan import PlanView, SeenPlans

router = APIRouter(prefix="/v1/plans", tags=["plans"], route_class=Verb)


@router.get("/{plan_id}", name="show_plan", dependencies=READS, responses=problems(PlanNotFound))
async def plan(plan_id: PlanId, by: By, tx: Tx, response: Response) -> PlanView:
    """Show the combined plan of a client (jeden plan wsparcia)."""
    view = await SeenPlans(tx, by).show(plan_id)
    tag(response, view.version, about=view.client_id)
    return view


@router.post(
    "/{plan_id}/goals",
    name="add_goal",
    status_code=201,
    dependencies=WRITES,
    responses=problems(PlanNotFound, VersionIsOld),
)
async def goal(
    plan_id: PlanId, command: AddGoal, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Set a goal in the plan (cel)."""
    plan = await add_goal(plan_id, command, by=by, expected=expected, tx=tx)
    tag(response, plan.version, f"/v1/plans/{plan.id}", about=plan.client_id)
    return await SeenPlans(tx, by).show(plan.id)


@router.post(
    "/{plan_id}/actions",
    name="add_action",
    status_code=201,
    dependencies=WRITES,
    responses=problems(PlanNotFound, GoalNotInPlan, OwnerUnrelated, VersionIsOld),
)
async def action(
    plan_id: PlanId, command: AddAction, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Plan an action towards a goal (działanie), for your institution or another of the client's."""
    plan = await add_action(plan_id, command, by=by, expected=expected, tx=tx)
    tag(response, plan.version, f"/v1/plans/{plan.id}", about=plan.client_id)
    return await SeenPlans(tx, by).show(plan.id)


@router.post(
    "/{plan_id}/actions/{action_id}/finish",
    name="finish_action",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound, ActionNotFound, NotTheOwner, IllegalMove, FollowsReferral, VersionIsOld
    ),
)
async def finish(
    plan_id: PlanId, action_id: ActionId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Finish an action of your institution (zakończenie działania)."""
    plan = await finish_action(plan_id, action_id, by=by, expected=expected, tx=tx)
    tag(response, plan.version, about=plan.client_id)
    return await SeenPlans(tx, by).show(plan.id)
