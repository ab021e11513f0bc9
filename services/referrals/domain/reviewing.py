"""Reviewing a plan, and ending it: with a result of each goal, or before its time with a reason."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.referrals.plan import (
    EndReason,
    GoalStatus,
    PlanCompleted,
    PlanDiscontinued,
    ReviewClosed,
    ReviewOpened,
    ReviewProgressed,
)
from contracts.values import Command, GoalId, Note
from kernel.refusals import Kind, Refusal
from services.referrals.domain.agreement import require_review_in_time
from services.referrals.domain.goals import GoalNotInPlan, GoalResultCode
from services.referrals.domain.moves import move
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_changes import ChangeKind
from services.referrals.domain.plan_states import MOVES
from services.referrals.domain.reviews import NoReviewOpen, Progress, Review


class ResultsMissing(Refusal):
    """A plan ends with a result of every goal; `goals` have none."""

    kind = Kind.INVALID
    pl = "Plan kończy się wynikiem każdego celu; brakuje go celom z `goals`."


class PartsNotClosed(Refusal):
    """An IPUS ends with a summary talk and its results described, before the plan; `parts` are open."""

    kind = Kind.CONFLICT
    pl = "IPUS kończy się rozmową podsumowującą i opisem wyników, przed zakończeniem planu; otwarte są `parts`."


class GoalResult(Command):
    """What came of one goal."""

    goal_id: GoalId
    result: Annotated[
        GoalResultCode, Field(description="Reached, in part, or not.", examples=["reached"])
    ]
    note: Note | None = None


def open_review(plan: SupportPlan, review: Review) -> ReviewOpened:
    """Begin to look together how it stands."""
    plan.status = move(MOVES, "open_review", plan.status)
    plan.reviews.append(review)
    plan.changed(ChangeKind.REVIEW_OPENED, review.id)
    return ReviewOpened(**plan.named(), review_id=review.id)


def record_progress(plan: SupportPlan, progress: Progress) -> ReviewProgressed:
    """Say how it stands with one goal."""
    review = under_review(plan)
    if all(goal.id != progress.goal_id for goal in plan.goals):
        raise GoalNotInPlan(pointer="/goal_id")
    review.add(progress)
    plan.changed(ChangeKind.PROGRESS_RECORDED, progress.goal_id)
    return ReviewProgressed(**plan.named(), review_id=review.id, goal_id=progress.goal_id)


def close_review(
    plan: SupportPlan, *, by: UUID, on: date, conclusions: str, next_review_on: date
) -> ReviewClosed:
    """Conclude a review, which is one of every open part too, and say when the next one is."""
    plan.require_lead(by)
    review = under_review(plan)
    status = move(MOVES, "close_review", plan.status)
    require_review_in_time(plan, on, next_review_on, "/next_review_on")
    review.close(on, conclusions, next_review_on)
    plan.status, plan.review_on = status, next_review_on
    version = plan.changed(ChangeKind.REVIEW_CLOSED, review.id)
    for part in plan.parts:
        if part.open and part.reviewed(on, next_review_on):
            # No word she signed: but who writes it anew should have seen the day.
            part.version = version
    return ReviewClosed(**plan.named(), review_id=review.id)


def complete(
    plan: SupportPlan,
    *,
    by: UUID,
    on: date,
    results: Mapping[UUID, GoalResult],
    summary: str,
) -> PlanCompleted:
    """End the plan with a result of every goal and a summary."""
    plan.require_lead(by)
    status = move(MOVES, "complete", plan.status)
    known = {goal.id for goal in plan.goals if goal.status is GoalStatus.OPEN}
    if results.keys() - known:
        raise GoalNotInPlan(pointer="/results")
    if lacking := known - results.keys():
        raise ResultsMissing(pointer="/results", goals=sorted(map(str, lacking)))
    unclosed = [str(part.id) for part in plan.parts if part.open and part.letter == "D"]
    if unclosed:
        raise PartsNotClosed(parts=unclosed)
    for goal_id, said in results.items():
        plan.goal(goal_id).conclude(said.result, said.note)
    _leave_off(plan)
    plan.words, plan.sealed = plan.words.model_copy(update={"summary": summary}), None
    plan.status, plan.ended_on = status, on
    plan.changed(ChangeKind.COMPLETED)
    return PlanCompleted(**plan.named())


def discontinue(
    plan: SupportPlan, *, by: UUID, on: date, reason: EndReason, summary: str | None
) -> PlanDiscontinued:
    """Give the plan up before its time."""
    plan.require_lead(by)
    status = move(MOVES, "discontinue", plan.status)
    _leave_off(plan)
    plan.words, plan.sealed = plan.words.model_copy(update={"summary": summary}), None
    plan.status, plan.ended_on, plan.end_reason = status, on, reason
    plan.changed(ChangeKind.DISCONTINUED)
    return PlanDiscontinued(**plan.named(), reason=reason)


def under_review(plan: SupportPlan) -> Review:
    """The review that is open."""
    for review in plan.reviews:
        if review.closed_on is None:
            return review
    raise NoReviewOpen


def _leave_off(plan: SupportPlan) -> None:
    """What still was to be done is not done any more; what follows a referral lives on with it."""
    for goal in plan.goals:
        for action in list(goal.own_open()):
            action.step("cancel")
