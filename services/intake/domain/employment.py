"""Employment: the client took a job (podjęcie pracy), its terms changed, it ended."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import EmploymentStarted
from contracts.intake.means import EmploymentChanged, EmploymentEnd, EmploymentEnded
from contracts.values import SENSITIVE, Amount, Command, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.means import Evidence

_AHEAD = timedelta(days=92)


class EmploymentKind(StrEnum):
    """On what contract she works."""

    EMPLOYMENT_CONTRACT = "employment_contract"
    CIVIL_CONTRACT = "civil_contract"
    OWN_BUSINESS = "own_business"
    OTHER = "other"


class PayKind(StrEnum):
    """How a wage is reckoned."""

    MONTHLY = "monthly"
    HOURLY = "hourly"
    PIECEWORK = "piecework"


class TooFarAhead(Refusal):
    """A job can be recorded at most three months before its first day."""

    kind = Kind.INVALID
    pl = "Pracę można zapisać najwyżej trzy miesiące przed pierwszym dniem."


class AlreadyEmployed(Refusal):
    """An employment from this day is recorded already."""

    kind = Kind.CONFLICT
    pl = "Praca od tego dnia jest już zapisana."


class EmploymentNotFound(Refusal):
    """There is no such job of this client."""

    kind = Kind.MISSING
    pl = "Nie ma takiej pracy tej osoby."


class EmploymentOver(Refusal):
    """The job has ended already."""

    kind = Kind.CONFLICT
    pl = "Ta praca już się zakończyła."


class OutsideEmployment(Refusal):
    """The day lies before the first day of the job."""

    kind = Kind.INVALID
    pl = "Ten dzień jest wcześniejszy niż pierwszy dzień pracy."


class TermsFromThatDay(Refusal):
    """Terms from this day or a later one are recorded already."""

    kind = Kind.CONFLICT
    pl = "Warunki od tego dnia lub od dnia późniejszego są już zapisane."


Hours = Annotated[Decimal, Field(gt=0, le=80, max_digits=4, decimal_places=2, examples=["20.00"])]
"""Hours a week."""
Share = Annotated[
    Decimal, Field(gt=0, le=Decimal("1.5"), max_digits=4, decimal_places=3, examples=["0.500"])
]
"""Part of a full post (wymiar etatu): 1 is full time."""


class Terms(Command):
    """On what terms she works (warunki pracy)."""

    kind: Annotated[EmploymentKind, Field(examples=["employment_contract"])] = (
        EmploymentKind.EMPLOYMENT_CONTRACT
    )
    employer: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślona Piekarnia"])] = None
    hours_a_week: Hours | None = None
    full_time_share: Share | None = None
    pay: Annotated[PayKind | None, Field(examples=["monthly"])] = None
    gross_wage: Annotated[
        Amount | None, Field(description="A month or an hour, as `pay` says; shown with incomes.")
    ] = None
    evidence: Evidence = Evidence()


@dataclass(frozen=True)
class TermsFrom:
    """Terms in force from a day on, inclusive, until the next ones."""

    valid_from: date
    terms: Terms


@dataclass(eq=False)
class Employment:
    """One job; both days inclusive."""

    id: UUID
    client_id: UUID
    started_on: date
    terms: list[TermsFrom]
    recorded_by: UUID
    recorded_at: datetime
    ended_on: date | None = None
    end_reason: EmploymentEnd | None = None
    end_evidence: Evidence = field(default_factory=Evidence)
    version: int = 1

    @property
    def kind(self) -> EmploymentKind:
        """On what contract she works, by the latest terms."""
        return self.terms[-1].terms.kind

    def started(self, today: date) -> EmploymentStarted:
        """Announce it, so that benefits can warn before a payment."""
        if self.started_on > today + _AHEAD:
            raise TooFarAhead(pointer="/started_on")
        return EmploymentStarted(
            client_id=self.client_id, employment_id=self.id, started_on=self.started_on
        )

    def change(self, new: TermsFrom, today: date) -> EmploymentChanged:
        """Take other terms from a day on; those before stay as they were."""
        self._expect_running("/changed_from", new.valid_from, today)
        if new.valid_from <= self.terms[-1].valid_from:
            raise TermsFromThatDay(pointer="/changed_from")
        self.terms.append(new)
        self.version += 1
        return EmploymentChanged(
            client_id=self.client_id, employment_id=self.id, changed_from=new.valid_from
        )

    def end(
        self, on: date, reason: EmploymentEnd, evidence: Evidence, today: date
    ) -> EmploymentEnded:
        """End it; the day is the last one."""
        self._expect_running("/ended_on", on, today)
        self.ended_on, self.end_reason, self.end_evidence = on, reason, evidence
        self.version += 1
        return EmploymentEnded(
            client_id=self.client_id, employment_id=self.id, ended_on=on, reason=reason
        )

    def _expect_running(self, pointer: str, day: date, today: date) -> None:
        if self.ended_on is not None:
            raise EmploymentOver(state="ended", allowed=[])
        if day < self.started_on:
            raise OutsideEmployment(pointer=pointer)
        if day > today + _AHEAD:
            raise TooFarAhead(pointer=pointer)
