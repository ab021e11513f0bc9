"""The combined support plan: goals, actions, and the supports woven into it (domain 2.9)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from contracts.referrals import (
    ActionAdded,
    ActionFinished,
    GoalAdded,
    Outcome,
    PlanOpened,
    SupportChanged,
)
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move


class PlanStatus(StrEnum):
    """Where the plan stands. Consultation and signatures come with their own verbs."""

    DRAFT = "draft"


class ActionStatus(StrEnum):
    """Where an action stands."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


_OPEN = frozenset({ActionStatus.PLANNED, ActionStatus.IN_PROGRESS})
MOVES = {
    "begin": (frozenset({ActionStatus.PLANNED}), ActionStatus.IN_PROGRESS),
    "finish": (_OPEN, ActionStatus.DONE),
    "cancel": (_OPEN, ActionStatus.CANCELLED),
}


class SupportKind(StrEnum):
    """What kind of support is woven into a plan."""

    DEGRESSIVE_AWARD = "degressive_award"


class SupportStatus(StrEnum):
    """Where a support stands, as its own service announced it."""

    APPROVED = "approved"


class PlanNotFound(Refusal):
    """There is no such plan among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród planów, które może zobaczyć Twoja instytucja, nie ma takiego."


class GoalNotInPlan(Refusal):
    """The client's plan has no such goal."""

    kind = Kind.INVALID
    pl = "W planie klientki lub klienta nie ma takiego celu."


class ActionNotFound(Refusal):
    """The plan has no such action."""

    kind = Kind.MISSING
    pl = "W planie nie ma takiego działania."


class OwnerUnrelated(Refusal):
    """The owner must be an institution that may see this client."""

    kind = Kind.INVALID
    pl = "Działanie może prowadzić tylko instytucja, która ma dostęp do karty tej osoby."


class NotTheOwner(Refusal):
    """Only the institution that owns the action may finish it."""

    kind = Kind.FORBIDDEN
    pl = "Działanie może zakończyć tylko instytucja, która je prowadzi."


class FollowsReferral(Refusal):
    """The action follows a referral; completing the referral, with its outcome, finishes it."""

    kind = Kind.CONFLICT
    pl = "Działanie wynika ze skierowania; kończy je zakończenie skierowania z podaniem wyniku."


@dataclass(eq=False)
class Action:
    """What one institution does towards a goal (działanie)."""

    id: UUID
    title: str
    owner: UUID
    due_on: date | None = None
    referral_id: UUID | None = None
    """The referral it follows, if it came of one."""
    status: ActionStatus = ActionStatus.PLANNED
    outcome: Outcome | None = None
    sealed: bytes = field(default=b"", repr=False)
    """The title as it is kept: the store seals and opens it."""

    def step(self, verb: str) -> None:
        """Take one of the steps above."""
        self.status = move(MOVES, verb, self.status)


@dataclass(eq=False)
class Goal:
    """What the client and the institutions want to reach (cel)."""

    id: UUID
    title: str
    due_on: date | None = None
    actions: list[Action] = field(default_factory=list)
    sealed: bytes = field(default=b"", repr=False)
    """The title as it is kept: the store seals and opens it."""


@dataclass(eq=False)
class Support:
    """A support that another service grants, from a month to a month, both inclusive (wsparcie)."""

    id: UUID
    kind: SupportKind
    first_month: str
    last_month: str
    status: SupportStatus = SupportStatus.APPROVED


@dataclass(eq=False)
class SupportPlan:
    """The one plan of a client (jeden plan wsparcia), whichever institutions work in it."""

    id: UUID
    client_id: UUID
    status: PlanStatus = PlanStatus.DRAFT
    version: int = 1
    goals: list[Goal] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)

    def opened(self) -> PlanOpened:
        """Announce the draft."""
        return PlanOpened(client_id=self.client_id, plan_id=self.id)

    def add_goal(self, goal: Goal) -> GoalAdded:
        """Set a goal."""
        self.goals.append(goal)
        self.version += 1
        return GoalAdded(client_id=self.client_id, plan_id=self.id, goal_id=goal.id)

    def add_action(self, goal_id: UUID, action: Action) -> ActionAdded:
        """Plan an action towards one of the goals."""
        goal = next((goal for goal in self.goals if goal.id == goal_id), None)
        if goal is None:
            raise GoalNotInPlan(pointer="/goal_id")
        goal.actions.append(action)
        self.version += 1
        return ActionAdded(
            client_id=self.client_id,
            plan_id=self.id,
            goal_id=goal.id,
            action_id=action.id,
            owner=action.owner,
        )

    def finish_action(self, action_id: UUID, *, by: UUID) -> ActionFinished:
        """Let its owner say that an action is done."""
        action = self._action(action_id)
        if action.owner != by:
            raise NotTheOwner
        if action.referral_id is not None:
            raise FollowsReferral(state=action.status.value, allowed=[])
        return self._finish(action)

    def weave(self, support: Support) -> SupportChanged | None:
        """Write a support into the plan, or correct it; the same again changes nothing."""
        known = next((known for known in self.supports if known.id == support.id), None)
        if known is None:
            self.supports.append(support)
        elif _terms(known) == _terms(support):
            return None
        else:
            known.first_month, known.last_month = support.first_month, support.last_month
            known.status = support.status
        self.version += 1
        return SupportChanged(client_id=self.client_id, plan_id=self.id)

    def referral_accepted(self, action_id: UUID, *, first_visit_on: date) -> None:
        """Begin the action that follows a referral; the first visit is what it is due for."""
        action = self._action(action_id)
        action.step("begin")
        action.due_on = first_visit_on
        self.version += 1

    def referral_completed(self, action_id: UUID, outcome: Outcome) -> ActionFinished:
        """Finish the action that follows a referral, with what came of it."""
        action = self._action(action_id)
        action.outcome = outcome
        return self._finish(action)

    def referral_ended(self, action_id: UUID) -> None:
        """Cancel the action that follows a referral which was declined or withdrawn."""
        self._action(action_id).step("cancel")
        self.version += 1

    def _finish(self, action: Action) -> ActionFinished:
        action.step("finish")
        self.version += 1
        return ActionFinished(client_id=self.client_id, plan_id=self.id, action_id=action.id)

    def _action(self, action_id: UUID) -> Action:
        for goal in self.goals:
            for action in goal.actions:
                if action.id == action_id:
                    return action
        raise ActionNotFound


def leading(plans: Sequence[SupportPlan]) -> SupportPlan:
    """The plan that a person goes on with: her first one, unless only a merged one has goals."""
    return next((plan for plan in plans if plan.goals), plans[0])


def holding(plans: Sequence[SupportPlan], goal_id: UUID) -> SupportPlan:
    """The plan that has a goal; the leading one answers for a goal that none has."""
    held = (plan for plan in plans if any(goal.id == goal_id for goal in plan.goals))
    return next(held, leading(plans))


def _terms(support: Support) -> tuple[str, str, SupportStatus]:
    return support.first_month, support.last_month, support.status
