"""Goals of a plan and the actions towards them (domain 2.9)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from contracts.referrals import Outcome
from contracts.referrals.plan import GoalStatus
from contracts.values import (
    SENSITIVE,
    Amount,
    Command,
    Day,
    Line,
    Note,
    WorkerCode,
)
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move

CategoryCode = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,30}(\.[a-z][a-z0-9_]{0,30})?$"),
    Field(description="The kind of service, by its code.", examples=["labour.training"]),
]
Hour = Annotated[
    str,
    StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$"),
    Field(description="Local time, HH:MM.", examples=["10:30"]),
]


GoalResultCode = Literal[GoalStatus.REACHED, GoalStatus.PARTLY_REACHED, GoalStatus.NOT_REACHED]
"""What can come of a goal."""


class ActionStatus(StrEnum):
    """Where an action stands."""

    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


OPEN_ACTIONS = frozenset({ActionStatus.PLANNED, ActionStatus.IN_PROGRESS})
ACTION_MOVES = {
    "begin": (frozenset({ActionStatus.PLANNED}), ActionStatus.IN_PROGRESS),
    "finish": (OPEN_ACTIONS, ActionStatus.DONE),
    "cancel": (OPEN_ACTIONS, ActionStatus.CANCELLED),
}
GOAL_MOVES = {
    "conclude": (frozenset({GoalStatus.OPEN}), GoalStatus.REACHED),
    "drop": (frozenset({GoalStatus.OPEN}), GoalStatus.DROPPED),
}


class ActionEngagement(StrEnum):
    """How much of her day an action takes, where that bars another."""

    FULL_TIME_TRAINING = "full_time_training"
    TRAINEESHIP = "traineeship"
    """Staż."""
    EMPLOYMENT = "employment"
    PART_TIME = "part_time"


class ActionFunding(StrEnum):
    """Who pays for an action (źródło finansowania)."""

    MUNICIPALITY = "municipality"
    """Own task of the gmina."""
    STATE_BUDGET = "state_budget"
    """Commissioned task, or a subsidy."""
    LABOUR_FUND = "labour_fund"
    EU_PROJECT = "eu_project"
    COMMISSIONED_NGO = "commissioned_ngo"
    """A public task entrusted to an NGO."""
    NGO_OWN = "ngo_own"
    PFRON = "pfron"
    HEALTH_FUND = "health_fund"
    CLIENT = "client"
    SOCIAL_BOND = "social_bond"
    OTHER = "other"


class GoalNotInPlan(Refusal):
    """The client's plan has no such goal."""

    kind = Kind.INVALID
    pl = "W planie klientki lub klienta nie ma takiego celu."


class GoalNotFound(Refusal):
    """The plan has no such goal to change."""

    kind = Kind.MISSING
    pl = "W planie nie ma takiego celu do zmiany."


class ActionNotFound(Refusal):
    """The plan has no such action."""

    kind = Kind.MISSING
    pl = "W planie nie ma takiego działania."


class OwnerUnrelated(Refusal):
    """The owner must be an institution that may see this client."""

    kind = Kind.INVALID
    pl = "Działanie może prowadzić tylko instytucja, która ma dostęp do karty tej osoby."


class NotTheOwner(Refusal):
    """Only the institution that owns the action may change, begin, finish or cancel it."""

    kind = Kind.FORBIDDEN
    pl = "Działanie może zmienić, rozpocząć, zakończyć lub odwołać tylko instytucja, która je prowadzi."


class FollowsReferral(Refusal):
    """The action follows a referral; completing the referral, with its outcome, finishes it."""

    kind = Kind.CONFLICT
    pl = "Działanie wynika ze skierowania; kończy je zakończenie skierowania z podaniem wyniku."


class GoalWords(Command):
    """How one sees whether a goal is reached (wskaźnik, wartość początkowa, docelowa)."""

    indicator: Annotated[Line | None, SENSITIVE, Field(examples=["weeks at work"])] = None
    baseline: Annotated[Line | None, SENSITIVE, Field(examples=["0"])] = None
    target: Annotated[Line | None, SENSITIVE, Field(examples=["26"])] = None
    result: Annotated[Note | None, Field(description="What came of it.")] = None


