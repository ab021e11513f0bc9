"""Registration at a labour office (rejestracja w PUP) and the individual action plan (IPD)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints, TypeAdapter

from contracts.intake.means import (
    ContactChannel,
    IpdRecorded,
    LabourContacted,
    LabourDeregistered,
    LabourEnd,
    LabourRegistered,
    LabourStatus,
)
from contracts.values import SENSITIVE, Command, Day, Line
from kernel.refusals import Kind, Refusal
from services.intake.domain.dated import Dated, Written, in_force, read_data
from services.intake.domain.means import (
    DisabilityDegree,
    EndsBeforeItBegins,
    Evidence,
    InTheFuture,
)

_DAY = timedelta(days=1)


class RegistrationMode(StrEnum):
    """How she registered (forma rejestracji)."""

    VISIT = "visit"
    PRACA_GOV_PL = "praca_gov_pl"


class EducationLevel(StrEnum):
    """The highest level completed (poziom wykształcenia)."""

    BELOW_PRIMARY = "below_primary"
    PRIMARY = "primary"
    LOWER_SECONDARY = "lower_secondary"
    BASIC_VOCATIONAL = "basic_vocational"
    GENERAL_SECONDARY = "general_secondary"
    TECHNICAL_SECONDARY = "technical_secondary"
    POST_SECONDARY = "post_secondary"
    HIGHER = "higher"


class LanguageLevel(StrEnum):
    """A level of the Common European Framework."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
    C2 = "C2"


class PriorityGroup(StrEnum):
    """Whom the act gives precedence (grupa z pierwszeństwem w skierowaniu)."""

    UP_TO_30 = "up_to_30"
    OVER_50 = "over_50"
    LONG_TERM_UNEMPLOYED = "long_term_unemployed"
    WITHOUT_QUALIFICATIONS = "without_qualifications"
    SINGLE_PARENT = "single_parent"
    LARGE_FAMILY_CARD = "large_family_card"
    CARER = "carer"
    SOCIAL_ASSISTANCE = "social_assistance"


class ExcludingTitle(StrEnum):
    """What keeps somebody from being unemployed in the sense of the act."""

    EMPLOYMENT = "employment"
    BUSINESS = "business"
    FARM = "farm"
    PENSION = "pension"
    FULL_TIME_SCHOOL = "full_time_school"
    CARE_BENEFIT = "care_benefit"
    OTHER = "other"


class AlreadyAtLabourOffice(Refusal):
    """The client is registered at a labour office already; end that registration first."""

    kind = Kind.CONFLICT
    pl = "Ta osoba jest już zarejestrowana w urzędzie pracy; najpierw trzeba zakończyć tę rejestrację."


class NotAtLabourOffice(Refusal):
    """The client is not registered at a labour office now."""

    kind = Kind.CONFLICT
    pl = "Ta osoba nie jest teraz zarejestrowana w urzędzie pracy."


class BeforeRegistration(Refusal):
    """The day lies before the first day of the registration."""

    kind = Kind.INVALID
    pl = "Ten dzień jest wcześniejszy niż pierwszy dzień rejestracji."


class TitleExcludes(Refusal):
    """With such a title one cannot be registered as unemployed; as a job seeker one can."""

    kind = Kind.INVALID
    pl = "Z takim tytułem nie można być osobą bezrobotną; można być poszukującą pracy."


Occupation = Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$"), Field(examples=["522301"])]
"""A code of the classification of occupations (KZiS), six digits."""
_Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$"), Field(examples=["en"])]
_Words = Annotated[Line, SENSITIVE]


class Language(Command):
    """A language by its ISO 639-1 code, and how well she speaks it."""

    code: _Language
    level: Annotated[LanguageLevel, Field(examples=["B1"])]


class PastJob(Command):
    """A job she had; both days inclusive."""

    employer: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślony Sklep"])] = None
    occupation: Occupation | None = None
    valid_from: Day
    valid_to: Day | None = None
    evidence: Evidence = Evidence()


class BenefitRight(Command):
    """The right to zasiłek dla bezrobotnych, as decided; amounts stay with the office."""

    granted: Annotated[bool, Field(strict=True)]
    valid_from: Day | None = None
    valid_to: Day | None = None
    days_used: Annotated[int, Field(ge=0, le=730, strict=True)] = 0


