"""A programme of care vouchers in one gmina (program bonów na usługi opiekuńcze) and its providers."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from contracts.territory import Municipality
from contracts.values import Amount, Command, Day, InstitutionId, Line, Version, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.copayment_table import Band, CopaymentTable, TableName
from services.benefits.domain.dated import Source
from services.benefits.domain.parameters import OF_COUNCILS, Parameters
from services.benefits.domain.voucher_balance import CarryOver

_HOUR = 60


class CareService(StrEnum):
    """What a voucher pays for (art. 50 u.p.s.)."""

    CARE = "care"
    """Usługi opiekuńcze."""
    SPECIALIST_CARE = "specialist_care"
    """Specjalistyczne usługi opiekuńcze."""
    MENTAL_HEALTH_CARE = "mental_health_care"
    """Specjalistyczne usługi opiekuńcze dla osób z zaburzeniami psychicznymi."""
    NEIGHBOUR_CARE = "neighbour_care"
    """Usługi opiekuńcze w formie usług sąsiedzkich."""


class ProgrammeNotFound(Refusal):
    """There is no such programme of care vouchers for you."""

    kind = Kind.MISSING
    pl = "Nie ma takiego programu bonów opiekuńczych, który możesz zobaczyć."


class TableUnknown(Refusal):
    """There is no table of co-payment of that name."""

    kind = Kind.INVALID
    pl = "Nie ma tabeli odpłatności o tej nazwie."


class NoTableResolved(Refusal):
    """The council of this gmina resolved no table of co-payment that is known here for that day."""

    kind = Kind.CONFLICT
    pl = "Nie wprowadzono uchwały tej gminy o odpłatności, która obowiązuje w tym dniu."


class CareProviderUnknown(Refusal):
    """No institution of this id is in the directory."""

    kind = Kind.INVALID
    pl = "W katalogu nie ma instytucji o tym identyfikatorze."


class ProviderIsPayer(Refusal):
    """Whoever pays the settlements may not provide the care: nobody would check them."""

    kind = Kind.CONFLICT
    pl = "Instytucja, która płaci za usługi, nie może ich sama świadczyć w tym programie: nikt by ich nie sprawdzał."


class ContractOverlaps(Refusal):
    """This provider has a contract for some of these days already."""

    kind = Kind.CONFLICT
    pl = "Na część tych dni ta instytucja ma już umowę."


class NoSuchContract(Refusal):
    """This provider has no contract that covers the day."""

    kind = Kind.CONFLICT
    pl = "Ta instytucja nie ma umowy, która obejmuje ten dzień."


class ContractOutside(Refusal):
    """A contract lies within the days of its programme and ends no sooner than it begins."""

    kind = Kind.INVALID
    pl = "Umowa mieści się w okresie programu i kończy się nie wcześniej, niż zaczyna."


class TableChoice(Command):
    """The table of co-payment: one that is on record, or the gmina's own bands with their source."""

    preset: TableName | None = None
    bands: Annotated[
        tuple[Band, ...] | None,
        Field(min_length=1, max_length=30, description="Rising; the last has no end."),
    ] = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.preset is None) == (self.bands is None):
            raise ValueError("say either preset or bands")
        if self.bands is not None:
            CopaymentTable(bands=self.bands)
        return self


class ProgrammeLimits(Command):
    """How much care a voucher may pay for, in hours; and how it is checked and settled."""

    min_hours: Annotated[int, Field(ge=1, le=744, strict=True, examples=[4])] = 4
    max_hours: Annotated[int, Field(ge=1, le=744, strict=True, examples=[50])] = 50
    daily_max_hours: Annotated[int, Field(ge=1, le=24, strict=True, examples=[8])] = 8
    submit_working_days: Annotated[
        int, Field(ge=1, le=20, strict=True, description="After the month, to submit its visits.")
    ] = 5
    pay_days: Annotated[
        int, Field(ge=1, le=90, strict=True, description="After it was submitted, to pay.")
    ] = 14
    phone_check_percent: Annotated[
        int, Field(ge=0, le=100, strict=True, description="Visits asked about on the telephone.")
    ] = 5

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.min_hours > self.max_hours:
            raise ValueError("the least is not more than the most")
        return self


