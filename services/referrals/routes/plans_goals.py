"""The HTTP face of goals and actions of a plan."""

from fastapi import APIRouter, Response

from contracts.values import ActionId, GoalId, PlanId
from kernel.problems import problems
from kernel.verbs import WRITES, By, Expected, Tx, Verb
from kernel.versions import VersionIsOld
from services.referrals.domain.goals import (
    ActionNotFound,
    FollowsReferral,
    GoalNotFound,
    GoalNotInPlan,
    NotTheOwner,
    OwnerUnrelated,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.plan import PlanEnded, PlanNotFound, SayWhichVersion
from services.referrals.routes.plans_shown import shown
from services.referrals.use_cases.add_action import AddAction, add_action
from services.referrals.use_cases.add_goal import AddGoal, add_goal
from services.referrals.use_cases.begin_action import begin_action
from services.referrals.use_cases.cancel_action import cancel_action
from services.referrals.use_cases.change_action import ChangeAction, change_action
from services.referrals.use_cases.change_goal import ChangeGoal, change_goal
from services.referrals.use_cases.conclude_goal import ConcludeGoal, conclude_goal
from services.referrals.use_cases.drop_goal import drop_goal
from services.referrals.use_cases.finish_action import finish_action
from services.referrals.views.plan import PlanView

router = APIRouter(prefix="/v1/plans", tags=["plans"], route_class=Verb)


@router.post(
    "/{plan_id}/goals",
    name="add_goal",
    status_code=201,
    dependencies=WRITES,
    responses=problems(PlanNotFound, PlanEnded, VersionIsOld),
)
async def goal(
    plan_id: PlanId, command: AddGoal, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Set a goal in the plan (cel)."""
    plan = await add_goal(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response, new=True)


@router.post(
    "/{plan_id}/goals/{goal_id}/change",
    name="change_goal",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound, GoalNotFound, PlanEnded, IllegalMove, SayWhichVersion, VersionIsOld
    ),
)
async def change(
    plan_id: PlanId,
    goal_id: GoalId,
    command: ChangeGoal,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Word a goal anew, whole (zmiana celu).

    To replace words send the ETag you saw as If-Match: without it 428; what was changed since: 412.
    Whoever still works towards it is asked to sign anew.
    """
    plan = await change_goal(plan_id, goal_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/goals/{goal_id}/conclude",
    name="conclude_goal",
    dependencies=WRITES,
    responses=problems(PlanNotFound, GoalNotFound, PlanEnded, IllegalMove, VersionIsOld),
)
async def conclude(
    plan_id: PlanId,
    goal_id: GoalId,
    command: ConcludeGoal,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Say what came of a goal (ocena osiągnięcia celu)."""
    plan = await conclude_goal(plan_id, goal_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/goals/{goal_id}/drop",
    name="drop_goal",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        GoalNotFound,
        PlanEnded,
        IllegalMove,
        NotTheOwner,
        FollowsReferral,
        SayWhichVersion,
        VersionIsOld,
    ),
)
async def drop(
    plan_id: PlanId, goal_id: GoalId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Take a goal out of the plan, with your own open actions towards it (rezygnacja z celu)."""
    plan = await drop_goal(plan_id, goal_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/actions",
    name="add_action",
    status_code=201,
    dependencies=WRITES,
    responses=problems(PlanNotFound, PlanEnded, GoalNotInPlan, OwnerUnrelated, VersionIsOld),
)
async def action(
    plan_id: PlanId, command: AddAction, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Plan an action towards a goal (działanie), for your institution or another of the client's."""
    plan = await add_action(plan_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response, new=True)


@router.post(
    "/{plan_id}/actions/{action_id}/change",
    name="change_action",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        ActionNotFound,
        NotTheOwner,
        PlanEnded,
        IllegalMove,
        SayWhichVersion,
        VersionIsOld,
    ),
)
async def change_it(
    plan_id: PlanId,
    action_id: ActionId,
    command: ChangeAction,
    expected: Expected,
    by: By,
    tx: Tx,
    response: Response,
) -> PlanView:
    """Change an action of your institution, whole (zmiana działania).

    To replace words send the ETag you saw as If-Match: without it 428; what was changed since: 412.
    """
    plan = await change_action(plan_id, action_id, command, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/actions/{action_id}/begin",
    name="begin_action",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        ActionNotFound,
        NotTheOwner,
        PlanEnded,
        IllegalMove,
        FollowsReferral,
        VersionIsOld,
    ),
)
async def begin(
    plan_id: PlanId, action_id: ActionId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Say that an action of your institution is under way (rozpoczęcie działania)."""
    plan = await begin_action(plan_id, action_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/actions/{action_id}/finish",
    name="finish_action",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        ActionNotFound,
        NotTheOwner,
        PlanEnded,
        IllegalMove,
        FollowsReferral,
        VersionIsOld,
    ),
)
async def finish(
    plan_id: PlanId, action_id: ActionId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Finish an action of your institution (zakończenie działania)."""
    plan = await finish_action(plan_id, action_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)


@router.post(
    "/{plan_id}/actions/{action_id}/cancel",
    name="cancel_action",
    dependencies=WRITES,
    responses=problems(
        PlanNotFound,
        ActionNotFound,
        NotTheOwner,
        PlanEnded,
        IllegalMove,
        FollowsReferral,
        VersionIsOld,
    ),
)
async def cancel(
    plan_id: PlanId, action_id: ActionId, expected: Expected, by: By, tx: Tx, response: Response
) -> PlanView:
    """Cancel an action of your institution (odwołanie działania)."""
    plan = await cancel_action(plan_id, action_id, by=by, expected=expected, tx=tx)
    return await shown(plan, by, tx, response)