class LabourFacts(Command):
    """What the office asks at registration (karta rejestracyjna)."""

    mode: Annotated[RegistrationMode, Field(examples=["visit"])] = RegistrationMode.VISIT
    education: Annotated[EducationLevel | None, Field(examples=["technical_secondary"])] = None
    schools: Annotated[tuple[_Words, ...], Field(max_length=10, examples=[[]])] = ()
    qualifications: Annotated[tuple[_Words, ...], Field(max_length=30, examples=[[]])] = ()
    licences: Annotated[
        tuple[_Words, ...], Field(max_length=30, examples=[["prawo jazdy B"]])
    ] = ()
    languages: Annotated[tuple[Language, ...], Field(max_length=20, examples=[[]])] = ()
    occupations: Annotated[tuple[Occupation, ...], Field(max_length=10)] = ()
    work_history: Annotated[tuple[PastJob, ...], Field(max_length=50, examples=[[]])] = ()
    disability: Annotated[
        DisabilityDegree | None, SENSITIVE, Field(description="Shown with health data only.")
    ] = None
    work_limits: Annotated[
        Line | None, SENSITIVE, Field(description="What she cannot do at work; health data.")
    ] = None
    cares_for_others: Annotated[bool, Field(strict=True)] = False
    excluding_titles: Annotated[
        tuple[ExcludingTitle, ...], Field(max_length=7, examples=[[]])
    ] = ()
    benefit_right: BenefitRight | None = None
    ready_from: Day | None = None
    preferred_work: Annotated[Line | None, SENSITIVE, Field(examples=["sprzedaż"])] = None
    priority_groups: Annotated[
        tuple[PriorityGroup, ...], Field(max_length=8, examples=[["single_parent"]])
    ] = ()
    legacy_profile: Annotated[
        int | None,
        Field(ge=1, le=3, strict=True, description="Profile of 2014-2019; history only."),
    ] = None


class _Source(Written):
    act: str
    article: str
    note: str | None = None


class LabourRule(Dated):
    """When a plan is due and how often the office keeps contact; days are calendar days."""

    at_once_below_age: int
    registered_days: int
    within_days: int
    contact_every_days: int
    support_after_days: int
    source: _Source


_RULES = TypeAdapter(tuple[LabourRule, ...])


@cache
def _rules() -> tuple[LabourRule, ...]:
    return _RULES.validate_python(read_data("labour_rules.yaml"))


def rule_on(day: date) -> LabourRule:
    """The rule of a day; a registration older than the act of 2025 is treated by its first rule."""
    return in_force(_rules(), day) or _rules()[0]


class IpdReason(StrEnum):
    """Why an individual action plan is due."""

    YOUNG = "young"
    LONG_REGISTERED = "long_registered"


@dataclass(frozen=True)
class IpdDue:
    """By when the plan is due, and why."""

    on: date
    reason: IpdReason


@dataclass(frozen=True)
class Ipd:
    """An individual action plan (indywidualny plan działania); days inclusive."""

    registration_id: UUID
    made_on: date
    ends_on: date | None
    contact_every_days: int
    goals: str | None
    recorded_by: UUID
    recorded_at: datetime

    def recorded(self, of: "Registration", today: date) -> IpdRecorded:
        """Announce it."""
        if self.made_on > today:
            raise InTheFuture(pointer="/made_on")
        if self.made_on < of.registered_on:
            raise BeforeRegistration(pointer="/made_on")
        if self.ends_on is not None and self.ends_on < self.made_on:
            raise EndsBeforeItBegins(pointer="/ends_on")
        return IpdRecorded(client_id=of.client_id, registration_id=of.id, made_on=self.made_on)


@dataclass(frozen=True)
class Contact:
    """The office and the client were in touch on a day."""

    registration_id: UUID
    contacted_on: date
    channel: ContactChannel
    recorded_by: UUID
    recorded_at: datetime

    def logged(self, of: "Registration", today: date) -> LabourContacted:
        """Announce it."""
        if self.contacted_on > today:
            raise InTheFuture(pointer="/contacted_on")
        if self.contacted_on < of.registered_on:
            raise BeforeRegistration(pointer="/contacted_on")
        return LabourContacted(
            client_id=of.client_id,
            registration_id=of.id,
            contacted_on=self.contacted_on,
            channel=self.channel,
        )


