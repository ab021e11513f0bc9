"""The combined support plan: goals, actions, parts, and the supports woven into it (domain 2.9)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.referrals import (
    ActionAdded,
    ActionFinished,
    GoalAdded,
    Outcome,
    PlanOpened,
    SupportChanged,
)
from contracts.referrals.plan import (
    ActionCancelled,
    ActionChanged,
    ActionStarted,
    EndReason,
    GoalChanged,
    GoalConcluded,
    GoalDropped,
    GoalStatus,
    PlanAssigned,
    PlanDiagnosed,
)
from contracts.values import SENSITIVE, Command, Line, Note
from kernel.refusals import Kind, Refusal
from services.referrals.domain.goals import (
    GOAL_MOVES,
    Action,
    ActionNotFound,
    ActionStatus,
    ActionTerms,
    FollowsReferral,
    Goal,
    GoalNotFound,
    GoalNotInPlan,
    GoalWords,
    NotTheOwner,
    OwnerUnrelated,
)
from services.referrals.domain.moves import IllegalMove, move
from services.referrals.domain.parts import Part, PartNotFound
from services.referrals.domain.plan_changes import Change, ChangeKind, Pen
from services.referrals.domain.plan_states import ENDED, MOVES, PlanStatus
from services.referrals.domain.reviews import Review
from services.referrals.domain.supports import Support, SupportKind, SupportStatus

__all__ = [
    "Action",
    "ActionNotFound",
    "ActionStatus",
    "FollowsReferral",
    "Goal",
    "GoalNotInPlan",
    "NotTheOwner",
    "OwnerUnrelated",
    "PlanEnded",
    "PlanNotFound",
    "PlanStatus",
    "Support",
    "SupportKind",
    "SupportPlan",
    "SupportStatus",
    "holding",
    "leading",
]


class PlanNotFound(Refusal):
    """There is no such plan among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród planów, które może zobaczyć Twoja instytucja, nie ma takiego."


class PlanEnded(Refusal):
    """The plan has ended and does not change any more; open a new one."""

    kind = Kind.CONFLICT
    pl = "Plan się zakończył i już się nie zmienia; proszę otworzyć nowy."


class SayWhichVersion(Refusal):
    """What is written would replace another's words: send the ETag you saw as If-Match."""

    kind = Kind.UNCONDITIONAL
    pl = "Zapis zastąpiłby czyjeś słowa: proszę podać w If-Match odczytany ETag."


class PlanUnderWay(Refusal):
    """The client has a plan that has not ended; `plan_id` names it: work in that one."""

    kind = Kind.CONFLICT
    pl = "Ta osoba ma już plan, który trwa; wskazuje go `plan_id`."


class LeadUnrelated(Refusal):
    """Only an institution that may see this client can lead her plan."""

    kind = Kind.INVALID
    pl = "Plan może prowadzić tylko instytucja, która ma dostęp do karty tej osoby."


