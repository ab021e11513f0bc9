"""Household and income as declared (art. 6 pkt 14, art. 8 u.p.s.; domain 2.1, 4.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.intake import HouseholdChanged, IncomeDeclared
from contracts.values import SENSITIVE, Amount, Command, Day, Line, Month
from kernel.refusals import Kind, Refusal


class MemberRelation(StrEnum):
    """Who a member is to the client."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    OTHER = "other"


class IncomeKind(StrEnum):
    """Where money comes from (rodzaj dochodu, art. 8 ust. 3-4 u.p.s.)."""

    EMPLOYMENT = "employment"
    BUSINESS = "business"
    FARM = "farm"
    PENSION = "pension"
    UNEMPLOYMENT_BENEFIT = "unemployment_benefit"
    PERMANENT_ALLOWANCE = "permanent_allowance"
    FAMILY_ALLOWANCE = "family_allowance"
    HOUSING_ALLOWANCE = "housing_allowance"
    CARE_ALLOWANCE = "care_allowance"
    ALIMONY = "alimony"
    CHILD_BENEFIT_800 = "child_benefit_800"
    PURPOSE_BENEFIT = "purpose_benefit"
    ONE_OFF_SOCIAL_BENEFIT = "one_off_social_benefit"
    SCHOOL_AID = "school_aid"
    IN_KIND = "in_kind"
    SOCIALLY_USEFUL_WORK = "socially_useful_work"
    OTHER = "other"


class NoApplicant(Refusal):
    """A household has exactly one applicant: the client herself."""

    kind = Kind.INVALID
    pl = "Gospodarstwo ma dokładnie jednego wnioskodawcę: klientkę lub klienta."


class InTheFuture(Refusal):
    """A day or month that has not come yet cannot be declared."""

    kind = Kind.INVALID
    pl = "Nie można złożyć oświadczenia o dniu ani miesiącu, który jeszcze nie nadszedł."


class Member(Command):
    """A person who lives and keeps house together with the client."""

    relation: MemberRelation
    birth_date: Day
    name: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślony Wymyślony"])] = None


class IncomeItem(Command):
    """One income of the household in the month, after the deductions of art. 8 ust. 3 u.p.s."""

    kind: IncomeKind
    monthly: Amount


@dataclass(eq=False)
class Household:
    """A household (gospodarstwo domowe) from a day on: who keeps house together, not who lives there."""

    client_id: UUID
    valid_from: date
    members: list[Member]
    declared_by: UUID
    declared_at: datetime

    def declared(self, today: date) -> HouseholdChanged:
        """Announce it."""
        if self.valid_from > today:
            raise InTheFuture(pointer="/valid_from")
        applicants = [m for m in self.members if m.relation is MemberRelation.APPLICANT]
        if len(applicants) != 1:
            raise NoApplicant(pointer="/members")
        for place, member in enumerate(self.members):
            if member.birth_date > today:
                raise InTheFuture(pointer=f"/members/{place}/birth_date")
        return HouseholdChanged(client_id=self.client_id, valid_from=self.valid_from)


@dataclass(eq=False)
class IncomeDeclaration:
    """The household's incomes of one month as declared (oświadczenie o dochodach)."""

    client_id: UUID
    month: Month
    items: list[IncomeItem]
    declared_by: UUID
    declared_at: datetime

    def declared(self, today: date) -> IncomeDeclared:
        """Announce it."""
        if self.month > f"{today:%Y-%m}":
            raise InTheFuture(pointer="/month")
        return IncomeDeclared(client_id=self.client_id, month=self.month)

    @property
    def total(self) -> Decimal:
        """Everything declared, counted or not; what the law counts is for benefits to say."""
        return sum((item.monthly for item in self.items), Decimal("0.00"))