class ProgrammeTerms(Command):
    """What a programme is about: the same for every voucher of it, and never changed."""

    name: Annotated[Line, Field(examples=["Bon opiekuńczy 2026"])]
    resolution: Annotated[Line, Field(examples=["uchwała nr XII/98/26 z 29 stycznia 2026 r."])]
    """Of the gmina council."""
    hour_rate: Annotated[Amount, Field(examples=["40.00"])]
    """Złoty an hour of care."""
    services: Annotated[tuple[CareService, ...], Field(min_length=1, max_length=4)]
    table: CopaymentTable
    table_source: Source
    limits: ProgrammeLimits
    carry_over: CarryOver

    def minutes_within(self, minutes: int) -> bool:
        """Whether a voucher may pay for so much a month."""
        return self.limits.min_hours * _HOUR <= minutes <= self.limits.max_hours * _HOUR


def resolved_table(
    municipality: Municipality, on: date, parameters: Parameters
) -> tuple[CopaymentTable, Source]:
    """The bands that the council of a gmina resolved, in force on a day, and where they are written."""
    known = parameters.copayment[OF_COUNCILS].municipalities.get(municipality, ())
    row = next((row for row in known if row.covers(on)), None)
    if row is None:
        raise NoTableResolved
    return row.value, row.source


def table_of(
    choice: TableChoice, *, resolution: str, on: date, parameters: Parameters
) -> tuple[CopaymentTable, Source]:
    """The bands a programme begins with, and where they are written."""
    if choice.bands is not None:
        own = Source(act=resolution, article="art. 50 ust. 6 u.p.s.")
        return CopaymentTable(bands=choice.bands), own
    known = parameters.copayment.get(choice.preset or "")
    if known is None:
        raise TableUnknown(
            pointer="/table/preset", known=sorted(parameters.copayment.keys() - {OF_COUNCILS})
        )
    row = known.on(on)
    return row.value, row.source


class Contract(BaseModel):
    """An institution that provides the care, from a day to a day, both inclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    institution: InstitutionId
    first_day: Day
    last_day: Day

    def covers(self, day: date) -> bool:
        """Whether the contract is in force on the day."""
        return self.first_day <= day <= self.last_day


@dataclass(eq=False)
class VoucherProgramme:
    """A programme of one institution for one gmina, from a day to a day."""

    id: UUID
    institution: InstitutionId
    municipality: Municipality
    first_day: date
    last_day: date
    kept_terms: dict[str, Any]
    opened_by: WorkerId
    kept_contracts: list[dict[str, Any]] = field(default_factory=list)
    version: Version = 1

    @property
    def terms(self) -> ProgrammeTerms:
        """What it is about."""
        return ProgrammeTerms.model_validate(self.kept_terms)

    @property
    def rate(self) -> Decimal:
        """Złoty an hour."""
        return self.terms.hour_rate

    @property
    def contracts(self) -> tuple[Contract, ...]:
        """Who provides the care, and when."""
        return tuple(Contract.model_validate(one) for one in self.kept_contracts)

    def on_contract(self, institution: UUID, day: date) -> bool:
        """Whether an institution may provide care on a day."""
        return any(c.institution == institution and c.covers(day) for c in self.contracts)

    def covers(self, first: date, last: date) -> bool:
        """Whether days lie within the programme."""
        return self.first_day <= first <= last <= self.last_day

    def contract(self, new: Contract) -> None:
        """Let an institution provide care."""
        if new.institution == self.institution:
            raise ProviderIsPayer
        if not self.covers(new.first_day, new.last_day):
            raise ContractOutside
        for old in self.contracts:
            same = old.institution == new.institution
            if same and old.first_day <= new.last_day and new.first_day <= old.last_day:
                raise ContractOverlaps
        self._keep((*self.contracts, new))

    def end_contract(self, institution: UUID, last_day: date) -> None:
        """Let a contract end sooner: it must cover its new last day."""
        known = self.contracts
        old = next((c for c in known if c.institution == institution and c.covers(last_day)), None)
        if old is None:
            raise NoSuchContract
        ended = old.model_copy(update={"last_day": last_day})
        self._keep(tuple(ended if one is old else one for one in known))

    def _keep(self, contracts: tuple[Contract, ...]) -> None:
        # A new list: in an old one changed in place the mapper would see no change.
        self.kept_contracts = [one.model_dump(mode="json") for one in contracts]
        self.version += 1
