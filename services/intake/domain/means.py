"""Household and income as declared (art. 6 pkt 14, art. 8 u.p.s.; domain 2.1, 4.2)."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.incomes import IncomeKind
from contracts.intake import HouseholdChanged, IncomeDeclared
from contracts.values import SENSITIVE, Amount, ClientId, Command, Day, Line, Month
from kernel.refusals import Kind, Refusal

_NOTHING = Decimal("0.00")


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


class Occupation(StrEnum):
    """What a member does, as far as it matters for the household's means (status na rynku pracy)."""

    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    FARMER = "farmer"
    UNEMPLOYED = "unemployed"
    PUPIL = "pupil"
    STUDENT = "student"
    PENSIONER = "pensioner"
    CARER = "carer"
    INACTIVE = "inactive"


class DisabilityDegree(StrEnum):
    """The degree on a certificate of disability (stopień niepełnosprawności); health data."""

    LIGHT = "light"
    MODERATE = "moderate"
    SEVERE = "severe"
    CHILD_CERTIFICATE = "child_certificate"


class IncomePeriod(StrEnum):
    """Whether an income comes every month or came once."""

    MONTH = "month"
    ONE_OFF = "one_off"


class EvidenceKind(StrEnum):
    """What an income or a job is proved by (dowód)."""

    PAYSLIP = "payslip"
    CONTRACT = "contract"
    ZUS_DECISION = "zus_decision"
    PUP_CERTIFICATE = "pup_certificate"
    BANK_STATEMENT = "bank_statement"
    TAX_FORM = "tax_form"
    STATEMENT = "statement"
    NONE = "none"


class NoApplicant(Refusal):
    """A household has exactly one applicant: the client herself."""

    kind = Kind.INVALID
    pl = "Gospodarstwo ma dokładnie jednego wnioskodawcę: klientkę lub klienta."


class InTheFuture(Refusal):
    """A day or month that has not come yet cannot be declared."""

    kind = Kind.INVALID
    pl = "Nie można złożyć oświadczenia o dniu ani miesiącu, który jeszcze nie nadszedł."


class EndsBeforeItBegins(Refusal):
    """The last day lies before the first one."""

    kind = Kind.INVALID
    pl = "Ostatni dzień jest wcześniejszy niż pierwszy."


class MemberTwice(Refusal):
    """A client stands in a household once; the applicant is the client herself."""

    kind = Kind.INVALID
    pl = "Klient występuje w gospodarstwie raz; wnioskodawcą jest osoba, której dotyczy karta."


class DoesNotAddUp(Refusal):
    """What is left is not what was received less the deductions; each stands in the item."""

    kind = Kind.INVALID
    pl = "Kwota po odliczeniach nie równa się przychodowi pomniejszonemu o odliczenia."


class Member(Command):
    """A person who lives at the client's, and may keep house together with her."""

    relation: MemberRelation
    birth_date: Day
    name: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślony Wymyślony"])] = None
    client_id: Annotated[
        ClientId | None, Field(description="Her own record, where the member is a client too.")
    ] = None
    shares_household: Annotated[
        bool,
        Field(strict=True, description="Lives there and keeps house together with the others."),
    ] = True
    occupation: Annotated[Occupation | None, Field(examples=["pupil"])] = None
    school: Annotated[Line | None, SENSITIVE, Field(examples=["Szkoła podstawowa, klasa 5"])] = (
        None
    )
    disability: Annotated[
        DisabilityDegree | None, SENSITIVE, Field(description="Shown with health data only.")
    ] = None


class Evidence(Command):
    """What something is proved by, and where it is found."""

    kind: Annotated[EvidenceKind, Field(examples=["payslip"])] = EvidenceKind.NONE
    reference: Annotated[Line | None, SENSITIVE, Field(examples=["akta, k. 12"])] = None


class Deductions(Command):
    """What the law takes off an income (odliczenia, art. 8 ust. 3 u.p.s.)."""

    tax: Amount = _NOTHING
    acquisition_costs: Annotated[Amount, Field(description="Koszty uzyskania przychodu.")] = (
        _NOTHING
    )
    social_contributions: Amount = _NOTHING
    health_contribution: Amount = _NOTHING
    alimony_paid: Annotated[Amount, Field(description="Paid to persons outside.")] = _NOTHING

    @property
    def taken_at_source(self) -> Decimal:
        """What never comes to hand: tax and contributions."""
        return self.tax + self.social_contributions + self.health_contribution

    @property
    def total(self) -> Decimal:
        """All of them."""
        return self.taken_at_source + self.acquisition_costs + self.alimony_paid


