"""Value types spoken by more than one service. Each is declared, bounded and exemplified once."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)

KEPT: Mapping[str, bool] = {"kept": True}
"""The context in which what was checked when it came is read again: rules and registers change."""


def kept(info: ValidationInfo) -> bool:
    """Whether a value comes from our own keeping."""
    return bool(info.context and info.context.get("kept"))


class Sensitive:
    """Marks a type that may never stand in an event, a log or a metric."""


SENSITIVE = Sensitive()

# Control characters end in a database error (NUL) or a spoofed log line, so no text may hold one.
_LINE = r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
_PROSE = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$"

Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=_LINE)
]
"""One line of text."""

Prose = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000, pattern=_PROSE)
]
"""Several lines of text."""

Note = Annotated[Prose, SENSITIVE, Field(examples=["Prefers a call before noon."])]
"""What a worker writes about a client in her own words."""

Title = Annotated[Line, SENSITIVE, Field(examples=["Job within six months"])]
"""A worker's name for a goal, an action or a purpose: free text, so never in an event."""


FIRST_DAY, LAST_DAY = date(1800, 1, 1), date(2299, 12, 31)
"""The days one can write: those that a PESEL number tells apart. From each of them one can count on."""


def _iso_only(value: Any, info: ValidationInfo) -> Any:
    # pydantic reads the digits "20260301" as a timestamp; a day is written one way only.
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("a day is written YYYY-MM-DD")
    # What was counted on from a day lies beyond it, and is read again as it was kept.
    if not kept(info) and not FIRST_DAY.isoformat() <= value <= LAST_DAY.isoformat():
        raise ValueError(f"a day lies between {FIRST_DAY} and {LAST_DAY}")
    return value


def _two_places(value: Any) -> Any:
    # A JSON number would pass through a binary float on most clients: money is text.
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,9}\.[0-9]{2}", value):
        return value
    raise ValueError("money is text with two places, like 505.00")


def _not_negative(value: Decimal) -> Decimal:
    if value < 0:
        raise ValueError("must not be negative")
    return value


Day = Annotated[
    date,
    BeforeValidator(_iso_only),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": "^(1[89]|2[0-2])[0-9]{2}-[0-9]{2}-[0-9]{2}$",
            "examples": ["2026-03-02"],
        }
    ),
    Field(examples=["2026-03-02"]),
]
"""A calendar day in Poland, from 1800 to 2299."""

Month = Annotated[
    str,
    StringConstraints(pattern=r"^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$"),
    Field(examples=["2026-03"]),
]
"""A calendar month, YYYY-MM."""

_MONEY_OUT = PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str)

Money = Annotated[
    Decimal,
    BeforeValidator(_two_places),
    _MONEY_OUT,
    WithJsonSchema(
        {"type": "string", "pattern": r"^-?[0-9]{1,9}\.[0-9]{2}$", "examples": ["505.00"]}
    ),
    Field(examples=["505.00"]),
]
"""Zloty with two places, as text; may be negative."""

Amount = Annotated[
    Decimal,
    BeforeValidator(_two_places),
    AfterValidator(_not_negative),
    _MONEY_OUT,
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-9]{1,9}\.[0-9]{2}$", "examples": ["600.00"]}
    ),
    SENSITIVE,
    Field(examples=["600.00"]),
]
"""Zloty with two places, as text, zero or more."""

ClientId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c001"])]
InstitutionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-000000000002"])]
PartnershipId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000aa01"])]
AgreementId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000ab01"])]
PartyId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000aa01"])]
"""An institution or a partnership."""
SharingId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c101"])]
RelationId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c101"])]
AccessRequestId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c201"])]
AlarmId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c601"])]
EmploymentId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c301"])]
NeedId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c401"])]
DuplicateId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c501"])]
DocumentId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c701"])]
RepresentativeId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c801"])]
StrengthId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000c901"])]
AssessmentId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000ca01"])]
LabourRegistrationId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000cb01"])]
InterviewId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000cc01"])]
SubjectRequestId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000cd01"])]
HoldId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000ce01"])]
ErasureId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000cf01"])]
MeetingId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d501"])]
AgendaItemId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d511"])]
DecisionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d521"])]
PlanId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d001"])]
GoalId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d101"])]
ActionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d201"])]
PartId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d301"])]
ReviewId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d302"])]
AdviceId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d401"])]
HandoverId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d411"])]
ContactId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d421"])]
SubstitutionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d431"])]
ReferralId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000e001"])]
ServiceId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000e201"])]
"""A service of the directory."""
OfferId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000e202"])]
InformationRequestId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d601"])]
ReferralLinkId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000d602"])]
AwardId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f001"])]
SimulationId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f501"])]
PaymentListId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f601"])]
PaymentLineId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f611"])]
ResolutionId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f801"])]
CohortId = Annotated[UUID, Field(examples=["0197a000-0000-7000-8000-00000000f802"])]
Version = Annotated[int, Field(ge=1, le=2**53 - 1, strict=True, examples=[1])]
"""Counts the changes of one thing, from 1."""
WorkerId = Annotated[Line, Field(max_length=200, examples=["ops-zabrze"])]
"""Who acted: the subject of the token, an opaque code."""
WorkerCode = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9._:@/|+=-]{1,200}$"),
    Field(examples=["ops-zabrze"]),
]
"""The same where somebody writes it down for another: it lies open, so nothing else may stand there."""


