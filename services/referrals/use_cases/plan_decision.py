"""What a case meeting decided becomes an action of the client's plan."""

from uuid import UUID

from contracts.referrals.plan import GoalStatus
from kernel import ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.referrals.domain.agenda import Decision
from services.referrals.domain.goals import Action, Goal
from services.referrals.domain.plan import PlanNotFound, SupportPlan, holding, leading
from services.referrals.store.plans import Plans

GOAL_OF_MEETINGS = "Ustalenia zespołu"
"""The goal that holds what meetings decide without naming one: no decision waits for a goal."""


async def plan_decision(decision: Decision, *, by: Caller, tx: Transaction) -> None:
    """Plan it, in the same transaction; finishing the action is what does the decision."""
    store = Plans(tx, by=by)
    plans = await store.of_person(decision.client_id)
    if not plans:
        raise PlanNotFound
    if decision.goal_id is None:
        plan = leading(plans)
        decision.goal_id = _goal(plan) or _set_goal(plan, tx)
    else:
        plan = holding(plans, decision.goal_id)
    action = Action(ids.new(), decision.text, decision.owner, decision.due_on)
    tx.record(plan.add_action(decision.goal_id, action))
    decision.action_id = action.id
    await store.keep(plan)


def _goal(plan: SupportPlan) -> UUID | None:
    return next(
        (
            goal.id
            for goal in plan.goals
            if goal.title == GOAL_OF_MEETINGS and goal.status is GoalStatus.OPEN
        ),
        None,
    )


def _set_goal(plan: SupportPlan, tx: Transaction) -> UUID:
    goal = Goal(ids.new(), GOAL_OF_MEETINGS)
    tx.record(plan.add_goal(goal))
    return goal.id