class IncomeItem(Command):
    """One income of the household in the month, after the deductions of art. 8 ust. 3 u.p.s."""

    kind: IncomeKind
    monthly: Amount
    member: Annotated[
        int | None,
        Field(ge=0, le=29, strict=True, description="Whose: the place in the household, from 0."),
    ] = None
    period: IncomePeriod = IncomePeriod.MONTH
    source: Annotated[Line | None, SENSITIVE, Field(examples=["Zmyślona Piekarnia"])] = None
    gross: Amount | None = None
    net: Annotated[Amount | None, Field(description="What came to hand.")] = None
    deductions: Deductions | None = None
    evidence: Evidence = Evidence()

    def check(self, at: str) -> None:
        """Refuse what does not add up; `at` is where the item stands in what was sent."""
        if self.gross is None:
            return
        taken = self.deductions or Deductions()
        if self.net is not None and self.net != self.gross - taken.taken_at_source:
            raise DoesNotAddUp(pointer=f"{at}/net")
        if self.deductions is not None and self.monthly != self.gross - taken.total:
            raise DoesNotAddUp(pointer=f"{at}/monthly")


@dataclass(eq=False)
class Household:
    """A household (gospodarstwo domowe) from a day on: who keeps house together, not who lives there.

    Both days are inclusive. Without members: from this day on there is none.
    """

    client_id: UUID
    valid_from: date
    members: list[Member]
    declared_by: UUID
    declared_at: datetime
    valid_to: date | None = None

    def declared(self, today: date) -> HouseholdChanged:
        """Announce it."""
        if self.valid_from > today:
            raise InTheFuture(pointer="/valid_from")
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise EndsBeforeItBegins(pointer="/valid_to")
        applicants = [m for m in self.members if m.relation is MemberRelation.APPLICANT]
        if len(applicants) != 1 or not applicants[0].shares_household:
            raise NoApplicant(pointer="/members")
        known: set[UUID] = set()
        for place, member in enumerate(self.members):
            if member.birth_date > today:
                raise InTheFuture(pointer=f"/members/{place}/birth_date")
            who = self._who(member)
            if who in known or (who == self.client_id and member is not applicants[0]):
                raise MemberTwice(pointer=f"/members/{place}/client_id")
            if who is not None:
                known.add(who)
        return HouseholdChanged(client_id=self.client_id, valid_from=self.valid_from)

    @property
    def sharing(self) -> list[Member]:
        """Who keeps house together: whom the law counts."""
        return [member for member in self.members if member.shares_household]

    def place_of(self, client_id: UUID) -> int | None:
        """Where a client stands among those who keep house together; none: nowhere."""
        for place, member in enumerate(self.members):
            if member.shares_household and self._who(member) == client_id:
                return place
        return None

    @property
    def linked(self) -> set[UUID]:
        """The other clients who keep house here."""
        found = {m.client_id for m in self.sharing if m.client_id is not None}
        return found - {self.client_id}

    def without(self, client_id: UUID) -> list[Member]:
        """Who is left when a client leaves those who keep house together."""
        return [m for m in self.members if not m.shares_household or self._who(m) != client_id]

    def _who(self, member: Member) -> UUID | None:
        return self.client_id if member.relation is MemberRelation.APPLICANT else member.client_id


@dataclass(eq=False)
class IncomeDeclaration:
    """The household's incomes of one month as declared (oświadczenie o dochodach)."""

    client_id: UUID
    month: Month
    items: list[IncomeItem]
    declared_by: UUID
    declared_at: datetime
    worker: str | None = None
    id: int = 0

    def declared(self, today: date) -> IncomeDeclared:
        """Announce it."""
        if self.month > f"{today:%Y-%m}":
            raise InTheFuture(pointer="/month")
        for place, item in enumerate(self.items):
            item.check(f"/items/{place}")
        return IncomeDeclared(client_id=self.client_id, month=self.month)

    @property
    def total(self) -> Decimal:
        """Everything declared, counted or not; what the law counts is for benefits to say."""
        return sum((item.monthly for item in self.items), Decimal("0.00"))
