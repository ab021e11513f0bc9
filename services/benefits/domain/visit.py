"""A visit of a carer, paid for with a care voucher (karta pracy opiekunki), and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any, NamedTuple, Self
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from contracts.benefits.vouchers import (
    SettlementId,
    VisitChanged,
    VisitId,
    VisitRecorded,
    VoucherId,
    VoucherProgrammeId,
)
from contracts.values import ClientId, InstitutionId, Month, Note, Version, WorkerId
from kernel.clock import WARSAW
from services.benefits.domain.months import month_of
from services.benefits.domain.visit_refusals import (
    MonthSubmitted,
    NoSuchFlag,
    NotATime,
    NotDrawn,
    NotTheCareProvider,
    NotThePayer,
    VisitStruck,
)
from services.benefits.domain.voucher import Voucher
from services.benefits.domain.voucher_programme import CareService

_LONGEST = timedelta(hours=24)
_MINUTE = timedelta(minutes=1)

Moment = Annotated[AwareDatetime, Field(examples=["2026-03-02T08:10:00+01:00"])]
"""An instant, to the minute."""


class CareTask(StrEnum):
    """What was done at a visit (art. 50 ust. 3 u.p.s.)."""

    DAILY_NEEDS = "daily_needs"
    """Pomoc w zaspokajaniu codziennych potrzeb życiowych."""
    HYGIENE = "hygiene"
    """Opieka higieniczna."""
    PRESCRIBED_CARE = "prescribed_care"
    """Zalecona przez lekarza pielęgnacja."""
    SOCIAL_CONTACT = "social_contact"
    """Zapewnienie kontaktów z otoczeniem."""
    SPECIALIST = "specialist"


class VisitFlag(StrEnum):
    """What is to be explained about a visit before it is paid for."""

    UNCONFIRMED = "unconfirmed"
    """The client's code was not given."""
    OVER_DAILY_MAX = "over_daily_max"
    FAMILY_CARER = "family_carer"
    ROUND_HOURS = "round_hours"
    """Visit upon visit begins and ends on the full hour."""
    IMPOSSIBLE_TRAVEL = "impossible_travel"
    """The carer could not have come from her visit before in time."""
    CARER_ELSEWHERE = "carer_elsewhere"
    """Somebody of the same code visited for another provider at the same time."""
    DURING_ABSENCE = "during_absence"
    """The client was recorded as not at home."""
    DOUBLE_VOUCHER = "double_voucher"
    """Another voucher of hers pays for the same service on the day."""
    PHONE_CHECK_FAILED = "phone_check_failed"


class StrikeReason(StrEnum):
    """Why a visit is not paid for."""

    DID_NOT_TAKE_PLACE = "did_not_take_place"
    NOT_EXPLAINED = "not_explained"
    NOT_COVERED = "not_covered"
    RECORDED_TWICE = "recorded_twice"
    WITHDRAWN_BY_PROVIDER = "withdrawn_by_provider"


class PhoneOutcome(StrEnum):
    """What the client said on the telephone."""

    CONFIRMED = "confirmed"
    DENIED = "denied"
    NOT_REACHED = "not_reached"


class Place(BaseModel):
    """Where it was; it lies sealed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    latitude: Annotated[float, Field(ge=-90, le=90, examples=[50.3249])]
    longitude: Annotated[float, Field(ge=-180, le=180, examples=[18.7857])]


class VisitWords(BaseModel):
    """What of a visit tells of the client; it lies sealed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    tasks: tuple[CareTask, ...]
    place: Place | None = None
    note: Note | None = None
    corrections: tuple[dict[str, Any], ...] = ()
    """What stood before, and why it was corrected."""
    explanations: Mapping[VisitFlag, Note] = {}
    """The provider's."""
    cleared: Mapping[VisitFlag, Note] = {}
    """Why the payer took them as explained."""


class Said(NamedTuple):
    """Who was there, what for, and when."""

    carer: WorkerId
    service: CareService
    starts_at: datetime
    ends_at: datetime
    family_carer: bool


