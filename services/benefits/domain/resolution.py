"""A value of the law that a gmina council resolved, or that is entered ahead."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, model_validator

from contracts.territory import Municipality
from contracts.values import Command, Day, InstitutionId, Line, ResolutionId, Version, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.copayment_table import Band, CopaymentTable
from services.benefits.domain.dated import Dated, Parameter, Source
from services.benefits.domain.parameters import OF_COUNCILS, Parameters
from services.benefits.domain.resolved import Resolved

_PLACES = {"PLN": 2, "share": 4}
"""By the first word of the unit; whatever else is counted comes whole."""


class ResolutionState(StrEnum):
    """Where a resolution stands."""

    DRAFT = "draft"
    """Entered; it counts for nothing yet."""
    APPROVED = "approved"
    """Approved by a second person: it counts from its first day."""
    WITHDRAWN = "withdrawn"


MOVES: Final[dict[str, tuple[frozenset[ResolutionState], ResolutionState]]] = {
    "approve": (frozenset({ResolutionState.DRAFT}), ResolutionState.APPROVED),
    "withdraw": (
        frozenset({ResolutionState.DRAFT, ResolutionState.APPROVED}),
        ResolutionState.WITHDRAWN,
    ),
}


class ResolutionNotFound(Refusal):
    """There is no such resolution."""

    kind = Kind.MISSING
    pl = "Nie ma takiej uchwały."


class NoSuchParameter(Refusal):
    """There is no parameter of that name."""

    kind = Kind.INVALID
    pl = "Nie ma parametru o tej nazwie."


class NotForCouncils(Refusal):
    """A gmina council may not set this value."""

    kind = Kind.INVALID
    pl = "Tej wartości rada gminy nie może ustalić."


class ValueOutOfBounds(Refusal):
    """The value lies outside what the law allows; `least`, `most` and `places` say what it may be."""

    kind = Kind.INVALID
    pl = "Wartość wykracza poza to, na co pozwala ustawa; mówią o tym `least`, `most` i `places`."


class NotYourLaw(Refusal):
    """A council's value is kept by the centre of its gmina, a nationwide one by the operator."""

    kind = Kind.FORBIDDEN
    pl = "Wartość uchwaloną przez radę prowadzi ośrodek tej gminy, a ogólnopolską operator."


class BeginsInThePast(Refusal):
    """A value from a day that has passed needs a reason for the correction."""

    kind = Kind.INVALID
    pl = "Wartość od dnia, który już minął, wymaga podania powodu korekty."


class AlreadyResolved(Refusal):
    """Another approved resolution speaks of the same days; `resolution_id` names it."""

    kind = Kind.CONFLICT
    pl = "O tych samych dniach mówi już inna zatwierdzona uchwała; wskazuje ją `resolution_id`."


