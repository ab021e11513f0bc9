"""What a plan asks of whom: one function of the plan, with literals; and the steps of its table."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from contracts.referrals.plan import PartForm
from services.referrals.domain.duty import Duty, DutyKind
from services.referrals.domain.goals import Action, ActionStatus, Goal
from services.referrals.domain.moves import IllegalMove, move
from services.referrals.domain.parts import ClientAnswer, Part
from services.referrals.domain.plan import SupportPlan, leading
from services.referrals.domain.plan_duties import duties_of, sign_by
from services.referrals.domain.plan_states import ENDED, MOVES, PlanStatus

PLAN, CLIENT, OPS, PUP = (UUID(int=number) for number in range(1, 5))
ACTION, GOAL, PART = (UUID(int=number) for number in range(11, 14))
SINCE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = date(2026, 3, 2)


def plan(status: PlanStatus = PlanStatus.DRAFT, **more: object) -> SupportPlan:
    made = SupportPlan(PLAN, CLIENT, status, lead=OPS, lead_worker="ops-1")
    for name, value in more.items():
        setattr(made, name, value)
    return made


def with_action(**more: object) -> SupportPlan:
    action = Action(ACTION, "CV", PUP, date(2026, 4, 1), worker="pup-1")
    for name, value in more.items():
        setattr(action, name, value)
    return plan(goals=[Goal(GOAL, "Job", actions=[action])])


def part(form: PartForm = PartForm.HELP_PLAN, **more: object) -> Part:
    made = Part(PART, OPS, form, DAY)
    for name, value in more.items():
        setattr(made, name, value)
    return made


def test_an_action_with_a_day_is_owed_by_its_owner_and_worker() -> None:
    assert duties_of(with_action(), SINCE, {}) == [
        Duty(DutyKind.FINISH_ACTION, ACTION, PUP, SINCE, CLIENT, date(2026, 4, 1), "pup-1")
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"due_on": None},
        {"status": ActionStatus.DONE},
        {"status": ActionStatus.CANCELLED},
        {"referral_id": UUID(int=77)},
    ],
    ids=["no day", "done", "cancelled", "follows a referral, which has duties of its own"],
)
def test_nothing_is_owed_of_what_has_no_day_or_is_over(more: dict[str, object]) -> None:
    assert duties_of(with_action(**more), SINCE, {}) == []


def test_a_signature_is_owed_fourteen_days_after_it_is_asked_for() -> None:
    assert duties_of(plan(parts=[part(asked_on=DAY)]), SINCE, {}) == [
        Duty(DutyKind.AGREE_PLAN, PART, OPS, SINCE, CLIENT, date(2026, 3, 16))
    ]


def test_a_signature_is_owed_until_the_client_gave_hers_too() -> None:
    half = part(asked_on=DAY, signed_on=DAY)
    whole = part(asked_on=DAY, signed_on=DAY, client_answer=ClientAnswer.SIGNED)
    refused = part(asked_on=DAY, signed_on=DAY, client_answer=ClientAnswer.REFUSED)

    owed = [len(duties_of(plan(parts=[one]), SINCE, {})) for one in (half, whole, refused)]
    assert owed == [1, 0, 1]


def test_an_ipus_is_signed_within_the_term_of_its_act() -> None:
    soon = part(PartForm.IPUS, asked_on=DAY, applied_on=date(2026, 2, 1))
    later = part(PartForm.IPUS, asked_on=DAY, applied_on=date(2026, 2, 28))

    assert (sign_by(soon), sign_by(later)) == (date(2026, 3, 3), date(2026, 3, 16))


def test_a_review_is_owed_by_who_leads_and_by_the_part_that_has_one() -> None:
    signed = part(review_on=date(2026, 6, 1), signed_by="ops-2")
    active = plan(PlanStatus.ACTIVE, parts=[signed], review_on=date(2026, 5, 1))

    assert duties_of(active, SINCE, {PART: "ops-2"}) == [
        Duty(DutyKind.REVIEW_PLAN, PLAN, OPS, SINCE, CLIENT, date(2026, 5, 1), "ops-1"),
        Duty(DutyKind.REVIEW_PLAN, PART, OPS, SINCE, CLIENT, date(2026, 6, 1), "ops-2"),
    ]


@pytest.mark.parametrize("status", sorted(ENDED))
def test_a_plan_that_has_ended_owes_nothing(status: PlanStatus) -> None:
    ended = with_action()
    ended.status = status

    assert duties_of(ended, SINCE, {}) == []


@pytest.mark.parametrize("status", PlanStatus)
@pytest.mark.parametrize("verb", MOVES)
def test_a_step_leads_where_the_table_says_or_names_those_that_are_possible(
    verb: str, status: PlanStatus
) -> None:
    sources, target = MOVES[verb]
    if status in sources:
        assert move(MOVES, verb, status) is target
        return
    with pytest.raises(IllegalMove) as refused:
        move(MOVES, verb, status)
    assert refused.value.members["state"] == status.value
    assert (refused.value.members["allowed"] == []) is (status in ENDED)


def test_every_state_is_reached_and_all_but_the_ends_are_left() -> None:
    reached = {target for _, target in MOVES.values()} | {PlanStatus.DRAFT}
    left = {source for sources, _ in MOVES.values() for source in sources}

    assert reached == set(PlanStatus)
    assert left == set(PlanStatus) - ENDED


def test_a_person_goes_on_with_the_plan_that_has_not_ended() -> None:
    ended, fresh = plan(PlanStatus.COMPLETED, goals=[Goal(GOAL, "Job")]), plan()

    assert leading([ended, fresh]) is fresh
    assert leading([ended]) is ended