@dataclass(eq=False)
class Visit:
    """One visit. Times are instants; its day and month are those of its beginning in Poland."""

    id: VisitId
    voucher_id: VoucherId
    programme_id: VoucherProgrammeId
    client_id: ClientId
    institution: InstitutionId
    """The provider."""
    payer: InstitutionId
    carer: WorkerId
    service: CareService
    starts_at: datetime
    ends_at: datetime
    day: date
    month: Month
    minutes: int
    recorded_by: WorkerId
    recorded_at: datetime
    family_carer: bool
    sealed: bytes = b""
    confirmed_at: datetime | None = None
    flags: dict[str, bool] = field(default_factory=dict)
    """Each flag, and whether it was explained."""
    phone_check: bool = False
    phone_outcome: PhoneOutcome | None = None
    struck: StrikeReason | None = None
    struck_by: WorkerId | None = None
    settlement_id: SettlementId | None = None
    version: Version = 1

    @classmethod
    def new(
        cls,
        visit_id: UUID,
        said: Said,
        *,
        voucher: Voucher,
        by: WorkerId,
        provider: UUID,
        now: datetime,
    ) -> Self:
        """A visit as a provider records it."""
        visit = cls(
            id=visit_id,
            voucher_id=voucher.id,
            programme_id=voucher.programme_id,
            client_id=voucher.client_id,
            institution=provider,
            payer=voucher.institution,
            carer=said.carer,
            service=said.service,
            starts_at=said.starts_at,
            ends_at=said.ends_at,
            day=voucher.valid_from,
            month=voucher.first_month,
            minutes=0,
            recorded_by=by,
            recorded_at=now,
            family_carer=said.family_carer,
        )
        visit.lay(said.starts_at, said.ends_at, now=now)
        return visit

    @property
    def open_flags(self) -> list[VisitFlag]:
        """What still waits for an explanation."""
        return [VisitFlag(flag) for flag, explained in self.flags.items() if not explained]

    def told_new(self) -> VisitRecorded:
        """What is announced of a new one."""
        return VisitRecorded(
            client_id=self.client_id, voucher_id=self.voucher_id, visit_id=self.id
        )

    def told(self) -> VisitChanged:
        """What is announced of a change."""
        return VisitChanged(client_id=self.client_id, voucher_id=self.voucher_id, visit_id=self.id)

    def lay(self, starts_at: datetime, ends_at: datetime, *, now: datetime) -> None:
        """Set its times, to the minute."""
        starts_at, ends_at = (t.replace(second=0, microsecond=0) for t in (starts_at, ends_at))
        if not starts_at < ends_at <= min(starts_at + _LONGEST, now):
            raise NotATime(pointer="/ends_at")
        self.starts_at, self.ends_at = starts_at, ends_at
        self.day = starts_at.astimezone(WARSAW).date()
        self.month = month_of(self.day)
        self.minutes = (ends_at - starts_at) // _MINUTE

    def correct(
        self,
        words: "VisitWords",
        *,
        times: tuple[datetime, datetime],
        reason: str,
        by: WorkerId,
        now: datetime,
    ) -> "VisitWords":
        """Set other times; what stood before is kept, and the client confirms anew."""
        before = {
            "starts_at": self.starts_at.isoformat(),
            "ends_at": self.ends_at.isoformat(),
            "corrected_at": now.isoformat(),
            "corrected_by": by,
            "reason": reason,
        }
        self.lay(*times, now=now)
        self.confirmed_at = None
        return words.model_copy(update={"corrections": (*words.corrections, before)})

    def confirm(self, at: datetime) -> None:
        """The client gave her code."""
        self._live()
        self.confirmed_at = self.confirmed_at or at
        self.flags = {f: done for f, done in self.flags.items() if f != VisitFlag.UNCONFIRMED}
        self.version += 1

    def raise_flags(self, found: set[VisitFlag]) -> bool:
        """Take over what was found now; what was explained stays explained. Whether any is new."""
        more = found - {VisitFlag(flag) for flag in self.flags}
        self.flags = self.flags | dict.fromkeys(sorted(more), False)
        return bool(more)

    def reflag(self, found: set[VisitFlag]) -> None:
        """It was corrected: what is found now counts, and nothing of before is explained."""
        kept = {f for f in self.open_flags if f is VisitFlag.PHONE_CHECK_FAILED}
        self.flags = dict.fromkeys(sorted(found | kept), False)
        self.version += 1

    def require_flag(self, flag: VisitFlag) -> None:
        """Refuse to explain what is not in question."""
        self._live()
        if flag not in self.open_flags:
            raise NoSuchFlag

    def clear(self, flag: VisitFlag) -> None:
        """The flag is explained."""
        self.require_flag(flag)
        self.flags = self.flags | {flag.value: True}
        self.version += 1

    def check_by_phone(self, outcome: PhoneOutcome) -> None:
        """What the client said; if she denied it, that is to be explained."""
        self._live()
        if not self.phone_check:
            raise NotDrawn
        self.phone_outcome = outcome
        if outcome is PhoneOutcome.DENIED:
            self.flags = self.flags | {VisitFlag.PHONE_CHECK_FAILED.value: False}
        self.version += 1

    def strike(self, reason: StrikeReason, *, by: WorkerId) -> None:
        """It is not paid for, and takes nothing of the voucher any more."""
        self._live()
        self.struck, self.struck_by = reason, by
        self.version += 1

    def require_unsubmitted(self) -> None:
        """Refuse a change of what was submitted."""
        if self.settlement_id is not None:
            raise MonthSubmitted
        self._live()

    def require_provider(self, institution: UUID) -> None:
        """Refuse whoever did not provide it."""
        if institution != self.institution:
            raise NotTheCareProvider

    def require_payer(self, institution: UUID) -> None:
        """Refuse whoever does not pay for it."""
        if institution != self.payer:
            raise NotThePayer

    def _live(self) -> None:
        if self.struck is not None:
            raise VisitStruck


@dataclass(frozen=True)
class Recorded:
    """A visit as it was recorded, and what is left of its month."""

    visit: Visit
    minutes_left: int | None
    tries_left: int | None
    """Where a wrong code was given: how many more may be tried."""


def drawn_for_phone(visit_id: UUID, percent: int) -> bool:
    """Whether the client is asked about it on the telephone: by chance, and the same each time."""
    drawn = int.from_bytes(sha256(visit_id.bytes).digest()[:8], "big")
    return drawn % 100 < percent