class NotTheLead(Refusal):
    """Only the institution that leads the plan may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja prowadząca plan."


class PlanWords(Command):
    """What is kept sealed of the plan as a whole."""

    diagnosis: Note | None = None
    strengths: Annotated[
        tuple[Annotated[Line, SENSITIVE], ...],
        Field(max_length=30, examples=[["Speaks three languages."]]),
    ] = ()
    summary: Annotated[Note | None, Field(description="What was reached, at its end.")] = None


@dataclass(eq=False)
class SupportPlan:
    """The one plan of a client (jeden plan wsparcia), whichever institutions work in it."""

    id: UUID
    client_id: UUID
    status: PlanStatus = PlanStatus.DRAFT
    version: int = 1
    goals: list[Goal] = field(default_factory=list)
    supports: list[Support] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    lead: UUID | None = None
    """The one institution that leads the plan (prowadzący plan)."""
    lead_worker: str | None = None
    diagnosis_version: int = 1
    proposed_on: date | None = None
    agreed_on: date | None = None
    active_from: date | None = None
    review_on: date | None = None
    ends_on: date | None = None
    ended_on: date | None = None
    end_reason: EndReason | None = None
    words: PlanWords = field(default_factory=PlanWords)
    sealed: bytes | None = field(default=None, repr=False)
    pen: Pen | None = None
    """Who writes in it now; the store lends it."""
    fresh: list[Change] = field(default_factory=list)
    """What was changed and is not yet kept."""

    def opened(self) -> PlanOpened:
        """Announce the draft."""
        return PlanOpened(client_id=self.client_id, plan_id=self.id)

    def diagnose(self, diagnosis: str, strengths: Iterable[str]) -> PlanDiagnosed:
        """Write the diagnosis all institutions go by, and what the client can build on."""
        self.require_open()
        update = {"diagnosis": diagnosis, "strengths": tuple(strengths)}
        self.words, self.sealed = self.words.model_copy(update=update), None
        self.diagnosis_version = self.changed(ChangeKind.DIAGNOSIS_SET)
        return PlanDiagnosed(**self.named())

    def assign_lead(self, lead: UUID, worker: str | None, *, by: UUID) -> PlanAssigned:
        """Let one institution, and a worker of it, lead the plan; who leads may pass that on."""
        self.require_open()
        self.require_lead(by)
        self.lead, self.lead_worker = lead, worker
        self.changed(ChangeKind.LEAD_ASSIGNED, lead)
        return PlanAssigned(**self.named(), lead=lead)

    def add_goal(self, goal: Goal) -> GoalAdded:
        """Set a goal."""
        self.require_open()
        self.goals.append(goal)
        goal.version = self.changed(ChangeKind.GOAL_ADDED, goal.id)
        return GoalAdded(**self.named(), goal_id=goal.id)

    def change_goal(
        self, goal: Goal, title: str, due_on: date | None, words: GoalWords
    ) -> GoalChanged:
        """Word a goal anew; whoever still works towards it is asked to agree anew."""
        self.require_open()
        move(GOAL_MOVES, "conclude", goal.status)
        goal.rewrite(title, words)
        goal.due_on = due_on
        goal.version = self.changed(ChangeKind.GOAL_CHANGED, goal.id)
        self.ask_anew(goal.open_owners())
        return GoalChanged(**self.named(), goal_id=goal.id)

    def conclude_goal(self, goal: Goal, status: GoalStatus, result: str | None) -> GoalConcluded:
        """Say what came of a goal."""
        self.require_open()
        goal.conclude(status, result)
        goal.version = self.changed(ChangeKind.GOAL_CONCLUDED, goal.id)
        return GoalConcluded(**self.named(), goal_id=goal.id, result=status)

    def drop_goal(self, goal: Goal, *, by: UUID) -> GoalDropped:
        """Take a goal out, with one's own open actions; nobody else's, and no referral's."""
        self.require_open()
        status = move(GOAL_MOVES, "drop", goal.status)
        if any(action.open and action.referral_id for action in goal.actions):
            raise FollowsReferral
        owners = goal.open_owners()
        if owners - {by}:
            raise NotTheOwner
        for action in list(goal.own_open()):
            action.step("cancel")
            action.version = self.version + 1
        goal.status = status
        goal.version = self.changed(ChangeKind.GOAL_DROPPED, goal.id)
        self.ask_anew(owners)
        return GoalDropped(**self.named(), goal_id=goal.id)

    def add_action(self, goal_id: UUID, action: Action) -> ActionAdded:
        """Plan an action towards one of the goals."""
        self.require_open()
        goal = next((goal for goal in self.goals if goal.id == goal_id), None)
        if goal is None or goal.status is not GoalStatus.OPEN:
            raise GoalNotInPlan(pointer="/goal_id")
        goal.actions.append(action)
        action.version = self.changed(ChangeKind.ACTION_ADDED, action.id)
        if action.referral_id is None:
            # What a referral asks for is agreed to by accepting it.
            self.ask_anew({action.owner})
        return ActionAdded(
            **self.named(), goal_id=goal.id, action_id=action.id, owner=action.owner
        )

    def change_action(
        self, action: Action, title: str, terms: ActionTerms, *, by: UUID
    ) -> ActionChanged:
        """Let its owner change what an action is."""
        self._require_own(action, by)
        if not action.open:
            raise IllegalMove(state=action.status.value, allowed=[])
        action.retitle(title)
        action.take(terms)
        action.version = self.changed(ChangeKind.ACTION_CHANGED, action.id)
        if action.referral_id is None:
            self.ask_anew({action.owner})
        return ActionChanged(**self.named(), action_id=action.id)

    def begin_action(self, action_id: UUID, *, by: UUID) -> ActionStarted:
        """Let its owner say that an action is under way."""
        action = self._own_action(action_id, by)
        action.step("begin")
        self.changed(ChangeKind.ACTION_BEGUN, action.id)
        return ActionStarted(**self.named(), action_id=action.id)

    def finish_action(self, action_id: UUID, *, by: UUID) -> ActionFinished:
        """Let its owner say that an action is done."""
        return self._finish(self._own_action(action_id, by))

    def cancel_action(self, action_id: UUID, *, by: UUID) -> ActionCancelled:
        """Let its owner say that nothing will come of an action."""
        action = self._own_action(action_id, by)
        action.step("cancel")
        action.version = self.changed(ChangeKind.ACTION_CANCELLED, action.id)
        self.ask_anew({action.owner})
        return ActionCancelled(**self.named(), action_id=action.id)

    def weave(self, support: Support) -> SupportChanged | None:
        """Write a support into the plan, or correct it; the same again changes nothing."""
        known = next((known for known in self.supports if known.id == support.id), None)
        if known is None:
            self.supports.append(support)
        elif not known.corrected(support):
            return None
        self.changed(ChangeKind.SUPPORT_WOVEN, support.id)
        return SupportChanged(**self.named())

    def referral_accepted(self, action_id: UUID, *, first_visit_on: date) -> None:
        """Begin the action that follows a referral; the first visit is what it is due for."""
        action = self.action(action_id)
        action.step("begin")
        action.due_on = first_visit_on
        self.changed(ChangeKind.ACTION_BEGUN, action.id)

    def referral_completed(self, action_id: UUID, outcome: Outcome) -> ActionFinished:
        """Finish the action that follows a referral, with what came of it."""
        action = self.action(action_id)
        action.outcome = outcome
        return self._finish(action)

    def referral_ended(self, action_id: UUID) -> None:
        """Cancel the action that follows a referral which was declined or withdrawn."""
        action = self.action(action_id)
        action.step("cancel")
        action.version = self.changed(ChangeKind.ACTION_CANCELLED, action.id)

    @property
    def ended(self) -> bool:
        """Whether it is history."""
        return self.status in ENDED

    def require_open(self) -> None:
        """Refuse to write in what has ended."""
        if self.ended:
            raise PlanEnded

    def require_lead(self, by: UUID) -> None:
        """Refuse whoever does not lead it; while nobody leads it, anybody may."""
        if self.lead not in {None, by}:
            raise NotTheLead

    def actions(self) -> Iterator[Action]:
        """Every action, goal by goal."""
        return (action for goal in self.goals for action in goal.actions)

    def action(self, action_id: UUID) -> Action:
        """One of its actions."""
        for action in self.actions():
            if action.id == action_id:
                return action
        raise ActionNotFound

    def goal(self, goal_id: UUID) -> Goal:
        """One of its goals."""
        for goal in self.goals:
            if goal.id == goal_id:
                return goal
        raise GoalNotFound

    def part(self, part_id: UUID) -> Part:
        """One of its parts."""
        for part in self.parts:
            if part.id == part_id:
                return part
        raise PartNotFound

    def changed(self, what: ChangeKind, thing: UUID | None = None) -> int:
        """Count a change and remember what it was; answer the version it made."""
        self.version += 1
        self.fresh.append(Change(self.version, what, thing))
        return self.version

    def ask_anew(self, institutions: Iterable[UUID]) -> None:
        """Whose signed part was changed is asked again, and the client for that part; no one else."""
        affected = set(institutions)
        asked = [
            part.ask_anew(self.pen.on if self.pen else None)
            for part in self.parts
            if part.open and part.institution in affected and part.asked_on is not None
        ]
        if any(asked) and self.status is PlanStatus.AGREED:
            self.status = move(MOVES, "amend", self.status)
            self.agreed_on = None

    def named(self) -> dict[str, UUID]:
        """What every event about it says."""
        return {"client_id": self.client_id, "plan_id": self.id}

    def _own_action(self, action_id: UUID, by: UUID) -> Action:
        action = self.action(action_id)
        self._require_own(action, by)
        if action.referral_id is not None:
            raise FollowsReferral(state=action.status.value, allowed=[])
        return action

    def _require_own(self, action: Action, by: UUID) -> None:
        self.require_open()
        if action.owner != by:
            raise NotTheOwner

    def _finish(self, action: Action) -> ActionFinished:
        action.step("finish")
        action.finished_on = self.pen.on if self.pen else None
        self.changed(ChangeKind.ACTION_FINISHED, action.id)
        return ActionFinished(**self.named(), action_id=action.id)


def leading(plans: Sequence[SupportPlan]) -> SupportPlan:
    """The plan that a person goes on with: one that has not ended, rather one that has goals."""
    going_on = [plan for plan in plans if not plan.ended] or plans[-1:]
    return next((plan for plan in going_on if plan.goals), going_on[0])


def holding(plans: Sequence[SupportPlan], goal_id: UUID) -> SupportPlan:
    """The plan that has a goal; the leading one answers for a goal that none has."""
    held = (plan for plan in plans if any(goal.id == goal_id for goal in plan.goals))
    return next(held, leading(plans))
