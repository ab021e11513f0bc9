"""What was declared at intake, and whether an award can be computed from it."""

from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from contracts.territory import Municipality
from contracts.values import Day, EmploymentId, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.household import (
    Household,
    HouseholdMember,
    Receipt,
    Receipts,
    Relation,
)
from services.benefits.domain.income import Income
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.what_if import LaterIncomes, WhatIf

_AHEAD = timedelta(days=92)
_MOST_LATER = 36
_ADULT = 40
"""Where ages are not known: no benefit of those that are worked out depends on that of an adult."""

HouseholdSize = Annotated[int, Field(ge=1, le=50, strict=True, examples=[1])]
"""Persons who live and run the house together (art. 6 pkt 14 u.p.s.), the client included."""
Incomes = Annotated[tuple[Income, ...], Field(max_length=100)]
"""All receipts of the household in one month."""


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class AppliedTooEarly(Refusal):
    """Support can be applied for at most 92 days before the first day of work."""

    kind = Kind.INVALID
    pl = "O wsparcie można wystąpić najwcześniej 92 dni przed pierwszym dniem pracy."


class ReceivedLater(Refusal):
    """An application came in today or before."""

    kind = Kind.INVALID
    pl = "Wniosek wpłynął dzisiaj albo wcześniej."


class HouseholdNotDeclared(Refusal):
    """The client's household has not been declared yet."""

    kind = Kind.CONFLICT
    pl = "Nie złożono jeszcze oświadczenia o gospodarstwie domowym."


class MunicipalityUnknown(Refusal):
    """It is not recorded in which municipality the client lives."""

    kind = Kind.CONFLICT
    pl = "Nie zapisano, w której gminie mieszka klientka lub klient."


class NoSuchEmployment(Refusal):
    """No employment of the client from this day is recorded."""

    kind = Kind.CONFLICT
    pl = "Nie zapisano pracy podjętej w tym dniu."


class IncomeNotDeclared(Refusal):
    """The incomes of a month that the computation needs have not been declared; `month` names it."""

    kind = Kind.CONFLICT
    pl = "Nie złożono oświadczenia o dochodach za potrzebny miesiąc; wskazuje go `month`."


class _Heard(BaseModel):
    # Another service's words: what this release does not know of them is let be.
    model_config = ConfigDict(frozen=True, extra="ignore")


class Job(_Heard):
    """A job as recorded."""

    id: EmploymentId | None = None
    started_on: Day


class DeclaredMember(_Heard):
    """Somebody of the household, as far as a computation needs to know."""

    age: int
    relation: str
    in_education: bool = False


class Declared(_Heard):
    """What intake knows of a client's means; nothing where nothing was said."""

    municipality: Municipality | None = None
    household_size: HouseholdSize | None = None
    members: tuple[DeclaredMember, ...] | None = None
    """Of an intake that does not tell them yet, only their number is known."""
    incomes: dict[Month, Incomes] = {}
    employments: tuple[Job, ...] = ()

    @property
    def home(self) -> Municipality:
        """Where she lives."""
        if self.municipality is None:
            raise MunicipalityUnknown
        return self.municipality

    @property
    def household(self) -> Household:
        """Who lives and runs the house with her; of a home and of the family allowance nothing is said."""
        if self.household_size is None:
            raise HouseholdNotDeclared
        told = self.members
        if not told or len(told) != self.household_size:
            return _adults(self.household_size)
        applicants = [n for n, one in enumerate(told) if one.relation == Relation.APPLICANT]
        # Hers is the case, also where the household was declared for somebody else of it.
        hers = applicants[0] if len(applicants) == 1 else 0
        return Household(members=tuple(_member(one, n == hers) for n, one in enumerate(told)))

    def asked(self, employment_started_on: date, *, today: date, **said: Any) -> WhatIf:
        """What was declared as a question to the rules, about a job that is recorded.

        Incomes declared for later months of the job hold from their months on. A month without a
        declaration is not one without income.
        """
        if employment_started_on > today + _AHEAD:
            raise AppliedTooEarly(pointer="/employment_started_on")
        household, home = self.household, self.home
        if employment_started_on not in {job.started_on for job in self.employments}:
            raise NoSuchEmployment
        first = month_of(employment_started_on)
        return WhatIf(
            on=employment_started_on,
            municipality=home,
            household=household,
            incomes_before=self.receipts_of(shifted(first, -1)),
            incomes_after=self.receipts_of(first),
            incomes_later=self.later_incomes(employment_started_on),
            **said,
        )

    def later_incomes(self, employment_started_on: date) -> tuple[LaterIncomes, ...]:
        """What was declared for the months after the first one of the job."""
        first = month_of(employment_started_on)
        return tuple(
            LaterIncomes(first_month=month, incomes=self.receipts_of(month))
            for month in sorted(self.incomes)
            if first < month < shifted(first, _MOST_LATER)
        )

    def job(self, started_on: date) -> EmploymentId | None:
        """Which job began on a day."""
        return next((job.id for job in self.employments if job.started_on == started_on), None)

    def receipts_of(self, month: Month) -> Receipts:
        """What was declared for a month."""
        return tuple(Receipt(kind=one.kind, monthly=one.monthly) for one in self.incomes_of(month))

    def incomes_of(self, month: Month) -> Incomes:
        """The same as it was said."""
        declared = self.incomes.get(month)
        if declared is None:
            raise IncomeNotDeclared(month=month)
        return declared


def _adults(size: int) -> Household:
    """A household of which no more is known than how many live in it."""
    others = (HouseholdMember(age=_ADULT, relation=Relation.OTHER),) * (size - 1)
    return Household(members=(HouseholdMember(age=_ADULT, relation=Relation.APPLICANT), *others))


def _member(told: DeclaredMember, is_hers: bool) -> HouseholdMember:
    relation = _RELATIONS.get(told.relation, Relation.OTHER)
    return HouseholdMember(
        age=told.age,
        relation=Relation.APPLICANT if is_hers else relation,
        in_education=told.in_education,
    )


_RELATIONS = {one.value: one for one in Relation if one is not Relation.APPLICANT}