class Command(BaseModel):
    """What somebody asks for. Unknown fields are refused: a misspelt field must not be lost."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class View(BaseModel):
    """What leaves: a reader's choice of fields."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


class InstitutionKind(StrEnum):
    """What kind of institution a partner is (domain code list `institution_kind`)."""

    OPS = "OPS"
    CUS = "CUS"
    PCPR = "PCPR"
    PUP = "PUP"
    WUP = "WUP"
    ROPS = "ROPS"
    NGO = "NGO"
    CIS = "CIS"
    KIS = "KIS"
    ZAZ = "ZAZ"
    WTZ = "WTZ"
    OWES = "OWES"
    UM = "UM"
    UW = "UW"
    OPERATOR = "OPERATOR"


class BasisKind(StrEnum):
    """Why one institution may see what another holds (GDPR art. 6, 9)."""

    REGISTRATION = "registration"
    STATUTORY_TASK = "statutory_task"
    CONSENT = "consent"
    VITAL_INTEREST = "vital_interest"
    REFERRAL = "referral"


class StatutoryTask(Command):
    """A task that a statute gives to the institutions (GDPR art. 6(1)(c) and (e))."""

    kind: Literal["statutory_task"]
    article: Annotated[Line, Field(examples=["art. 100 ust. 2 u.p.s."])]


class ConsentEvidence(StrEnum):
    """How a consent was recorded, so that it can be shown later (GDPR art. 7(1))."""

    PAPER_FORM = "paper_form"
    ELECTRONIC = "electronic"
    ORAL_WITH_WITNESS = "oral_with_witness"


class ConsentPurpose(StrEnum):
    """What the client agreed to have her data used for (GDPR art. 5(1)(b))."""

    COORDINATION = "coordination"
    EMPLOYMENT = "employment"
    CARE = "care"
    TREATMENT = "treatment"
    HOUSING = "housing"
    LEGAL_HELP = "legal_help"
    MATERIAL_HELP = "material_help"
    OTHER = "other"


class GivenBy(StrEnum):
    """Who agreed: she herself, or whoever acts for her (przedstawiciel ustawowy, opiekun prawny)."""

    CLIENT = "client"
    REPRESENTATIVE = "representative"


class Consent(Command):
    """The client agreed, and this is the proof (GDPR art. 6(1)(a), 9(2)(a))."""

    kind: Literal["consent"]
    evidence: Annotated[Line, Field(examples=["form 12/2026"])]
    evidence_kind: Annotated[
        ConsentEvidence | None, Field(description="None: not told.", examples=["paper_form"])
    ] = None
    witness: Annotated[
        Line | None, SENSITIVE, Field(description="Who heard a consent given orally.")
    ] = None
    purpose: Annotated[
        ConsentPurpose | None, Field(description="None: not told.", examples=["coordination"])
    ] = None
    purpose_note: Annotated[Note | None, Field(description="The purpose in her own words.")] = None
    given_on: Annotated[Day | None, Field(description="None: the day it is sent.")] = None
    given_by: Annotated[GivenBy, Field(examples=["client"])] = GivenBy.CLIENT
    until: Annotated[
        Day | None, Field(description="Last day, inclusive; none: until withdrawn.")
    ] = None

    @model_validator(mode="after")
    def _shown_and_in_order(self) -> "Consent":
        if self.evidence_kind is ConsentEvidence.ORAL_WITH_WITNESS and self.witness is None:
            raise ValueError("a consent given orally needs a witness")
        if self.given_on and self.until and self.until < self.given_on:
            raise ValueError("a consent ends on the day it is given or later")
        return self


class VitalInterest(Command):
    """Somebody's life or health depends on it (GDPR art. 6(1)(d))."""

    kind: Literal["vital_interest"]
    reason: Annotated[Line, Field(examples=["shelter needed tonight"])]


LegalBasis = Annotated[StatutoryTask | Consent | VitalInterest, Field(discriminator="kind")]
"""The legal basis on which somebody else may see (podstawa prawna)."""


class InstitutionRef(View):
    """An institution as others name it."""

    id: InstitutionId
    name: Annotated[str, Field(examples=["MOPR Zabrze (demo)"])]
    kind: InstitutionKind
