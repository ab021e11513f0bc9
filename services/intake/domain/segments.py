"""The segments of an interview's questionnaire, and the two annexes that fewer people may see.

The fields are the field groups that practice records (domain 2.1), under neutral names: the wording
of the questionnaire (annex to the regulation, Dz.U. 2021 poz. 893) is not among our sources, except
that segments A, H, I and J are mandatory. Addiction and violence are annexes of segments D and E,
recorded apart, because each is a secret of its own (GDPR art. 9).
"""

from typing import Annotated, Literal

from pydantic import Field

from contracts.identifiers import Iban, Pesel
from contracts.incomes import IncomeKind
from contracts.sections import Section
from contracts.territory import Municipality
from contracts.values import SENSITIVE, Amount, Command, Day, Line, Month, Note
from services.intake.domain.client import HelpReason, PersonName
from services.intake.domain.means import DisabilityDegree, MemberRelation, Occupation
from services.intake.domain.segment_codes import (
    AssetKind,
    Condition,
    ExpenseKind,
    Heating,
    HelpForm,
    HousingKind,
    HousingTitle,
)
from services.intake.domain.standing import MaritalStatus

_Words = Annotated[Line, SENSITIVE, Field(examples=["as told by the client"])]
_Few = Field(max_length=30)
_YesNo = Annotated[bool | None, Field(strict=True)]
_Count = Annotated[int | None, Field(ge=0, le=50, strict=True)]


class Applicant(Command):
    """The applicant as the interview names her: as on the day, whatever changes later."""

    name: PersonName
    birth_date: Day
    pesel: Pesel | None = None
    marital_status: MaritalStatus | None = None
    citizenship: _Words | None = None
    residence_title: Annotated[
        _Words | None, Field(description="A foreigner's title to stay (tytuł pobytowy).")
    ] = None
    address: _Words | None = None
    municipality: Municipality | None = None
    phone: _Words | None = None
    bank_account: Iban | None = None


class FamilyMember(Command):
    """A member of the family, or somebody who only lives at the address."""

    relation: MemberRelation
    name: _Words | None = None
    birth_date: Day | None = None
    shares_household: Annotated[bool, Field(strict=True)] = True
    income_sources: Annotated[tuple[IncomeKind, ...], _Few] = ()
    work: Occupation | None = None
    registered_at_pup: _YesNo = None
    school: _Words | None = None
    disability: DisabilityDegree | None = None


class SegmentA(Command):
    """A: the applicant and her family (dane wnioskodawcy i rodziny). Mandatory."""

    segment: Literal["A"]
    applicant: Applicant
    reasons: Annotated[tuple[HelpReason, ...], Field(max_length=15)] = ()
    members: Annotated[tuple[FamilyMember, ...], _Few] = ()


class SegmentB(Command):
    """B: housing (warunki mieszkaniowe)."""

    segment: Literal["B"]
    kind: HousingKind | None = None
    title: HousingTitle | None = None
    rooms: _Count = None
    floor: Annotated[int | None, Field(ge=-5, le=100, strict=True)] = None
    heating: Heating | None = None
    cold_water: _YesNo = None
    hot_water: _YesNo = None
    bathroom: _YesNo = None
    toilet: _YesNo = None
    condition: Condition | None = None
    sleeping_places: _Count = None
    monthly_cost: Amount | None = None
    arrears: Amount | None = None
    remarks: Note | None = None


class SegmentC(Command):
    """C: work (sytuacja zawodowa)."""

    segment: Literal["C"]
    status: Occupation | None = None
    last_job: _Words | None = None
    qualifications: Note | None = None
    experience: Note | None = None
    registered_at_pup: _YesNo = None
    benefit: Annotated[
        Amount | None, Field(description="Unemployment benefit a month; none: no right to it.")
    ] = None
    benefit_until: Day | None = None
    remarks: Note | None = None


class SegmentD(Command):
    """D: health (sytuacja zdrowotna), without addictions: these have an annex of their own."""

    segment: Literal["D"]
    chronic_illness: Note | None = None
    disability: DisabilityDegree | None = None
    disability_until: Day | None = None
    incapacity: _Words | None = None
    insured: _YesNo = None
    remarks: Note | None = None


class SegmentE(Command):
    """E: relations in the family (sytuacja rodzinna), without violence: it has an annex of its own."""

    segment: Literal["E"]
    relations: Note | None = None
    conflict: Note | None = None
    childcare_problems: Note | None = None


class Income(Command):
    """One income of the household, as declared for a month."""

    kind: IncomeKind
    monthly: Amount
    month: Month | None = None


class Expense(Command):
    """What the household spends in a month."""

    kind: ExpenseKind
    monthly: Amount


class Debt(Command):
    """What the household owes."""

    creditor: _Words
    amount: Amount


class SegmentF(Command):
    """F: incomes, expenses and debts (sytuacja finansowa)."""

    segment: Literal["F"]
    incomes: Annotated[tuple[Income, ...], _Few] = ()
    expenses: Annotated[tuple[Expense, ...], _Few] = ()
    debts: Annotated[tuple[Debt, ...], _Few] = ()
    enforcement: Annotated[
        Note | None, Field(description="Enforcement by a bailiff (egzekucja).")
    ] = None


class Asset(Command):
    """What the household owns."""

    kind: AssetKind
    description: _Words
    value: Amount | None = None


class SegmentG(Command):
    """G: assets (stan majątkowy)."""

    segment: Literal["G"]
    assets: Annotated[tuple[Asset, ...], _Few] = ()
    statement_taken: Annotated[
        _YesNo, Field(description="Whether a property statement was handed in.")
    ] = None
    remarks: Note | None = None


class SegmentH(Command):
    """H: needs and expectations reported (potrzeby i oczekiwania). Mandatory."""

    segment: Literal["H"]
    needs: Note
    expectations: Note | None = None


class SegmentI(Command):
    """I: diagnosis and the social worker's conclusions (diagnoza i wnioski). Mandatory."""

    segment: Literal["I"]
    diagnosis: Note
    conclusions: Note


class SegmentJ(Command):
    """J: the help plan (plan pomocy). Mandatory."""

    segment: Literal["J"]
    plan: Note
    help_forms: Annotated[tuple[HelpForm, ...], Field(max_length=20)] = ()


class Addiction(Command):
    """Annex to D: addictions and mental health, for whoever may see that section."""

    segment: Literal["addiction"]
    note: Note


class Violence(Command):
    """Annex to E: domestic violence, for its author; Niebieska Karta has a procedure of its own."""

    segment: Literal["violence"]
    observed: Annotated[bool, Field(strict=True)]
    blue_card: Annotated[_YesNo, Field(description="Whether a Niebieska Karta is open.")] = None
    note: Note | None = None


Segment = Annotated[
    SegmentA | SegmentB | SegmentC | SegmentD | SegmentE | SegmentF | SegmentG | SegmentH
    | SegmentI | SegmentJ | Addiction | Violence,
    Field(discriminator="segment"),
]  # fmt: skip
"""What is recorded in one go: a segment, or an annex."""

SECTION_OF = {
    "A": Section.HOUSEHOLD,
    "B": Section.HOUSEHOLD,
    "C": Section.WORK,
    "D": Section.HEALTH,
    "addiction": Section.ADDICTION,
    "E": Section.NOTES,
    "violence": Section.VIOLENCE,
    "F": Section.INCOME,
    "G": Section.INCOME,
    "H": Section.NEEDS,
    "I": Section.NOTES,
    "J": Section.NOTES,
}
"""The category of data each belongs to, in the order of the questionnaire."""
MANDATORY = ("A", "H", "I", "J")
