"""Who advises a client at an institution (doradca osobisty, pracownik prowadzący): one at a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.referrals.advice import AdviceAssigned, AdviceEnd, AdviceEnded, AdviserRole
from contracts.values import Command, InstitutionKind, Line, WorkerCode
from kernel.refusals import Kind, Refusal
from services.referrals.domain.moves import move


class AdviceState(StrEnum):
    """Whether somebody advises still."""

    ACTIVE = "active"
    ENDED = "ended"


_ACTIVE = frozenset({AdviceState.ACTIVE})
MOVES = {
    "end": (_ACTIVE, AdviceState.ENDED),
    "hand_over": (_ACTIVE, AdviceState.ENDED),
    "log_contact": (_ACTIVE, AdviceState.ACTIVE),
    "set_contact_interval": (_ACTIVE, AdviceState.ACTIVE),
}


class AdviceNotFound(Refusal):
    """There is no such adviser among those of the clients your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród doradców osób, które może widzieć Twoja instytucja, nie ma takiego."


class AdviserAlready(Refusal):
    """The client has an adviser at your institution; `advice_id` names it. Hand her over instead."""

    kind = Kind.CONFLICT
    pl = (
        "Ta osoba ma już doradcę w Twojej instytucji; wskazuje go `advice_id`. Można ją przekazać."
    )


class NotTheAdviser(Refusal):
    """Only the adviser herself, or a manager of her institution, does this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko sam doradca albo kierownictwo jego instytucji."


class NotYourAdvice(Refusal):
    """The adviser works at another institution."""

    kind = Kind.FORBIDDEN
    pl = "To doradca z innej instytucji."


class ManagersDecide(Refusal):
    """What concerns another worker is decided by a manager of your institution."""

    kind = Kind.FORBIDDEN
    pl = "O tym, co dotyczy innej osoby, decyduje kierownictwo Twojej instytucji."


class Colleague(Command):
    """A worker of your own institution. Whether there is one of this code cannot be checked here:
    people log in elsewhere. The name told is shown until she calls herself; then her token's counts.
    """

    code: Annotated[WorkerCode, Field(description="The subject of her token.")]
    name: Annotated[Line, Field(examples=["Ewa Wymyślna"])]


_ROLES = {
    InstitutionKind.OPS: AdviserRole.LEAD_SOCIAL_WORKER,
    InstitutionKind.PCPR: AdviserRole.LEAD_SOCIAL_WORKER,
    InstitutionKind.PUP: AdviserRole.EMPLOYMENT_ADVISER,
    InstitutionKind.CUS: AdviserRole.COORDINATOR,
    InstitutionKind.NGO: AdviserRole.COORDINATOR,
}


def usual_role(kind: InstitutionKind) -> AdviserRole:
    """As what the workers of a kind of institution advise."""
    return _ROLES.get(kind, AdviserRole.PERSONAL_ADVISER)


@dataclass(frozen=True)
class Actor:
    """Who does something about an adviser: a worker, and whether she manages the institution."""

    worker: str
    institution: UUID
    manages: bool


@dataclass(eq=False, kw_only=True)
class Advice:
    """One worker advises one client at one institution, from a day until it ends."""

    id: UUID
    client_id: UUID
    institution: UUID
    worker: str
    role: AdviserRole
    since: date
    assigned_by: str
    clock_from: date
    """Since when the client has had an adviser here without a break: silence is counted from then."""
    contact_every_days: int | None = None
    """How often to be in touch where no statute says so, or more often than it says."""
    follows: UUID | None = None
    """The advice it was handed over from."""
    last_contact_on: date | None = None
    next_contact_on: date | None = None
    """By when to be in touch again; none: nothing is due."""
    ended_on: date | None = None
    end_reason: AdviceEnd | None = None
    checked_on: date | None = None
    """The last day on which the clock looked whether the institution may still see the client."""
    version: int = 1

    @property
    def state(self) -> AdviceState:
        """Whether it goes on."""
        return AdviceState.ACTIVE if self.ended_on is None else AdviceState.ENDED

    def assigned(self) -> AdviceAssigned:
        """Announce it."""
        return AdviceAssigned(
            client_id=self.client_id,
            advice_id=self.id,
            institution=self.institution,
            role=self.role,
            since=self.since,
        )

    def require(self, by: Actor) -> None:
        """Refuse whoever neither is the adviser nor manages her institution."""
        self.require_house(by)
        if by.worker != self.worker and not by.manages:
            raise NotTheAdviser

    def require_house(self, by: Actor) -> None:
        """Refuse whoever works elsewhere."""
        if by.institution != self.institution:
            raise NotYourAdvice

    def step(self, verb: str) -> None:
        """Take a step that leaves it active, or find out that it is over."""
        move(MOVES, verb, self.state)
        self.version += 1

    def end(self, reason: AdviceEnd, on: date) -> AdviceEnded:
        """End it; nobody advises the client here until somebody else is assigned."""
        self.step("hand_over" if reason is AdviceEnd.HANDED_OVER else "end")
        self.ended_on, self.end_reason, self.next_contact_on = on, reason, None
        return AdviceEnded(
            client_id=self.client_id,
            advice_id=self.id,
            institution=self.institution,
            reason=reason,
        )

    def passed_to(self, worker: str, *, new_id: UUID, by: str, on: date) -> "Advice":
        """What follows it: another worker's advice; the clock of contacts does not begin anew."""
        return Advice(
            id=new_id,
            client_id=self.client_id,
            institution=self.institution,
            worker=worker,
            role=self.role,
            since=on,
            assigned_by=by,
            clock_from=self.clock_from,
            contact_every_days=self.contact_every_days,
            follows=self.id,
        )
