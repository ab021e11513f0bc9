"""An award of degressive support (degresywne wsparcie finansowe) and the moves it allows."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Self

from contracts.benefits import (
    AwardActivated,
    AwardApplied,
    AwardApproved,
    AwardEnd,
    AwardEnded,
    AwardOutdated,
    AwardRejected,
    AwardResumed,
    AwardSuspended,
    AwardUnblocked,
)
from contracts.territory import Municipality
from contracts.values import (
    AwardId,
    ClientId,
    Day,
    EmploymentId,
    InstitutionId,
    Month,
    Version,
    WorkerId,
)
from services.benefits.domain.award_months import RestStep, cut, lay_on
from services.benefits.domain.award_refusals import (
    AwardNotFound,
    AwardOpen,
    AwardTooSoon,
    NothingToResume,
    NotTheAwarder,
    OwnCalculation,
    ResumedTooEarly,
)
from services.benefits.domain.award_states import (
    LIVE,
    MOVES,
    OPEN,
    PAYABLE,
    STANDING,
    AwardState,
    IllegalMove,
    MonthState,
    SuspensionReason,
    move,
)
from services.benefits.domain.award_terms import AwardTerms, NothingLost, compute_award
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.position import Scope
from services.benefits.domain.schedule import MonthLine, total
from services.benefits.domain.schedule_choice import PresetName, ScheduleLimits, StartRule
from services.benefits.domain.trace import Trace
from services.benefits.domain.what_if import LostBenefitMode, WhatIf

__all__ = [
    "LIVE",
    "MOVES",
    "OPEN",
    "Award",
    "AwardEnd",
    "AwardNotFound",
    "AwardOpen",
    "AwardState",
    "AwardTerms",
    "AwardTooSoon",
    "IllegalMove",
    "LostBenefitMode",
    "MonthState",
    "NotTheAwarder",
    "NothingLost",
    "NothingToResume",
    "OwnCalculation",
    "RejectionReason",
    "ResumedTooEarly",
    "SuspensionReason",
    "compute_award",
]  # fmt: skip


class RejectionReason(StrEnum):
    """Why an award is not granted."""

    FACTS_NOT_CONFIRMED = "facts_not_confirmed"
    NOT_IN_PROGRAMME = "not_in_programme"
    NO_FUNDS = "no_funds"
    CLIENT_RESIGNED = "client_resigned"
    COMPUTED_WRONGLY = "computed_wrongly"


@dataclass(eq=False)
class Award:
    """Support that makes up, month by month less, for benefits a client loses by working.

    `computed_by` and `approved_by` are two persons (rozdzielenie obowiązków). `months` are those
    that are paid or will be; `rest` the steps that wait while it is suspended.
    """

    id: AwardId
    client_id: ClientId
    institution: InstitutionId
    computed_by: WorkerId
    municipality: Municipality
    employment_started_on: Day
    preset: PresetName
    start_rule: StartRule
    lost_benefit: Decimal
    months: tuple[MonthLine, ...]
    trace: Trace
    first_month: Month
    """The first month of support, as it was granted."""
    lb_mode: LostBenefitMode = LostBenefitMode.FROZEN
    scope: Scope = Scope.SA
    employment_id: EmploymentId | None = None
    """The job it stands on; none in awards kept before it was noted."""
    received_on: Day | None = None
    asked: WhatIf | None = None
    """The facts it was computed from."""
    rest: tuple[RestStep, ...] = ()
    states: dict[Month, MonthState] = field(default_factory=dict)
    state: AwardState = AwardState.APPLIED
    version: Version = 1
    approved_by: WorkerId | None = None
    approved_on: Day | None = None
    rejected_by: WorkerId | None = None
    rejected_on: Day | None = None
    rejection_reason: RejectionReason | None = None
    suspended_from: Day | None = None
    """The first day without support."""
    suspension_reason: SuspensionReason | None = None
    resumable_from: Day | None = None
    """Work began again on this day: the award can be resumed."""
    resumable_employment: EmploymentId | None = None
    recompute_from: Month | None = None
    """From this month on it is to be worked out anew, for incomes changed."""
    ended_on: Day | None = None
    """The last day that can be paid."""
    ended_by: WorkerId | None = None
    """None: it ended by itself."""
    end_reason: AwardEnd | None = None

    @classmethod
    def apply(
        cls,
        terms: AwardTerms,
        *,
        award_id: AwardId,
        client_id: ClientId,
        by: WorkerId,
        institution: InstitutionId,
    ) -> tuple[Self, AwardApplied]:
        """Ask for the support on these terms; `by` computed them."""
        asked = terms.asked
        award = cls(
            id=award_id,
            client_id=client_id,
            institution=institution,
            computed_by=by,
            municipality=asked.municipality,
            employment_started_on=asked.on,
            preset=asked.schedule.name,
            start_rule=asked.schedule.start_rule,
            lost_benefit=terms.lost_benefit,
            months=terms.months,
            trace=terms.trace,
            first_month=terms.months[0].month,
            lb_mode=asked.lost_benefit_mode,
            scope=asked.scope,
            employment_id=terms.employment_id,
            received_on=terms.received_on,
            asked=asked,
            states={line.month: MonthState.PLANNED for line in terms.months},
        )
        return award, AwardApplied(client_id=client_id, award_id=award_id)

    @property
    def last_month(self) -> Month:
        """The last month of support, inclusive; of a suspended one as if it went on at once."""
        before = self.months[-1].month if self.months else shifted(self.first_month, -1)
        return max(shifted(before, len(self.rest)), self.first_month)

    @property
    def total(self) -> Decimal:
        """Złoty over all months."""
        return total(self.months)

    @property
    def limits(self) -> ScheduleLimits:
        """What no month may pass."""
        return self.asked.schedule.limits if self.asked else ScheduleLimits()

    @property
    def follows_income(self) -> bool:
        """Whether a change of income changes anything in it."""
        asked = self.asked
        if asked is None:
            return False
        tapers = asked.schedule.taper is not None or asked.schedule.allowance is not None
        return (
            self.lb_mode is LostBenefitMode.RECOMPUTED
            or tapers
            or self.limits.independence is not None
        )

    def approve(self, *, by: WorkerId, institution: InstitutionId, on: date) -> AwardApproved:
        """Grant the support. Somebody else must have computed it."""
        self.require_awarder(institution)
        if by == self.computed_by:
            raise OwnCalculation
        self._move("approve")
        self.approved_by, self.approved_on = by, on
        self.note_months(on)
        return AwardApproved(
            client_id=self.client_id,
            award_id=self.id,
            first_month=self.first_month,
            last_month=self.last_month,
        )

    def reject(
        self, *, by: WorkerId, institution: InstitutionId, reason: RejectionReason, on: date
    ) -> AwardRejected:
        """Refuse the support. Whoever computed it may do so too: no money flows from a refusal."""
        self.require_awarder(institution)
        self._move("reject")
        self.rejected_by, self.rejected_on, self.rejection_reason = by, on, reason
        self.states = dict.fromkeys(self.states, MonthState.CANCELLED)
        return AwardRejected(client_id=self.client_id, award_id=self.id)

    def begin(self, on: date) -> AwardActivated | None:
        """Become active, if the first month of support has come."""
        if self.state is not AwardState.APPROVED or month_of(on) < self.first_month:
            return None
        self._move("activate")
        self.note_months(on)
        return AwardActivated(client_id=self.client_id, award_id=self.id)

    def suspend(self, *, last_day: date, reason: SuspensionReason, on: date) -> AwardSuspended:
        """Pay nothing after a day; its month is paid for the days up to it. The steps left wait."""
        self._move("suspend")
        self.rest = self._cut(last_day)
        self.suspended_from, self.suspension_reason = last_day + timedelta(days=1), reason
        self.resumable_from = self.resumable_employment = None
        self.note_months(on)
        return AwardSuspended(
            client_id=self.client_id, award_id=self.id, suspended_from=self.suspended_from
        )

    def can_resume(
        self, *, from_day: date, employment_id: EmploymentId, window_months: int
    ) -> AwardUnblocked | None:
        """Note that work began again in time, so that somebody may resume it."""
        waits = self.state is AwardState.SUSPENDED and self.suspended_from is not None
        if not waits or not self.rest or from_day < (self.suspended_from or from_day):
            return None
        if month_of(from_day) > self.last_usable(window_months):
            return None
        self.resumable_from, self.resumable_employment = from_day, employment_id
        self.version += 1
        return AwardUnblocked(client_id=self.client_id, award_id=self.id)

    def resume(self, *, from_day: date, window_months: int, on: date) -> AwardResumed:
        """Go on with the next step from a day on; nothing begins anew."""
        move(MOVES, "resume", self.state)
        if self.suspended_from is not None and from_day < self.suspended_from:
            raise ResumedTooEarly(
                pointer="/from_day", suspended_from=self.suspended_from.isoformat()
            )
        months = lay_on(
            self.months,
            self.rest,
            from_day,
            lost_benefit=self.lost_benefit,
            limits=self.limits,
            last_month=self.last_usable(window_months),
        )
        if tuple(months) == self.months:
            raise NothingToResume
        self._move("resume")
        self.months, self.rest = tuple(months), ()
        if self.resumable_employment is not None:
            self.employment_id = self.resumable_employment
        if self.follows_income:
            self.recompute_from = month_of(from_day)
        self.suspended_from = self.suspension_reason = None
        self.resumable_from = self.resumable_employment = None
        self.note_months(on)
        return AwardResumed(client_id=self.client_id, award_id=self.id, resumed_from=from_day)

    def end(
        self, *, last_day: date, reason: AwardEnd, on: date, by: WorkerId | None = None
    ) -> AwardEnded:
        """End it; after its last day nothing is paid that was not paid already."""
        self._move("end")
        self._cut(last_day)
        self.rest = ()
        self.ended_on, self.end_reason, self.ended_by = last_day, reason, by
        self.recompute_from = self.resumable_from = self.resumable_employment = None
        self.note_months(on)
        return AwardEnded(client_id=self.client_id, award_id=self.id, reason=reason)

    def outdate(self, from_month: Month) -> AwardOutdated | None:
        """Note that incomes changed, where that matters and was not noted for as early a month."""
        noted = self.recompute_from is not None and self.recompute_from <= from_month
        if self.state not in LIVE or not self.follows_income or noted:
            return None
        self.recompute_from = from_month
        self.version += 1
        return AwardOutdated(client_id=self.client_id, award_id=self.id, first_month=from_month)

    def replace_months(self, months: tuple[MonthLine, ...], on: date) -> None:
        """Let these be its months; whoever calls has checked that none of the old ones was paid."""
        self.months = months
        self.version += 1
        self.note_months(on)

    def noted_as_of(self, asked: WhatIf) -> None:
        """What it is computed from is now this; nothing waits to be worked out."""
        self.asked, self.recompute_from = asked, None
        self.version += 1

    def last_usable(self, window_months: int) -> Month:
        """The last month in which a step may be used."""
        return shifted(month_of(self.employment_started_on), window_months - 1)

    def stands(self, month: Month) -> bool:
        """Whether a month is still to be paid, so that it can change."""
        return self.states.get(month, MonthState.PLANNED) in STANDING

    def has_come(self, month: Month) -> bool:
        """Whether a month was due, so that it may have been paid."""
        return self.states.get(month, MonthState.PLANNED) not in {
            MonthState.PLANNED,
            MonthState.CANCELLED,
        }

    def note_months(self, on: date) -> None:
        """Keep the states of the months true to what is planned, and to what day it is."""
        planned = {line.month for line in self.months}
        for month in planned:
            state = self.states.get(month, MonthState.PLANNED)
            if state in {MonthState.PLANNED, MonthState.CANCELLED}:
                due = self.state in PAYABLE and month <= month_of(on)
                state = MonthState.DUE if due else MonthState.PLANNED
            self.states[month] = state
        for month, state in self.states.items():
            if month not in planned and state in STANDING:
                self.states[month] = MonthState.CANCELLED

    def require_awarder(self, institution: InstitutionId) -> None:
        """Refuse another institution than the one that computed it."""
        if institution != self.institution:
            raise NotTheAwarder

    def _cut(self, last_day: date) -> tuple[RestStep, ...]:
        """Leave what is paid up to a day; a month that was paid already stays as it was paid."""
        paid = {line.month for line in self.months if not self.stands(line.month)}
        kept, rest = cut(
            self.months, last_day, lost_benefit=self.lost_benefit, limits=self.limits, paid=paid
        )
        self.months = tuple(kept)
        return (*rest, *self.rest)

    def _move(self, verb: str) -> None:
        self.state = move(MOVES, verb, self.state)
        self.version += 1
