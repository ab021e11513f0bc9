"""The plan as it stood when it was agreed on, begun or ended, and what differs between two such days."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from contracts.referrals.plan import GoalStatus
from contracts.values import Command, Day
from kernel.refusals import Kind, Refusal
from services.referrals.domain.goals import Action, ActionStatus, Goal
from services.referrals.domain.part_limits import forms
from services.referrals.domain.parts import Part
from services.referrals.domain.plan import SupportPlan
from services.referrals.domain.plan_states import PlanStatus


class PlanVersionNotKept(Refusal):
    """The plan is kept for ever as it was agreed on, begun or ended; `kept` lists those versions."""

    kind = Kind.MISSING
    pl = "Na stałe zachowuje się plan z chwili uzgodnienia, rozpoczęcia i zakończenia; te wersje wymienia `kept`."


Thing = dict[str, Any]
_GONE = {GoalStatus.DROPPED.value, ActionStatus.CANCELLED.value}


class Snapshot(Command):
    """The content of a plan, sealed as it was."""

    status: PlanStatus
    on: Day
    diagnosis: str | None
    strengths: tuple[str, ...]
    goals: dict[UUID, Thing]
    actions: dict[UUID, Thing]
    parts: dict[UUID, Thing]


class PlanDifference(Command):
    """Which things of one sort were added, changed or dropped."""

    added: tuple[UUID, ...]
    changed: tuple[UUID, ...]
    dropped: tuple[UUID, ...]


def snapshot(plan: SupportPlan, on: Day) -> Snapshot:
    """What is kept of a plan as it stands."""
    return Snapshot(
        status=plan.status,
        on=on,
        diagnosis=plan.words.diagnosis,
        strengths=plan.words.strengths,
        goals={goal.id: _goal(goal) for goal in plan.goals},
        actions={a.id: _action(a, goal) for goal in plan.goals for a in goal.actions},
        parts={part.id: _part(part) for part in plan.parts},
    )


def difference(before: Mapping[UUID, Thing], after: Mapping[UUID, Thing]) -> PlanDifference:
    """What differs; a step from planned to done is no change of what was agreed."""
    standing = {thing for thing, said in before.items() if not _gone(said)}
    now = {thing for thing, said in after.items() if not _gone(said)}
    changed = {one for one in standing & now if _content(before[one]) != _content(after[one])}
    return PlanDifference(
        added=tuple(sorted(now - standing)),
        changed=tuple(sorted(changed)),
        dropped=tuple(sorted(standing - now)),
    )


def _gone(said: Thing) -> bool:
    return said["status"] in _GONE


def _content(said: Thing) -> Thing:
    return {name: value for name, value in said.items() if name != "status"}


def _goal(goal: Goal) -> Thing:
    words = goal.words.model_dump(mode="json", exclude={"result"})
    due_on = goal.due_on and goal.due_on.isoformat()
    return {"title": goal.title, "due_on": due_on, "status": goal.status.value} | words


def _action(action: Action, goal: Goal) -> Thing:
    return {
        "goal_id": str(goal.id),
        "title": action.title,
        "owner": str(action.owner),
        "status": action.status.value,
        "referral_id": action.referral_id and str(action.referral_id),
    } | action.terms.model_dump(mode="json")


def _part(part: Part) -> Thing:
    return {
        "institution": str(part.institution),
        "letter": forms()[part.form].letter,
        "form": part.form.value,
        # A closed part was carried out, which is no change of what was agreed.
        "status": "closed" if part.closed_on else "open",
        "terms": part.terms.model_dump(mode="json"),
        "text": part.words.text.model_dump(mode="json"),
    }
