"""What in a plan does not go together, rule by rule."""

from datetime import date, time
from uuid import UUID

import pytest

from contracts.referrals.plan import GoalStatus, PartForm
from services.referrals.domain.conflicts import RULES, Scene, Visit, conflicts
from services.referrals.domain.goals import Action, ActionEngagement, ActionStatus, Goal
from services.referrals.domain.parts import Part
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_states import PlanStatus

TODAY = date(2026, 3, 10)
OPS, PUP = UUID(int=1), UUID(int=2)
ONE, OTHER, GOAL, PART, REFERRAL = (UUID(int=number) for number in range(11, 16))
TRAINING, STAZ = ActionEngagement.FULL_TIME_TRAINING, ActionEngagement.TRAINEESHIP


def action(action_id: UUID = ONE, owner: UUID = OPS, **more: object) -> Action:
    made = Action(action_id, "Something", owner)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def scene(*actions: Action, visits: tuple[Visit, ...] = (), **more: object) -> Scene:
    goal = Goal(GOAL, "Job", actions=list(actions))
    plan = SupportPlan(UUID(int=99), UUID(int=98), goals=[goal])
    for name, value in more.items():
        setattr(plan, name, value)
    return Scene(plan, TODAY, visits, frozenset({OPS, PUP}))


def codes(found: Scene) -> list[tuple[str, tuple[UUID, ...]]]:
    return [(one.code, one.things) for one in conflicts(found)]


def test_a_plan_in_order_is_told_nothing() -> None:
    assert codes(scene(action(due_on=date(2026, 4, 1)))) == []


def test_two_appointments_less_than_an_hour_apart_cannot_both_be_kept() -> None:
    one = action(appointment_on=TODAY, appointment_at=time(10, 0))
    other = action(OTHER, PUP, appointment_on=TODAY, appointment_at=time(10, 59))

    assert codes(scene(one, other)) == [("appointments_overlap", (ONE, OTHER))]


@pytest.mark.parametrize("at", [time(11, 0), None])
def test_an_hour_apart_or_with_no_hour_they_can(at: time | None) -> None:
    one = action(appointment_on=TODAY, appointment_at=time(10, 0))
    other = action(OTHER, PUP, appointment_on=TODAY, appointment_at=at)

    assert codes(scene(one, other)) == []


def test_the_first_visit_of_a_referral_counts_too_but_not_twice() -> None:
    one = action(appointment_on=TODAY, appointment_at=time(10, 0))
    visit = Visit(REFERRAL, TODAY, time(10, 30))
    same = action(
        OTHER, PUP, referral_id=REFERRAL, appointment_on=TODAY, appointment_at=time(15, 0)
    )

    assert codes(scene(one, visits=(visit,))) == [("appointments_overlap", (ONE, REFERRAL))]
    assert codes(scene(one, same, visits=(visit,))) == []


def test_two_institutions_do_not_buy_the_same_at_the_same_time() -> None:
    one = action(category="labour.training", due_on=date(2026, 5, 1))
    other = action(OTHER, PUP, category="labour.training", start_on=date(2026, 4, 1))
    later = action(OTHER, PUP, category="labour.training", start_on=date(2026, 5, 2))

    assert codes(scene(one, other)) == [("service_bought_twice", (ONE, OTHER))]
    assert codes(scene(one, later)) == []


def test_one_institution_may_give_the_same_twice() -> None:
    service = UUID(int=77)
    one, other = action(service_id=service), action(OTHER, service_id=service)

    assert codes(scene(one, other)) == []
    assert codes(scene(one, action(OTHER, PUP, service_id=service))) != []


def test_full_time_training_does_not_go_beside_a_staz() -> None:
    one, other = action(engagement=TRAINING), action(OTHER, PUP, engagement=STAZ)
    part_time = action(OTHER, PUP, engagement=ActionEngagement.PART_TIME)

    assert codes(scene(one, other)) == [("engagements_contrary", (ONE, OTHER))]
    assert codes(scene(one, part_time)) == []


def test_what_is_done_or_cancelled_is_in_nobodys_way() -> None:
    one = action(engagement=TRAINING)
    other = action(OTHER, PUP, engagement=STAZ, status=ActionStatus.CANCELLED)

    assert codes(scene(one, other)) == []


def test_an_action_ends_before_its_plan_and_its_part() -> None:
    late = action(due_on=date(2026, 7, 1))
    part = Part(PART, OPS, PartForm.HELP_PLAN, date(2026, 1, 1), valid_to=date(2026, 6, 30))

    assert codes(scene(late, ends_on=date(2026, 6, 30))) == [("action_after_plan", (ONE,))]
    assert codes(scene(late, parts=[part])) == [("action_after_part", (ONE,))]


def test_a_goal_needs_something_that_is_done_towards_it() -> None:
    cancelled = action(status=ActionStatus.CANCELLED)
    done = action(status=ActionStatus.DONE, finished_on=TODAY)

    assert codes(scene()) == [("goal_without_action", (GOAL,))]
    assert codes(scene(cancelled)) == [("goal_without_action", (GOAL,))]
    assert codes(scene(done)) == []


def test_an_owner_that_may_not_see_the_client_any_more_is_named() -> None:
    assert codes(scene(action(owner=UUID(int=3)))) == [("owner_unrelated", (ONE,))]


def test_what_should_be_done_by_now_is_named_from_the_day_after() -> None:
    assert codes(scene(action(due_on=date(2026, 3, 9)))) == [("action_overdue", (ONE,))]
    assert codes(scene(action(due_on=TODAY))) == []


def test_a_goal_that_has_come_to_a_result_is_not_overdue() -> None:
    found = scene(action())
    found.plan.goals[0].due_on = date(2026, 3, 9)
    assert codes(found) == [("goal_overdue", (GOAL,))]

    found.plan.goals[0].status = GoalStatus.REACHED
    assert codes(found) == []


def test_a_part_is_signed_made_and_closed_in_time() -> None:
    part = Part(PART, OPS, PartForm.SERVICE_AGREEMENT, date(2026, 1, 1))
    part.valid_to, part.asked_on = date(2026, 3, 9), date(2026, 2, 1)

    assert codes(scene(action(), parts=[part])) == [
        ("part_over", (PART,)),
        ("signature_overdue", (PART,)),
    ]


def test_a_part_that_was_made_late_says_so() -> None:
    part = Part(PART, PUP, PartForm.IPD, date(2026, 3, 1), registered_on=date(2025, 11, 1))

    assert codes(scene(action(), parts=[part])) == [("part_made_late", (PART,))]


def test_a_review_is_held_on_its_day() -> None:
    assert codes(scene(action(), review_on=date(2026, 3, 9)))[0][0] == "review_overdue"


def test_of_a_plan_that_has_ended_nothing_is_said() -> None:
    assert codes(scene(status=PlanStatus.COMPLETED)) == []


def test_every_rule_has_its_sentence_in_both_languages() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES) == 13
    assert all(rule.en.endswith(".") and rule.pl.endswith(".") for rule in RULES)
