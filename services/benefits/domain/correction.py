"""A correction of months of an award that were not paid yet: one proposes it, another confirms it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self
from uuid import UUID

from contracts.benefits import AwardCorrected, CorrectionProposed, CorrectionRefused
from contracts.values import ClientId, Day, InstitutionId, Month, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.award import Award, OwnCalculation
from services.benefits.domain.award_states import STAYS, IllegalMove, move
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.trace import Trace


class CorrectionState(StrEnum):
    """Where a correction stands."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


MOVES: Final[dict[str, tuple[frozenset[CorrectionState], CorrectionState]]] = {
    "confirm": (frozenset({CorrectionState.PROPOSED}), CorrectionState.CONFIRMED),
    "refuse": (frozenset({CorrectionState.PROPOSED}), CorrectionState.REFUSED),
}


class CorrectionReason(StrEnum):
    """Why months of an award are corrected."""

    INCOME_CHANGED = "income_changed"
    """Worked out anew from what was declared."""
    COMPUTED_WRONGLY = "computed_wrongly"
    FACTS_WRONG = "facts_wrong"
    APPEAL_GRANTED = "appeal_granted"


class AwardCorrectionNotFound(Refusal):
    """There is no such correction of this award."""

    kind = Kind.MISSING
    pl = "To wsparcie nie ma takiej korekty."


class CorrectionPending(Refusal):
    """A correction of this award waits for a decision already; `correction_id` names it."""

    kind = Kind.CONFLICT
    pl = "Na decyzję czeka już inna korekta tego wsparcia; wskazuje ją `correction_id`."


class MonthNotOpen(Refusal):
    """Only a month that is planned or due can be corrected; `month` names the one that is not."""

    kind = Kind.CONFLICT
    pl = "Skorygować można tylko miesiąc planowany albo należny; `month` wskazuje, który taki nie jest."


class CorrectionOutdated(Refusal):
    """The award changed in these months since the correction was proposed; propose it anew."""

    kind = Kind.CONFLICT
    pl = "Od czasu propozycji wsparcie za te miesiące się zmieniło; korektę trzeba zaproponować ponownie."


class AboveLost(Refusal):
    """A month pays at most what was lost."""

    kind = Kind.INVALID
    pl = "Za miesiąc wypłaca się najwyżej tyle, ile utracono."


class SameAmounts(Refusal):
    """The amounts stay what they are, so there is nothing to correct."""

    kind = Kind.CONFLICT
    pl = "Kwoty pozostają takie same, więc nie ma czego korygować."


@dataclass(frozen=True)
class Proposal:
    """What somebody says the months of an award should be."""

    months: tuple[MonthLine, ...]
    replacing: frozenset[Month]
    """Months that these take the place of."""
    reason: CorrectionReason
    trace: Trace | None = None


@dataclass(eq=False)
class Correction:
    """Months that take the place of months; a month that is replaced by none is not paid."""

    id: UUID
    award_id: UUID
    client_id: ClientId
    institution: InstitutionId
    reason: CorrectionReason
    replaced: tuple[MonthLine, ...]
    months: tuple[MonthLine, ...]
    proposed_by: WorkerId
    proposed_on: Day
    trace: Trace | None = None
    state: CorrectionState = CorrectionState.PROPOSED
    decided_by: WorkerId | None = None
    decided_on: Day | None = None

    @classmethod
    def propose(
        cls,
        award: Award,
        proposal: Proposal,
        *,
        correction_id: UUID,
        by: WorkerId,
        on: date,
    ) -> tuple[Self, CorrectionProposed]:
        """Lay it before a second person. Nothing changes before he confirms it."""
        if award.state not in STAYS["correct"]:
            raise IllegalMove(state=award.state.value, allowed=[])
        replaced = tuple(line for line in award.months if line.month in proposal.replacing)
        _require_open(award, proposal.replacing)
        if any(line.amount > award.lost_benefit for line in proposal.months):
            raise AboveLost(pointer="/amount")
        if _amounts(replaced) == _amounts(proposal.months):
            raise SameAmounts
        correction = cls(
            id=correction_id,
            award_id=award.id,
            client_id=award.client_id,
            institution=award.institution,
            reason=proposal.reason,
            replaced=replaced,
            months=proposal.months,
            proposed_by=by,
            proposed_on=on,
            trace=proposal.trace,
        )
        return correction, CorrectionProposed(
            client_id=award.client_id, award_id=award.id, correction_id=correction_id
        )

    @property
    def first_month(self) -> Month:
        """The first month that changes."""
        return self.replaced[0].month

    def confirm(self, award: Award, *, by: WorkerId, on: date) -> AwardCorrected:
        """Let it hold. Whoever proposed it may not; nor does it hold of a month paid meanwhile."""
        if by == self.proposed_by:
            raise OwnCalculation
        state = move(MOVES, "confirm", self.state)
        months = frozenset(line.month for line in self.replaced)
        _require_open(award, months)
        if self.replaced != tuple(line for line in award.months if line.month in months):
            # Of a month that was cut off by days meanwhile the old days would be paid again.
            raise CorrectionOutdated
        others = [line for line in award.months if line.month not in months]
        lines = sorted([*others, *self.months], key=lambda line: line.month)
        self._decide(state, by, on)
        award.replace_months(tuple(lines), on)
        return AwardCorrected(
            client_id=self.client_id, award_id=self.award_id, first_month=self.first_month
        )

    def refuse(self, *, by: WorkerId, on: date) -> CorrectionRefused:
        """Leave the award as it is. Whoever proposed it may take it back so."""
        self._decide(move(MOVES, "refuse", self.state), by, on)
        return CorrectionRefused(
            client_id=self.client_id, award_id=self.award_id, correction_id=self.id
        )

    def _decide(self, state: CorrectionState, by: WorkerId, on: date) -> None:
        self.state, self.decided_by, self.decided_on = state, by, on


def _require_open(award: Award, months: frozenset[Month]) -> None:
    planned = {line.month for line in award.months}
    for month in sorted(months):
        if month not in planned or not award.stands(month):
            raise MonthNotOpen(month=month)


def _amounts(lines: tuple[MonthLine, ...]) -> list[tuple[Month, Decimal]]:
    return [(line.month, line.amount) for line in lines]
