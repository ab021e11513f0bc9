"""What was declared at intake, and whether an award can be computed from it."""

from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel, ConfigDict

from contracts.territory import Municipality
from contracts.values import Day, EmploymentId, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.household import Household, HouseholdMember, Receipt, Relation
from services.benefits.domain.income import Income
from services.benefits.domain.lost_benefit import HouseholdSize, Incomes, Means
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.what_if import LaterIncomes, WhatIf

_AHEAD = timedelta(days=92)
_MOST_LATER = 36
_OF_AGE = 18


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

    def means(self, employment_started_on: date, *, today: date) -> Means:
        """Take out what the computation needs; a month without a declaration is not one without income."""
        if employment_started_on > today + _AHEAD:
            raise AppliedTooEarly(pointer="/employment_started_on")
        if self.household_size is None:
            raise HouseholdNotDeclared
        if self.municipality is None:
            raise MunicipalityUnknown
        if employment_started_on not in {job.started_on for job in self.employments}:
            raise NoSuchEmployment
        first = month_of(employment_started_on)
        return Means(
            household_size=self.household_size,
            municipality=self.municipality,
            incomes_before=self.incomes_of(shifted(first, -1)),
            incomes_after=self.incomes_of(first),
        )

    def asked(self, employment_started_on: date, *, today: date, **said: Any) -> WhatIf:
        """The same as a question to the rules: her household, what came in, what she chose.

        Incomes declared for later months of the job hold from their months on.
        """
        return asked_from(
            self.means(employment_started_on, today=today),
            employment_started_on,
            incomes_later=self.later_incomes(employment_started_on),
            **said,
        )

    def later_incomes(self, employment_started_on: date) -> tuple[LaterIncomes, ...]:
        """What was declared for the months after the first one of the job."""
        first = month_of(employment_started_on)
        return tuple(
            LaterIncomes(first_month=month, incomes=receipts(self.incomes[month]))
            for month in sorted(self.incomes)
            if first < month < shifted(first, _MOST_LATER)
        )

    def job(self, started_on: date) -> EmploymentId | None:
        """Which job began on a day."""
        return next((job.id for job in self.employments if job.started_on == started_on), None)

    def incomes_of(self, month: Month) -> Incomes:
        """What was declared for a month."""
        declared = self.incomes.get(month)
        if declared is None:
            raise IncomeNotDeclared(month=month)
        return declared


def asked_from(means: Means, employment_started_on: date, **said: Any) -> WhatIf:
    """Means as a question to the rules."""
    return WhatIf(
        on=employment_started_on,
        municipality=means.municipality,
        household=household_of(means.household_size),
        incomes_before=receipts(means.incomes_before),
        incomes_after=receipts(means.incomes_after),
        **said,
    )


def household_of(size: int) -> Household:
    """A household of which no more is known than how many live in it.

    Its benefits are taken as declared; none is computed from an age, so any age of an adult will do.
    """
    others = (HouseholdMember(age=_OF_AGE, relation=Relation.OTHER),) * (size - 1)
    return Household(members=(HouseholdMember(age=_OF_AGE, relation=Relation.APPLICANT), *others))


def receipts(incomes: Incomes) -> tuple[Receipt, ...]:
    """Incomes as receipts of the household."""
    return tuple(_receipt(one) for one in incomes)


def _receipt(income: Income) -> Receipt:
    return Receipt(kind=income.kind, monthly=income.monthly)