@dataclass(eq=False)
class Registration:
    """A registration from its first day to its last, both inclusive."""

    id: UUID
    client_id: UUID
    status: LabourStatus
    registered_on: date
    facts: LabourFacts
    registered_by: UUID
    recorded_at: datetime
    ended_on: date | None = None
    end_reason: LabourEnd | None = None
    version: int = 1
    ipds: list[Ipd] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)

    @property
    def next_contact_due_on(self) -> date | None:
        """By when the office is to be in touch; without a plan in force nothing is due."""
        if not self.ipds or self.ended_on is not None:
            return None
        plan = self.ipds[-1]
        last = max([plan.made_on, *(contact.contacted_on for contact in self.contacts)])
        due = last + timedelta(days=plan.contact_every_days)
        return due if plan.ends_on is None or due <= plan.ends_on else None

    def registered(self, earlier: Sequence["Registration"], today: date) -> LabourRegistered:
        """Announce it; nobody is registered twice on one day."""
        if self.registered_on > today:
            raise InTheFuture(pointer="/registered_on")
        for other in earlier:
            if other.ended_on is None or other.ended_on >= self.registered_on:
                raise AlreadyAtLabourOffice(
                    pointer="/registered_on",
                    since=other.registered_on.isoformat(),
                    until=other.ended_on.isoformat() if other.ended_on else None,
                )
        if self.status is LabourStatus.UNEMPLOYED and self.facts.excluding_titles:
            raise TitleExcludes(pointer="/excluding_titles")
        for place, job in enumerate(self.facts.work_history):
            if job.valid_to is not None and job.valid_to < job.valid_from:
                raise EndsBeforeItBegins(pointer=f"/work_history/{place}/valid_to")
        return LabourRegistered(
            client_id=self.client_id,
            registration_id=self.id,
            status=self.status,
            registered_on=self.registered_on,
        )

    def end(self, on: date, reason: LabourEnd, today: date) -> LabourDeregistered:
        """End it; the day is the last one."""
        if on > today:
            raise InTheFuture(pointer="/ended_on")
        if on < self.registered_on:
            raise BeforeRegistration(pointer="/ended_on")
        self.ended_on, self.end_reason = on, reason
        self.version += 1
        return LabourDeregistered(
            client_id=self.client_id, registration_id=self.id, ended_on=on, reason=reason
        )


def ipd_due(
    current: Registration, born_on: date, earlier: Sequence[Registration]
) -> IpdDue | None:
    """By when a plan is due for somebody registered as unemployed; none where it is made or not due.

    At once for whoever has not turned 30; for the others on the day by which they were registered
    as unemployed 90 days within the last 180, earlier registrations included.
    """
    if current.status is not LabourStatus.UNEMPLOYED or current.ipds or current.ended_on:
        return None
    rule = rule_on(current.registered_on)
    if current.registered_on < _birthday(born_on, rule.at_once_below_age):
        return IpdDue(current.registered_on, IpdReason.YOUNG)
    unemployed = [r for r in earlier if r.status is LabourStatus.UNEMPLOYED]
    day = current.registered_on
    while _days_before(day, current, unemployed, rule) < rule.registered_days:
        day += _DAY
    return IpdDue(day, IpdReason.LONG_REGISTERED)


def _days_before(
    day: date, current: Registration, earlier: Sequence[Registration], rule: LabourRule
) -> int:
    """How many days of the window that ends on a day she was registered, that day included."""
    first = day - timedelta(days=rule.within_days - 1)
    spans = [(r.registered_on, r.ended_on or day) for r in earlier]
    spans.append((current.registered_on, day))
    return sum(max(0, (min(end, day) - max(begin, first)).days + 1) for begin, end in spans)


def _birthday(born_on: date, age: int) -> date:
    try:
        return born_on.replace(year=born_on.year + age)
    except ValueError:
        # Born on 29 February: of age on 1 March in a common year.
        return date(born_on.year + age, 3, 1)
