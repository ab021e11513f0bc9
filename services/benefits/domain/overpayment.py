"""An overpayment (świadczenie nienależnie pobrane): from finding it to having it back, or letting it go."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Self
from uuid import UUID

from contracts.benefits import OverpaymentAdvanced, OverpaymentDetected, OverpaymentState
from contracts.values import ClientId, Day, InstitutionId, Line, Month, Note, WorkerId
from services.benefits.domain.award import Award
from services.benefits.domain.award_refusals import NotTheAwarder
from services.benefits.domain.award_states import move
from services.benefits.domain.law import law_of
from services.benefits.domain.money import ZERO
from services.benefits.domain.months import month_of
from services.benefits.domain.overpayment_states import (
    MOVES,
    OWED,
    Awareness,
    NothingOverpaid,
    NothingToSetOff,
    NotRecoverable,
    NoWaiverAsked,
    OverpaymentCause,
    OwnFinding,
    RepaidTooMuch,
    SetOffUnderWay,
    ShareTooHigh,
    StillOwed,
    TimeBarred,
    WaiverReason,
)
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.repaying import (
    Instalment,
    OverpaidMonth,
    Repayment,
    kept_back,
    years_after,
)
from services.benefits.domain.trace import Trace

State = OverpaymentState


@dataclass(frozen=True)
class Finding:
    """What months paid and should have paid, how it came about, and how that was worked out."""

    months: tuple[OverpaidMonth, ...]
    cause: OverpaymentCause
    trace: Trace | None = None


@dataclass(eq=False)
class Overpayment:
    """What was paid too high, and what became of it.

    `detected_by` and whoever determines it are two persons, and so are those of a waiver.
    """

    id: UUID
    client_id: ClientId
    award_id: UUID
    institution: InstitutionId
    cause: OverpaymentCause
    detected_by: WorkerId
    detected_on: Day
    months: tuple[OverpaidMonth, ...]
    trace: Trace | None = None
    state: OverpaymentState = State.DETECTED
    version: int = 1
    awareness: Awareness | None = None
    explanation: Note | None = None
    decision: Line | None = None
    """The number of the decision that changed the award."""
    decision_on: Day | None = None
    determined_by: WorkerId | None = None
    determined_on: Day | None = None
    due_on: Day | None = None
    """Until when it is to be repaid."""
    limitation_on: Day | None = None
    """The last day on which it can be claimed."""
    instalments: tuple[Instalment, ...] = ()
    repayments: tuple[Repayment, ...] = ()
    keeping: tuple[Instalment, ...] = ()
    """What lists keep back that are approved and not paid yet."""
    waiver_reason: WaiverReason | None = None
    waiver_asked_by: WorkerId | None = None
    decided_by: WorkerId | None = None
    """Who waived it, wrote it off or closed it."""
    decided_on: Day | None = None

    @classmethod
    def detect(
        cls,
        award: Award,
        finding: Finding,
        *,
        overpayment_id: UUID,
        by: WorkerId,
        on: date,
    ) -> tuple[Self, OverpaymentDetected]:
        """Open the case of months that paid more than they should have."""
        if any(one.paid <= one.due for one in finding.months):
            raise NothingOverpaid
        case = cls(
            id=overpayment_id,
            client_id=award.client_id,
            award_id=award.id,
            institution=award.institution,
            cause=finding.cause,
            detected_by=by,
            detected_on=on,
            months=finding.months,
            trace=finding.trace,
        )
        return case, OverpaymentDetected(
            client_id=award.client_id, award_id=award.id, overpayment_id=overpayment_id
        )

    @property
    def total(self) -> Decimal:
        """Złoty paid too high."""
        return sum((one.paid - one.due for one in self.months), ZERO)

    @property
    def owed(self) -> Decimal:
        """Złoty still to be repaid, once that was decided; nothing where it was let go."""
        if self.state in {State.WAIVED, State.WRITTEN_OFF}:
            return ZERO
        return self.unpaid

    @property
    def unpaid(self) -> Decimal:
        """Złoty that never came back, let go or not."""
        return self.total - sum((one.amount for one in self.repayments), ZERO)

    @property
    def unspoken(self) -> Decimal:
        """Złoty of what is owed that no list is keeping back by now."""
        return self.owed - sum((one.amount for one in self.keeping), ZERO)

    def kept_of(self, month: Month) -> Decimal:
        """Złoty kept back of a month so far: it came to her, though it was not paid out."""
        return sum((one.amount for one in self.repayments if one.month == month), ZERO)

    def to_keep(self, month: Month) -> Decimal:
        """Złoty a list keeps back of a month: once, and never more than is still owed."""
        if self.state is not State.SET_OFF:
            return ZERO
        left, spoken_for = self.unspoken, self._spoken_for
        for one in self.instalments:
            amount = ZERO if one.month in spoken_for else min(one.amount, left)
            if one.month == month:
                return amount
            left -= amount
        return ZERO

    @property
    def _spoken_for(self) -> set[Month | None]:
        return {one.month for one in self.keeping} | {one.month for one in self.repayments}

    def keep_back(self, month: Month, amount: Decimal) -> None:
        """A list that keeps it back was approved."""
        self.keeping = (*self.keeping, Instalment(month=month, amount=amount))
        self.version += 1

    def let_be(self, month: Month) -> None:
        """That list will not be paid, or not this line of it; one that only was drawn up kept nothing."""
        if all(one.month != month for one in self.keeping):
            return
        self.keeping = tuple(one for one in self.keeping if one.month != month)
        self.version += 1

    def have_kept(self, month: Month, on: date) -> OverpaymentAdvanced:
        """The list was paid: what it kept back of the month is repaid."""
        kept = next(one for one in self.keeping if one.month == month)
        self.let_be(month)
        repaid = Repayment(on=on, amount=kept.amount, month=month)
        self.repayments = (*self.repayments, repaid)
        return self._advanced()

    def explain(self, awareness: Awareness, explanation: Note) -> OverpaymentAdvanced:
        """Note what she said, and whether she knew."""
        advanced = self._move("explain")
        self.awareness, self.explanation = awareness, explanation
        return advanced

    def change_decision(self, decision: Line, on: date) -> OverpaymentAdvanced:
        """Note the decision that changed the one that granted too much: without it nothing is claimed."""
        self._require_recoverable()
        advanced = self._move("change_decision")
        self.decision, self.decision_on = decision, on
        return advanced

    def determine(
        self,
        *,
        by: WorkerId,
        on: date,
        due_on: date,
        final_on: date | None,
        parameters: Parameters,
    ) -> OverpaymentAdvanced:
        """Decide what is to be repaid until when. Somebody else must have found it."""
        if by == self.detected_by:
            raise OwnFinding
        self._require_recoverable()
        advanced = self._move("determine")
        law = law_of(month_of(on), None, parameters)
        final = final_on or on + timedelta(days=law.number("overpayment_appeal_days"))
        self.limitation_on = years_after(final, law.number("overpayment_limitation_years"))
        self.determined_by, self.determined_on, self.due_on = by, on, due_on
        return advanced

    def plan(self, instalments: tuple[Instalment, ...], on: date) -> OverpaymentAdvanced:
        """Let it be repaid in instalments that come to what is owed."""
        self._require_claimable(on)
        advanced = self._move("plan_instalments")
        self.instalments = instalments
        return advanced

    def set_off(
        self, award: Award, share: Decimal, from_month: Month, *, on: date, parameters: Parameters
    ) -> OverpaymentAdvanced:
        """Keep a share back of every month that is still to be paid, until nothing is owed."""
        self._require_claimable(on)
        most = law_of(month_of(on), None, parameters).row("overpayment_set_off_most").value
        if share > most:
            raise ShareTooHigh(pointer="/share", most=str(most))
        standing = [
            line
            for line in award.months
            if line.month >= from_month
            and award.stands(line.month)
            and line.month not in self._spoken_for
        ]
        kept = kept_back(self.owed, share, standing)
        if not kept:
            raise NothingToSetOff
        advanced = self._move("set_off")
        self.instalments = kept
        return advanced

    def repay(self, amount: Decimal, on: date) -> OverpaymentAdvanced:
        """Note what came back, or was kept back."""
        self._require_owed()
        if amount > self.unspoken or not amount:
            raise RepaidTooMuch(pointer="/amount")
        self.repayments = (*self.repayments, Repayment(on=on, amount=amount))
        self.version += 1
        return self._advanced()

    def ask_waiver(self, reason: WaiverReason, by: WorkerId) -> OverpaymentAdvanced:
        """Ask that nothing more is claimed, as a worker or for the client."""
        self._require_owed()
        self.waiver_reason, self.waiver_asked_by = reason, by
        self.version += 1
        return self._advanced()

    def waive(self, *, by: WorkerId, on: date) -> OverpaymentAdvanced:
        """Claim nothing more. Somebody else must have asked for it, and found it."""
        if by in {self.waiver_asked_by, self.detected_by}:
            raise OwnFinding
        move(MOVES, "waive", self.state)
        self._require_unspoken()
        if self.waiver_reason is None:
            raise NoWaiverAsked
        return self._decided("waive", by, on)

    def settle(self, *, by: WorkerId, on: date) -> OverpaymentAdvanced:
        """Close the case: nothing is owed any more."""
        move(MOVES, "settle", self.state)
        if self.owed:
            raise StillOwed
        return self._decided("settle", by, on)

    def write_off(self, *, by: WorkerId, on: date) -> OverpaymentAdvanced:
        """Let it go: an error of the office, or taken in good faith. Somebody else must have found it."""
        if by == self.detected_by:
            raise OwnFinding
        return self._decided("write_off", by, on)

    def require_keeper(self, institution: InstitutionId) -> None:
        """Refuse another institution than the one that awarded."""
        if institution != self.institution:
            raise NotTheAwarder

    def _require_recoverable(self) -> None:
        in_good_faith = self.awareness is Awareness.IN_GOOD_FAITH
        if self.cause is OverpaymentCause.OFFICE_ERROR or in_good_faith:
            raise NotRecoverable

    def _require_claimable(self, on: date) -> None:
        self._require_owed()
        if self.limitation_on is not None and on > self.limitation_on:
            raise TimeBarred
        self._require_unspoken()

    def _require_unspoken(self) -> None:
        if self.keeping:
            raise SetOffUnderWay

    def _require_owed(self) -> None:
        if self.state not in OWED:
            # Told as any other step that is not possible: with those that are.
            move(MOVES, "waive", self.state)

    def _decided(self, verb: str, by: WorkerId, on: date) -> OverpaymentAdvanced:
        advanced = self._move(verb)
        self.decided_by, self.decided_on = by, on
        return advanced

    def _move(self, verb: str) -> OverpaymentAdvanced:
        self.state = move(MOVES, verb, self.state)
        self.version += 1
        return self._advanced()

    def _advanced(self) -> OverpaymentAdvanced:
        return OverpaymentAdvanced(
            client_id=self.client_id, overpayment_id=self.id, state=self.state
        )
