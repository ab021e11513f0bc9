"""What was declared at intake, and whether an award can be computed from it."""

from datetime import date, timedelta

from pydantic import BaseModel, ConfigDict

from contracts.territory import Municipality
from contracts.values import Day, Month
from kernel.refusals import Kind, Refusal
from services.benefits.domain.lost_benefit import HouseholdSize, Incomes, Means
from services.benefits.domain.months import month_of, shifted

_AHEAD = timedelta(days=92)


class ClientNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


class AppliedTooEarly(Refusal):
    """Support can be applied for at most 92 days before the first day of work."""

    kind = Kind.INVALID
    pl = "O wsparcie można wystąpić najwcześniej 92 dni przed pierwszym dniem pracy."


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

    def incomes_of(self, month: Month) -> Incomes:
        """What was declared for a month."""
        declared = self.incomes.get(month)
        if declared is None:
            raise IncomeNotDeclared(month=month)
        return declared