class ActionTerms(Command):
    """What an action is, beyond its title and its owner."""

    worker: Annotated[WorkerCode | None, Field(description="Who of the owner does it.")] = None
    client_duty: Annotated[bool, Field(description="The client herself does it.")] = False
    start_on: Day | None = None
    due_on: Annotated[Day | None, Field(description="When it should be done.")] = None
    service_id: Annotated[UUID | None, Field(description="The service of the directory.")] = None
    category: CategoryCode | None = None
    engagement: Annotated[
        ActionEngagement | None, Field(description="What bars another thing at the same time.")
    ] = None
    cost: Annotated[Amount | None, Field(description="What it costs.")] = None
    funding: ActionFunding | None = None
    appointment_on: Annotated[Day | None, Field(description="An appointment of the client.")] = (
        None
    )
    appointment_at: Hour | None = None


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
    version: int = 1
    """The version of the plan in which it was changed last."""
    worker: str | None = None
    client_duty: bool = False
    start_on: date | None = None
    service_id: UUID | None = None
    category: str | None = None
    engagement: ActionEngagement | None = None
    cost_grosze: int | None = None
    funding: ActionFunding | None = None
    appointment_on: date | None = None
    appointment_at: time | None = None
    finished_on: date | None = None
    sealed: bytes = field(default=b"", repr=False)
    """The title as it is kept: the store seals and opens it."""

    def take(self, terms: ActionTerms) -> None:
        """Let these terms hold instead."""
        said = {name: getattr(terms, name) for name in ActionTerms.model_fields}
        cost, at = said.pop("cost"), said.pop("appointment_at")
        for name, value in said.items():
            setattr(self, name, value)
        self.cost_grosze = None if cost is None else int(cost * 100)
        self.appointment_at = None if at is None else time.fromisoformat(at)

    @property
    def terms(self) -> ActionTerms:
        """Its terms as they stand."""
        said = {name: getattr(self, name, None) for name in ActionTerms.model_fields}
        grosze, at = self.cost_grosze, self.appointment_at
        said["cost"] = None if grosze is None else Decimal(grosze) / 100
        said["appointment_at"] = at and at.strftime("%H:%M")
        return ActionTerms(**said)

    def retitle(self, title: str) -> None:
        """Name it anew; it is sealed anew when it is kept."""
        self.title, self.sealed = title, b""

    def step(self, verb: str) -> None:
        """Take one of the steps above."""
        self.status = move(ACTION_MOVES, verb, self.status)

    @property
    def open(self) -> bool:
        """Whether it is still to be done."""
        return self.status in OPEN_ACTIONS


@dataclass(eq=False)
class Goal:
    """What the client and the institutions want to reach (cel)."""

    id: UUID
    title: str
    due_on: date | None = None
    actions: list[Action] = field(default_factory=list)
    status: GoalStatus = GoalStatus.OPEN
    version: int = 1
    """The version of the plan in which it was changed last."""
    words: GoalWords = field(default_factory=GoalWords)
    sealed: bytes = field(default=b"", repr=False)
    """The title as it is kept: the store seals and opens it."""
    sealed_words: bytes | None = field(default=None, repr=False)

    def rewrite(self, title: str, words: GoalWords) -> None:
        """Word it anew; it is sealed anew when it is kept."""
        self.title, self.sealed = title, b""
        self.words, self.sealed_words = words, None

    def conclude(self, status: GoalStatus, result: str | None) -> None:
        """Say what came of it."""
        move(GOAL_MOVES, "conclude", self.status)
        self.status = status
        self.words = self.words.model_copy(update={"result": result})
        self.sealed_words = None

    def open_owners(self) -> frozenset[UUID]:
        """The institutions that still have something to do for it, of their own accord."""
        return frozenset(action.owner for action in self.own_open())

    def own_open(self) -> Iterator[Action]:
        """Its open actions that follow no referral."""
        return (action for action in self.actions if action.open and not action.referral_id)
