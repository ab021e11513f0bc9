"""A care voucher (bon na usługi opiekuńcze): care instead of cash, granted month by month."""

from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from contracts.benefits.vouchers import (
    VoucherChanged,
    VoucherDrafted,
    VoucherEnd,
    VoucherEnded,
    VoucherId,
    VoucherIssued,
    VoucherProgrammeId,
)
from contracts.values import Amount, ClientId, InstitutionId, Month, Note, Version, WorkerId
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.dated import Percent
from services.benefits.domain.months import month_of, shifted
from services.benefits.domain.trace import Trace
from services.benefits.domain.voucher_programme import CareService
from services.benefits.domain.voucher_serial import MOST_TRIES, KeptCode
from services.benefits.domain.voucher_states import (
    MOVES,
    STAYS,
    CodeLocked,
    NotTheIssuer,
    OwnDraft,
    SuspendReason,
    VoucherCancelReason,
    VoucherState,
)


class VoucherTerms(BaseModel):
    """What was worked out for this client; it lies sealed, and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    minutes: Annotated[int, Field(ge=0)]
    """Of care in each month."""
    first_month_minutes: int | None = None
    """Of the first month, where a voucher goes on from another."""
    amount: Amount | None = None
    """Złoty of care a month, where the voucher was given in money."""
    rate: Amount
    """Złoty an hour."""
    percent: Percent
    """What of the cost the client pays."""
    income: Amount
    of_criterion: Decimal
    household_size: int
    reason: Note | None = None
    """Why the income was given by hand."""
    trace: Trace


class Pause(BaseModel):
    """Days on which a voucher rested; no last day: until it is resumed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    first_day: date
    last_day: date | None = None
    reason: SuspendReason

    def covers(self, day: date) -> bool:
        """Whether it rested on the day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(eq=False)
class Voucher:
    """One voucher of one client. `drafted_by` and `issued_by` are two persons."""

    id: VoucherId
    client_id: ClientId
    institution: InstitutionId
    programme_id: VoucherProgrammeId
    serial: str
    services: tuple[CareService, ...]
    provider: InstitutionId | None
    """The one that must provide the care; none: any on contract."""
    valid_from: date
    valid_to: date
    drafted_by: WorkerId
    terms: VoucherTerms
    state: VoucherState = VoucherState.DRAFT
    version: Version = 1
    issued_by: WorkerId | None = None
    issued_on: date | None = None
    handed_over_on: date | None = None
    code: KeptCode | None = None
    wrong_tries: int = 0
    pauses: tuple[Pause, ...] = ()
    ended_on: date | None = None
    """The first day on which it is good no more, where that is before the end of its days."""
    cancel_reason: VoucherCancelReason | None = None
    successor_id: UUID | None = None
    origin_id: UUID | None = field(default=None)
    """The voucher whose place it took."""

    def drafted(self) -> VoucherDrafted:
        """What is announced of a new one."""
        return VoucherDrafted(client_id=self.client_id, voucher_id=self.id)

    def changed(self) -> VoucherChanged:
        """What is announced of a change on the way."""
        return VoucherChanged(client_id=self.client_id, voucher_id=self.id)

    @property
    def first_month(self) -> Month:
        """The first month it is good in."""
        return month_of(self.valid_from)

    @property
    def last_month(self) -> Month:
        """The last month it is good in."""
        last = month_of(self.ended_on) if self.ended_on else month_of(self.valid_to)
        return max(min(last, month_of(self.valid_to)), self.first_month)

    @property
    def locked(self) -> bool:
        """Whether so many wrong codes were tried that no code is taken any more."""
        return self.wrong_tries >= MOST_TRIES

    @property
    def tries_left(self) -> int:
        """How many wrong codes more are taken."""
        return max(MOST_TRIES - self.wrong_tries, 0)

    def granted(self) -> tuple[tuple[Month, int], ...]:
        """Minutes of care by month."""
        months, month = [self.first_month], self.first_month
        while month < month_of(self.valid_to):
            month = shifted(month, 1)
            months.append(month)
        first = self.terms.first_month_minutes
        minutes = self.terms.minutes
        return tuple((m, minutes if n or first is None else first) for n, m in enumerate(months))

    def good_on(self, day: date) -> bool:
        """Whether care on the day may be paid with it, also when it is over by now.

        Not with one that was transferred: what was left of it is its successor's.
        """
        within = self.valid_from <= day <= self.valid_to
        ended = self.ended_on is not None and day >= self.ended_on
        resting = any(pause.covers(day) for pause in self.pauses)
        # A draft whose days are over expires too, and was never hers: the state alone does not tell.
        hers = self.handed_over_on is not None and self.state is not VoucherState.TRANSFERRED
        return hers and within and not ended and not resting

    def require_issuer(self, institution: UUID) -> None:
        """Refuse whoever did not issue it."""
        if institution != self.institution:
            raise NotTheIssuer

    def issue(self, *, by: WorkerId, institution: UUID, on: date) -> VoucherIssued:
        """Grant it. Somebody else must have worked it out."""
        self.require_issuer(institution)
        if by == self.drafted_by:
            raise OwnDraft
        self._move("issue")
        self.issued_by, self.issued_on = by, on
        return VoucherIssued(
            client_id=self.client_id,
            voucher_id=self.id,
            first_month=self.first_month,
            last_month=self.last_month,
        )

    def hand_over(self, code: KeptCode, *, institution: UUID, on: date) -> VoucherChanged:
        """Give it to the client, with the code that she alone knows."""
        self.require_issuer(institution)
        self._move("hand_over")
        self.code, self.handed_over_on = code, on
        return self.changed()

    def renew_code(self, code: KeptCode, *, institution: UUID) -> VoucherChanged:
        """Give the client another code; the old one is void, and wrong tries are forgotten."""
        self.require_issuer(institution)
        if self.state not in STAYS["renew_code"]:
            raise self._illegal()
        self.code, self.wrong_tries = code, 0
        self.version += 1
        return self.changed()

    def try_code(self, matches: bool) -> bool:
        """Take a code, right or wrong; refuses where too many were wrong before."""
        if self.locked:
            raise CodeLocked
        self.wrong_tries = 0 if matches else self.wrong_tries + 1
        return matches

    def suspend(self, reason: SuspendReason, *, institution: UUID, on: date) -> VoucherChanged:
        """Let it rest from a day on."""
        self.require_issuer(institution)
        self._move("suspend")
        self.pauses = (*self.pauses, Pause(first_day=on, reason=reason))
        return self.changed()

    def resume(self, *, institution: UUID, last_day: date) -> VoucherChanged:
        """Let it go on; `last_day` is the last on which it rested."""
        self.require_issuer(institution)
        self._move("resume")
        *before, resting = self.pauses
        # Resumed on the day it was suspended: it never rested.
        over = resting.model_copy(update={"last_day": last_day})
        self.pauses = (*before, over) if last_day >= resting.first_day else tuple(before)
        return self.changed()

    def cancel(self, reason: VoucherCancelReason, *, institution: UUID, on: date) -> VoucherEnded:
        """End it; what was used before the day is still settled."""
        self.require_issuer(institution)
        return self._end("cancel", VoucherEnd.CANCELLED, on, reason)

    def expire(self) -> VoucherEnded:
        """Its days are over."""
        return self._end("expire", VoucherEnd.EXPIRED, None)

    def exhaust(self) -> VoucherEnded:
        """Nothing is left in any month to come."""
        return self._end("exhaust", VoucherEnd.EXHAUSTED, None)

    def refill(self) -> VoucherChanged:
        """A visit was shortened or struck: something is left again."""
        self._move("refill")
        return self.changed()

    def pass_on(
        self,
        *,
        voucher_id: UUID,
        serial: str,
        provider: UUID | None,
        left: int,
        by: WorkerId,
        on: date,
    ) -> tuple[Self, VoucherEnded]:
        """Let another voucher take its place from a day on, with what is left of that month."""
        ended = self._end("transfer", VoucherEnd.TRANSFERRED, on)
        self.successor_id = voucher_id
        heir = replace(
            self,
            id=voucher_id,
            serial=serial,
            provider=provider,
            valid_from=on,
            terms=self.terms.model_copy(update={"first_month_minutes": left}),
            drafted_by=by,
            state=VoucherState.DRAFT,
            version=1,
            issued_by=None,
            issued_on=None,
            handed_over_on=None,
            code=None,
            wrong_tries=0,
            pauses=(),
            ended_on=None,
            successor_id=None,
            origin_id=self.id,
        )
        return heir, ended

    def _end(
        self,
        verb: str,
        how: VoucherEnd,
        on: date | None,
        reason: VoucherCancelReason | None = None,
    ) -> VoucherEnded:
        granted = self.state is not VoucherState.DRAFT
        self._move(verb)
        self.ended_on, self.cancel_reason = on, reason
        return VoucherEnded(
            client_id=self.client_id,
            voucher_id=self.id,
            first_month=self.first_month,
            last_month=self.last_month,
            how=how,
            granted=granted,
        )

    def _move(self, verb: str) -> None:
        sources, target = MOVES[verb]
        if self.state not in sources:
            raise self._illegal()
        self.state = target
        self.version += 1

    def _illegal(self) -> IllegalMove:
        allowed = [verb for verb, (sources, _) in MOVES.items() if self.state in sources]
        allowed += [verb for verb, sources in STAYS.items() if self.state in sources]
        own = {"exhaust", "refill", "expire"}
        return IllegalMove(state=self.state, allowed=[v for v in allowed if v not in own])
