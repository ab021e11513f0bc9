"""A household as a computation knows it: who lives in it, what comes in, what its home costs."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from contracts.incomes import IncomeKind
from contracts.values import Amount, Command, Month
from services.benefits.domain.dated import Exact
from services.benefits.domain.family_allowance import Children

_OF_AGE, _SMALL, _STUDENT = 18, 5, 24


class Relation(StrEnum):
    """Who a member is to the one whose case it is."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    OTHER = "other"


class HouseholdMember(Command):
    """One person of the household."""

    age: Annotated[int, Field(ge=0, le=120, strict=True, examples=[35])]
    relation: Relation
    unable_to_work: Annotated[
        bool,
        Field(description="Adult unable to work by age or total incapacity (art. 37 u.p.s.)."),
    ] = False
    disabled: Annotated[bool, Field(description="With a certificate of disability.")] = False
    in_education: Annotated[bool, Field(description="A child over 18 still at school.")] = False


class HomeCosts(Command):
    """What the home costs a month, and its usable area."""

    expenses: Annotated[Amount, Field(description="Rent and media a month.", examples=["900.00"])]
    area: Annotated[
        Exact, Field(gt=0, le=1000, decimal_places=2, description="m².", examples=["48.50"])
    ]


class FamilyAllowanceFacts(Command):
    """Says that the family allowance is to be computed and not only declared."""

    reference_income: Annotated[
        Amount | None,
        Field(
            description="Income of the family a month by the family benefits act; unsaid: what it has."
        ),
    ] = None


class Household(Command):
    """Who lives and runs the house together (art. 6 pkt 14 u.p.s.)."""

    members: Annotated[tuple[HouseholdMember, ...], Field(min_length=1, max_length=50)]
    home: Annotated[
        HomeCosts | None, Field(description="Said: the housing allowance is computed.")
    ] = None
    family_allowance: FamilyAllowanceFacts | None = None

    @model_validator(mode="after")
    def _one_applicant(self) -> Self:
        applicants = [one for one in self.members if one.relation is Relation.APPLICANT]
        if len(applicants) != 1:
            raise ValueError("a household has one applicant")
        return self

    @property
    def persons(self) -> int:
        """How many live in it."""
        return len(self.members)

    @property
    def applicant(self) -> int:
        """Which member the case is about, from 0."""
        return next(n for n, one in enumerate(self.members) if one.relation is Relation.APPLICANT)

    @property
    def children(self) -> Children:
        """Her children by the ages of the family allowance."""
        ages = [one for one in self.members if one.relation is Relation.CHILD]
        return Children(
            to_5=sum(one.age <= _SMALL for one in ages),
            to_18=sum(_SMALL < one.age <= _OF_AGE for one in ages),
            to_24=sum(_OF_AGE < one.age <= _STUDENT and one.in_education for one in ages),
        )

    @property
    def minors(self) -> int:
        """Her children under 18."""
        return sum(one.relation is Relation.CHILD and one.age < _OF_AGE for one in self.members)

    @property
    def unable(self) -> tuple[int, ...]:
        """Which adults are unable to work."""
        return tuple(
            n for n, one in enumerate(self.members) if one.unable_to_work and one.age >= _OF_AGE
        )

    @property
    def disabled_child(self) -> bool:
        """Whether a child of hers has a certificate of disability."""
        return any(one.disabled and one.relation is Relation.CHILD for one in self.members)


class Receipt(Command):
    """What one member receives in a month: an amount, a gross wage, hectares of a farm, or a sum at once.

    `monthly` is złoty after income tax, costs, contributions and alimony paid (art. 8 ust. 3 u.p.s.).
    """

    kind: IncomeKind
    monthly: Amount | None = None
    gross: Annotated[
        Amount | None, Field(description="Of an employment: the net is then estimated.")
    ] = None
    hectares: Annotated[
        Exact | None, Field(gt=0, le=10_000, decimal_places=4, description="Conversion hectares.")
    ] = None
    one_off: Annotated[
        Amount | None, Field(description="Paid at once; spread over 12 months if it is large.")
    ] = None
    paid_in: Annotated[Month | None, Field(description="Of a sum at once: its month.")] = None
    net: Annotated[
        Amount | None, Field(description="Cash in hand, where it is not `monthly`.")
    ] = None
    member: Annotated[
        int | None, Field(ge=0, le=49, description="Whose, from 0; unsaid: the applicant's.")
    ] = None

    @model_validator(mode="after")
    def _one_amount(self) -> Self:
        said = [self.monthly, self.gross, self.hectares, self.one_off]
        if sum(one is not None for one in said) != 1:
            raise ValueError("say one of monthly, gross, hectares, one_off")
        if self.gross is not None and self.kind is not IncomeKind.EMPLOYMENT:
            raise ValueError("a gross wage is that of an employment")
        if self.hectares is not None and self.kind is not IncomeKind.FARM:
            raise ValueError("hectares are those of a farm")
        if (self.one_off is None) != (self.paid_in is None):
            raise ValueError("a sum paid at once has its month, and no other has")
        return self


Receipts = Annotated[tuple[Receipt, ...], Field(max_length=100)]
"""All that comes into the household in one month."""


def area_of(home: HomeCosts) -> int:
    """Hundredths of a square metre."""
    return int(Decimal(home.area).scaleb(2))
