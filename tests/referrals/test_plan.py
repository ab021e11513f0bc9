"""The rules of a plan."""

from datetime import date
from uuid import UUID

import pytest

from contracts.referrals import (
    ActionAdded,
    ActionFinished,
    GoalAdded,
    Outcome,
    PlanOpened,
    SupportChanged,
)
from services.referrals.domain.moves import IllegalMove
from services.referrals.domain.plan import (
    Action,
    ActionNotFound,
    ActionStatus,
    FollowsReferral,
    Goal,
    GoalNotInPlan,
    NotTheOwner,
    PlanStatus,
    Support,
    SupportKind,
    SupportPlan,
    SupportStatus,
)

PLAN, CLIENT, GOAL, ACTION = UUID(int=1), UUID(int=2), UUID(int=3), UUID(int=4)
OPS, PUP, REFERRAL, AWARD = UUID(int=5), UUID(int=6), UUID(int=7), UUID(int=8)


def opened() -> SupportPlan:
    return SupportPlan(PLAN, CLIENT)


def with_goal() -> SupportPlan:
    plan = opened()
    plan.add_goal(Goal(GOAL, "Job within six months"))
    return plan


def with_action() -> SupportPlan:
    plan = with_goal()
    plan.add_action(GOAL, Action(ACTION, "Write a CV together", OPS))
    return plan


def with_referral() -> SupportPlan:
    plan = with_goal()
    plan.add_action(GOAL, Action(ACTION, "Counselling", PUP, referral_id=REFERRAL))
    return plan


def action_of(plan: SupportPlan) -> Action:
    return plan.goals[0].actions[0]


def award(last_month: str = "2027-02") -> Support:
    return Support(AWARD, SupportKind.DEGRESSIVE_AWARD, "2026-03", last_month)


def test_a_plan_is_opened_as_an_empty_draft() -> None:
    plan = opened()

    assert plan.opened() == PlanOpened(client_id=CLIENT, plan_id=PLAN)
    assert (plan.status, plan.version, plan.goals) == (PlanStatus.DRAFT, 1, [])


def test_a_goal_makes_a_new_version() -> None:
    plan = opened()

    event = plan.add_goal(Goal(GOAL, "Job within six months"))

    assert event == GoalAdded(client_id=CLIENT, plan_id=PLAN, goal_id=GOAL)
    assert plan.version == 2


def test_an_action_stands_under_its_goal_and_names_its_owner() -> None:
    plan = with_goal()

    event = plan.add_action(GOAL, Action(ACTION, "Write a CV together", OPS))

    assert event == ActionAdded(
        client_id=CLIENT, plan_id=PLAN, goal_id=GOAL, action_id=ACTION, owner=OPS
    )
    assert plan.version == 3


def test_an_action_needs_a_goal_of_this_plan() -> None:
    with pytest.raises(GoalNotInPlan) as refused:
        with_goal().add_action(UUID(int=99), Action(ACTION, "Write a CV together", OPS))

    assert refused.value.pointer == "/goal_id"


def test_the_owner_finishes_an_action() -> None:
    plan = with_action()

    event = plan.finish_action(ACTION, by=OPS)

    assert event == ActionFinished(client_id=CLIENT, plan_id=PLAN, action_id=ACTION)
    assert (action_of(plan).status, plan.version) == (ActionStatus.DONE, 4)


def test_nobody_else_finishes_an_action() -> None:
    with pytest.raises(NotTheOwner):
        with_action().finish_action(ACTION, by=PUP)


def test_an_action_is_finished_once() -> None:
    plan = with_action()
    plan.finish_action(ACTION, by=OPS)

    with pytest.raises(IllegalMove) as refused:
        plan.finish_action(ACTION, by=OPS)

    assert refused.value.members == {"state": "done", "allowed": []}
    assert plan.version == 4


def test_an_action_of_another_plan_is_not_found() -> None:
    with pytest.raises(ActionNotFound):
        with_action().finish_action(UUID(int=99), by=OPS)


def test_an_action_that_follows_a_referral_is_not_finished_by_hand() -> None:
    with pytest.raises(FollowsReferral):
        with_referral().finish_action(ACTION, by=PUP)


def test_an_accepted_referral_begins_its_action_until_the_first_visit() -> None:
    plan = with_referral()

    plan.referral_accepted(ACTION, first_visit_on=date(2026, 3, 10))

    action = action_of(plan)
    assert (action.status, action.due_on) == (ActionStatus.IN_PROGRESS, date(2026, 3, 10))
    assert plan.version == 4


def test_a_completed_referral_finishes_its_action_with_the_outcome() -> None:
    plan = with_referral()
    plan.referral_accepted(ACTION, first_visit_on=date(2026, 3, 10))

    event = plan.referral_completed(ACTION, Outcome.EMPLOYMENT)

    assert event == ActionFinished(client_id=CLIENT, plan_id=PLAN, action_id=ACTION)
    assert action_of(plan).outcome is Outcome.EMPLOYMENT
    assert (action_of(plan).status, plan.version) == (ActionStatus.DONE, 5)


def test_a_referral_that_came_to_nothing_cancels_its_action() -> None:
    plan = with_referral()

    plan.referral_ended(ACTION)

    assert (action_of(plan).status, plan.version) == (ActionStatus.CANCELLED, 4)


def test_a_support_is_woven_in() -> None:
    plan = opened()

    event = plan.weave(award())

    assert event == SupportChanged(client_id=CLIENT, plan_id=PLAN)
    assert (plan.supports[0].status, plan.version) == (SupportStatus.APPROVED, 2)


def test_the_same_support_again_changes_nothing() -> None:
    plan = opened()
    plan.weave(award())

    assert plan.weave(award()) is None
    assert (len(plan.supports), plan.version) == (1, 2)


def test_a_support_with_another_last_month_is_corrected() -> None:
    plan = opened()
    plan.weave(award())

    assert plan.weave(award(last_month="2026-12")) is not None
    assert [support.last_month for support in plan.supports] == ["2026-12"]