class OwnEntry(Refusal):
    """The person who entered a resolution may not approve it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która wprowadziła uchwałę, nie może jej zatwierdzić."


class ResolutionMoved(Refusal):
    """This step is not possible from the present state; `allowed` lists those that are."""

    kind = Kind.CONFLICT
    pl = "Tego kroku nie można wykonać w obecnym stanie; `allowed` wymienia kroki możliwe."


def _text_only(value: object) -> object:
    if isinstance(value, Decimal | str):
        return value
    raise ValueError("a value is text, like 0.80 or 4806.00")


LawValue = Annotated[
    Decimal,
    BeforeValidator(_text_only),
    Field(ge=0, max_digits=13, decimal_places=4, examples=["0.80"]),
    PlainSerializer(lambda value: f"{value:f}", return_type=str),
]
"""An amount in złoty, a share or a whole number, as it stands in the act."""

ParameterName = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$", examples=["okresowy_share"])]


class _Place(Command):
    parameter: ParameterName
    municipality: Annotated[
        Municipality | None, Field(description="None: nationwide.", examples=["2478011"])
    ] = None


class LawChange(_Place):
    """One value of the law that would be another."""

    value: LawValue

    def check(self, parameters: Parameters, *, at: str = "") -> None:
        """Refuse what the law cannot take; `at` is where in the request it stands."""
        known = parameters.named.get(self.parameter)
        if known is None:
            raise NoSuchParameter(pointer=f"{at}/parameter")
        if self.municipality is not None and not known.municipal:
            raise NotForCouncils(pointer=f"{at}/municipality")
        _check_value(known, self.value, at)


def _check_value(parameter: Parameter[Decimal], value: Decimal, at: str) -> None:
    kind = (parameter.unit or "").split()[0:1]
    places = _PLACES.get(kind[0], 0) if kind else 0
    # A share may pass 1: the permanent allowance is 1.30 of its criterion.
    least, most = parameter.least, parameter.most
    low = least is not None and value < least
    high = most is not None and value > most
    if low or high or value != round(value, places):
        raise ValueOutOfBounds(
            pointer=f"{at}/value",
            least=None if least is None else str(least),
            most=None if most is None else str(most),
            places=places,
        )


class EnterResolution(_Place):
    """Enter a value of the law, or a council's table of co-payment, with where it is written."""

    model_config = ConfigDict(
        populate_by_name=True,
        json_schema_extra={
            "examples": [
                {
                    "parameter": "okresowy_share",
                    "municipality": "2478011",
                    "from": "2027-01-01",
                    "value": "0.80",
                    "act": "Uchwała nr XII/98/26 (Zabrze)",
                    "article": "§ 1",
                }
            ]
        },
    )

    value: LawValue | None = None
    bands: Annotated[
        tuple[Band, ...] | None,
        Field(
            min_length=1,
            max_length=30,
            description="Of `copayment_table`, by a council: rising; the last has no end.",
        ),
    ] = None
    valid_from: Annotated[Day, Field(alias="from", description="First day, inclusive.")]
    valid_to: Annotated[
        Day | None, Field(alias="to", description="Last day, inclusive; none: further notice.")
    ] = None
    act: Annotated[Line, Field(examples=["Uchwała nr XII/98/26 (Zabrze)"])]
    article: Annotated[Line, Field(examples=["§ 1"])]
    note: Line | None = None
    correction: Annotated[
        Line | None, Field(description="Why it begins on a day that has passed.")
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise ValueError("the last day does not lie before the first")
        return self

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.value is None) == (self.bands is None):
            raise ValueError("say either value or bands")
        if self.bands is not None:
            CopaymentTable(bands=self.bands)
            if self.municipality is None:
                raise ValueError("a table of co-payment is that of a gmina council")
        return self

    def check(self, parameters: Parameters) -> None:
        """Refuse what the law cannot take."""
        if self.value is not None:
            change = self.model_dump(include=set(LawChange.model_fields))
            LawChange.model_validate(change).check(parameters)
        elif self.parameter != OF_COUNCILS:
            raise NoSuchParameter(pointer="/parameter")


@dataclass(eq=False)
class Resolution:
    """One value with its source; who entered it and who approved it are two persons."""

    id: ResolutionId
    institution: InstitutionId
    parameter: str
    municipality: Municipality | None
    valid_from: Day
    valid_to: Day | None
    value: Decimal | None
    bands: list[dict[str, Any]] | None
    """Of a table of co-payment, which has no one value."""
    act: str
    article: str
    note: str | None
    correction: str | None
    entered_by: WorkerId
    entered_at: datetime
    state: ResolutionState = ResolutionState.DRAFT
    version: Version = 1
    approved_by: WorkerId | None = None
    approved_at: datetime | None = None
    withdrawn_by: WorkerId | None = None
    withdrawn_at: datetime | None = None
    withdrawal_reason: str | None = None

    @property
    def resolved(self) -> Resolved:
        """As it is laid over the files."""
        kind = Dated[Decimal] if self.bands is None else Dated[CopaymentTable]
        row = kind.model_validate(
            {
                "from": self.valid_from,
                "to": self.valid_to,
                "value": self.value if self.bands is None else {"bands": self.bands},
                "source": Source(act=self.act, article=self.article, note=self.note),
            }
        )
        return Resolved(self.parameter, self.municipality, row)

    def approve(self, *, by: WorkerId, at: datetime) -> None:
        """Let it count. Somebody else must have entered it."""
        if by == self.entered_by:
            raise OwnEntry
        self._move("approve")
        self.approved_by, self.approved_at = by, at

    def withdraw(self, *, by: WorkerId, reason: str, at: datetime) -> None:
        """Let it count no more; what was computed by it stays as it was."""
        self._move("withdraw")
        self.withdrawn_by, self.withdrawn_at, self.withdrawal_reason = by, at, reason

    def _move(self, verb: str) -> None:
        sources, target = MOVES[verb]
        if self.state not in sources:
            allowed = [verb for verb, (sources, _) in MOVES.items() if self.state in sources]
            raise ResolutionMoved(state=self.state, allowed=allowed)
        self.state = target
        self.version += 1


def check_begin(command: EnterResolution, *, today: date) -> None:
    """Refuse a value for days gone by unless it is said why."""
    if command.valid_from < today and command.correction is None:
        raise BeginsInThePast(pointer="/correction")


def check_authority(
    municipality: Municipality | None, *, serves: str | None, operates: bool
) -> None:
    """Refuse whoever does not keep this law; `serves` is the territory of the caller's centre."""
    if municipality is None and not operates:
        raise NotYourLaw
    if municipality is not None and municipality != serves:
        raise NotYourLaw
