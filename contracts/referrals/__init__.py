"""Facts announced by referrals: the combined plan, and every referral with its answer."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.event import Event
from contracts.intake import Urgency
from contracts.relations import ClosesRelation, MergedId, OpensRelation
from contracts.sections import Section
from contracts.values import ActionId, ClientId, Day, GoalId, InstitutionId, PlanId, ReferralId


class DeclineReason(StrEnum):
    """Why a receiving institution sends a referral back (domain 2.6)."""

    NO_PLACES = "no_places"
    NOT_COMPETENT = "not_competent"
    NOT_ENTITLED = "not_entitled"
    CLIENT_REFUSED = "client_refused"
    NO_CONTACT = "no_contact"
    DUPLICATES_SUPPORT = "duplicates_support"
    OTHER = "other"


class Outcome(StrEnum):
    """What came of a referral (domain 2.6)."""

    EMPLOYMENT = "employment"
    TRAINING = "training"
    GOAL_REACHED = "goal_reached"
    GOAL_PARTLY_REACHED = "goal_partly_reached"
    GOAL_NOT_REACHED = "goal_not_reached"
    PASSED_ON = "passed_on"
    CLIENT_RESIGNED = "client_resigned"


_Urgent = Annotated[Urgency, Field(examples=["normal"])]


class PlanOpened(Event):
    """A draft of the combined plan was opened."""

    wire_name: ClassVar = "plan.opened.v1"
    pl: ClassVar = "Otwarto projekt wspólnego planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class GoalAdded(Event):
    """A goal was added to the plan."""

    wire_name: ClassVar = "goal.added.v1"
    pl: ClassVar = "Dodano cel do planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    goal_id: GoalId


class ActionAdded(Event):
    """An action was added to the plan."""

    wire_name: ClassVar = "action.added.v1"
    pl: ClassVar = "Dodano działanie do planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    goal_id: GoalId
    action_id: ActionId
    owner: InstitutionId


class ActionFinished(Event):
    """An action of the plan was finished."""

    wire_name: ClassVar = "action.finished.v1"
    pl: ClassVar = "Zakończono działanie planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId
    action_id: ActionId


class SupportChanged(Event):
    """A support woven into the plan began or changed."""

    wire_name: ClassVar = "support.changed.v1"
    pl: ClassVar = "Wsparcie wpisano do planu."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    plan_id: PlanId


class ReferralSent(OpensRelation):
    """A client was referred to another institution."""

    wire_name: ClassVar = "referral.sent.v1"
    pl: ClassVar = "Wysłano skierowanie."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    sent_by: InstitutionId
    urgency: _Urgent


class ReferralReceived(Event):
    """The receiving institution opened the referral."""

    wire_name: ClassVar = "referral.received.v1"
    pl: ClassVar = "Instytucja otworzyła skierowanie."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    referral_id: ReferralId


class ReferralAccepted(Event):
    """The receiving institution agreed to see the client on a given day."""

    wire_name: ClassVar = "referral.accepted.v1"
    pl: ClassVar = "Instytucja przyjęła skierowanie i wyznaczyła pierwszą wizytę."
    section: ClassVar = Section.REFERRALS

    client_id: ClientId
    referral_id: ReferralId
    accepted_by: InstitutionId
    first_visit_on: Day


class ReferralDeclined(ClosesRelation):
    """The receiving institution declined the referral and said why."""

    wire_name: ClassVar = "referral.declined.v1"
    pl: ClassVar = "Instytucja odmówiła przyjęcia skierowania i podała przyczynę."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    declined_by: InstitutionId
    reason: Annotated[DeclineReason, Field(examples=["no_places"])]


class ReferralCompleted(ClosesRelation):
    """The receiving institution completed the referral with an outcome."""

    wire_name: ClassVar = "referral.completed.v1"
    pl: ClassVar = "Instytucja zakończyła skierowanie i podała wynik."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId
    completed_by: InstitutionId
    outcome: Annotated[Outcome, Field(examples=["employment"])]


class ReferralWithdrawn(ClosesRelation):
    """The sender withdrew the referral."""

    wire_name: ClassVar = "referral.withdrawn.v1"
    pl: ClassVar = "Nadawca wycofał skierowanie."
    section: ClassVar = Section.REFERRALS

    referral_id: ReferralId


class PlansRegrouped(Event):
    """The plans and referrals of merged records were laid together, or parted again."""

    wire_name: ClassVar = "plans.regrouped.v1"
    pl: ClassVar = "Zestawiono razem albo rozdzielono plany i skierowania scalonych kart."
    section: ClassVar = Section.PLAN

    client_id: ClientId
    merged_id: MergedId
