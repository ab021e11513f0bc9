"""Facts announced by referrals about the combined plan, beyond its first words."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.sections import Section
from contracts.values import ActionId, ClientId, GoalId, InstitutionId, PartId, PlanId, ReviewId


class PartForm(StrEnum):
    """In which statutory form an institution's part of the plan is written (domain 2.9)."""

    HELP_PLAN = "help_plan"
    """Plan pomocy: segment J of the interview."""
    SOCIAL_CONTRACT_A = "social_contract_a"
    """Kontrakt socjalny, form A: solving a difficult situation (regulation of 8.11.2010)."""
    SOCIAL_CONTRACT_B = "social_contract_b"
    """Kontrakt socjalny, form B: strengthening and activating the unemployed."""
    IPD = "ipd"
    """Indywidualny plan działania of a labour office."""
    SERVICE_AGREEMENT = "service_agreement"
    """Agreement with whoever gives a service: an NGO, a CIS."""
    IPUS = "ipus"
    """Indywidualny plan usług społecznych of a CUS."""


class GoalStatus(StrEnum):
    """Where a goal stands; all but the first are results."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY_REACHED = "partly_reached"
    NOT_REACHED = "not_reached"
    DROPPED = "dropped"


class EndReason(StrEnum):
    """Why a plan was given up before its end."""

    CLIENT_WITHDREW = "client_withdrew"
    NO_COOPERATION = "no_cooperation"
    NO_CONTACT = "no_contact"
    MOVED_AWAY = "moved_away"
    SITUATION_CHANGED = "situation_changed"
    NOT_ENTITLED = "not_entitled"
    DIED = "died"
    OPENED_IN_ERROR = "opened_in_error"
    OTHER = "other"


_Form = Annotated[PartForm, Field(examples=["social_contract_a"])]
_Result = Annotated[GoalStatus, Field(examples=["reached"])]


class PlanDiagnosed(Event):
    """The diagnosis of the plan was written or changed."""

    wire_name: ClassVar = "plan.diagnosed.v1"
    pl: ClassVar = "Wpisano albo zmieniono diagnozę w planie."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class PlanAssigned(Event):
    """An institution and a worker of it lead the plan from now on."""

    wire_name: ClassVar = "plan.assigned.v1"
    pl: ClassVar = "Wyznaczono prowadzącego plan."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    lead: InstitutionId


class PlanProposed(Event):
    """The draft was laid before the client and the institutions for consultation."""

    wire_name: ClassVar = "plan.proposed.v1"
    pl: ClassVar = "Przedstawiono projekt planu do konsultacji."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class PlanAgreed(Event):
    """The client and every institution with a part in the plan signed it."""

    wire_name: ClassVar = "plan.agreed.v1"
    pl: ClassVar = "Plan podpisali klient i wszystkie instytucje mające w nim swoją część."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class PlanActivated(Event):
    """The agreed plan is being carried out from now on."""

    wire_name: ClassVar = "plan.activated.v1"
    pl: ClassVar = "Rozpoczęto realizację uzgodnionego planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class PlanCompleted(Event):
    """The plan was completed, with a result for each goal."""

    wire_name: ClassVar = "plan.completed.v1"
    pl: ClassVar = "Zakończono plan, podając wynik każdego celu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class PlanDiscontinued(Event):
    """The plan was given up before its end, for a coded reason."""

    wire_name: ClassVar = "plan.discontinued.v1"
    pl: ClassVar = "Przerwano realizację planu i podano przyczynę."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    reason: Annotated[EndReason, Field(examples=["moved_away"])]


class GoalChanged(Event):
    """A goal of the plan was changed."""

    wire_name: ClassVar = "goal.changed.v1"
    pl: ClassVar = "Zmieniono cel planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    goal_id: GoalId


class GoalConcluded(Event):
    """A goal of the plan came to a result."""

    wire_name: ClassVar = "goal.concluded.v1"
    pl: ClassVar = "Oceniono osiągnięcie celu planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    goal_id: GoalId
    result: _Result


class GoalDropped(Event):
    """A goal was taken out of the plan."""

    wire_name: ClassVar = "goal.dropped.v1"
    pl: ClassVar = "Zrezygnowano z celu planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    goal_id: GoalId


class ActionChanged(Event):
    """An action of the plan was changed."""

    wire_name: ClassVar = "action.changed.v1"
    pl: ClassVar = "Zmieniono działanie planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    action_id: ActionId


class ActionStarted(Event):
    """An action of the plan was begun."""

    wire_name: ClassVar = "action.started.v1"
    pl: ClassVar = "Rozpoczęto działanie planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    action_id: ActionId


class ActionCancelled(Event):
    """An action of the plan was cancelled."""

    wire_name: ClassVar = "action.cancelled.v1"
    pl: ClassVar = "Odwołano działanie planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    action_id: ActionId


class PartOpened(Event):
    """An institution opened its part of the plan."""

    wire_name: ClassVar = "part.opened.v1"
    pl: ClassVar = "Instytucja otworzyła swoją część planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId
    institution: InstitutionId
    form: _Form


class PartChanged(Event):
    """An institution changed its part of the plan."""

    wire_name: ClassVar = "part.changed.v1"
    pl: ClassVar = "Instytucja zmieniła swoją część planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId
    institution: InstitutionId


class PartAgreed(Event):
    """An institution signed its part of the plan."""

    wire_name: ClassVar = "part.agreed.v1"
    pl: ClassVar = "Instytucja podpisała swoją część planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId
    institution: InstitutionId


class PartSigned(Event):
    """The client signed a part of the plan."""

    wire_name: ClassVar = "part.signed.v1"
    pl: ClassVar = "Klient podpisał część planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId


class PartRefused(Event):
    """The client refused to sign a part of the plan."""

    wire_name: ClassVar = "part.refused.v1"
    pl: ClassVar = "Klient odmówił podpisania części planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId


class PartClosed(Event):
    """An institution closed its part of the plan and described its results."""

    wire_name: ClassVar = "part.closed.v1"
    pl: ClassVar = "Instytucja zamknęła swoją część planu i opisała wyniki."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    part_id: PartId
    institution: InstitutionId


class ReviewOpened(Event):
    """A review of the plan began."""

    wire_name: ClassVar = "review.opened.v1"
    pl: ClassVar = "Rozpoczęto ocenę realizacji planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    review_id: ReviewId


class ReviewProgressed(Event):
    """The progress towards a goal was recorded in a review of the plan."""

    wire_name: ClassVar = "review.progressed.v1"
    pl: ClassVar = "Zapisano w ocenie planu postęp w osiąganiu celu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    review_id: ReviewId
    goal_id: GoalId


class ReviewClosed(Event):
    """A review of the plan was closed."""

    wire_name: ClassVar = "review.closed.v1"
    pl: ClassVar = "Zakończono ocenę realizacji planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    review_id: ReviewId
