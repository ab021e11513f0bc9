"""An award of degressive support (degresywne wsparcie finansowe) and the moves it allows."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from contracts.benefits import AwardApplied, AwardApproved, AwardRejected
from contracts.territory import Municipality
from contracts.values import AwardId, ClientId, Day, InstitutionId, Month, Version, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.lost_benefit import Means, lost_benefit
from services.benefits.domain.parameters import Parameters
from services.benefits.domain.schedule import MonthLine, degressive_schedule, total
from services.benefits.domain.schedule_choice import PresetName, ScheduleChoice, StartRule
from services.benefits.domain.trace import Trace


class AwardState(StrEnum):
    """Where an award stands."""

    APPLIED = "applied"
    APPROVED = "approved"
    REJECTED = "rejected"


OPEN: Final = frozenset({AwardState.APPLIED, AwardState.APPROVED})
"""Keeps its months: no second award of the client may have any of them."""

MOVES: Final[dict[str, tuple[frozenset[AwardState], AwardState]]] = {
    "approve": (frozenset({AwardState.APPLIED}), AwardState.APPROVED),
    "reject": (frozenset({AwardState.APPLIED}), AwardState.REJECTED),
}


class LostBenefitMode(StrEnum):
    """Whether the lost benefit is fixed for the whole award."""

    FROZEN = "frozen"
    """That of the first month of work, for all months."""


class RejectionReason(StrEnum):
    """Why an award is not granted."""

    FACTS_NOT_CONFIRMED = "facts_not_confirmed"
    NOT_IN_PROGRAMME = "not_in_programme"
    NO_FUNDS = "no_funds"
    CLIENT_RESIGNED = "client_resigned"
    COMPUTED_WRONGLY = "computed_wrongly"


class AwardNotFound(Refusal):
    """There is no such award among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród przyznanych i wyliczonych wsparć, które może zobaczyć Twoja instytucja, nie ma takiego."


class AwardOpen(Refusal):
    """An open award of this client covers some of these months already; `award_id` names it."""

    kind = Kind.CONFLICT
    pl = "Część tych miesięcy obejmuje już inne wsparcie tej osoby; wskazuje je `award_id`."


class NothingLost(Refusal):
    """Taking the job takes no benefit away, so there is nothing to make up for."""

    kind = Kind.CONFLICT
    pl = "Podjęcie pracy nie odbiera żadnego świadczenia, więc nie ma czego wyrównywać."


class NotTheAwarder(Refusal):
    """Only the institution that computed the award may decide on it."""

    kind = Kind.FORBIDDEN
    pl = "O przyznaniu decyduje tylko instytucja, która wyliczyła wsparcie."


class OwnCalculation(Refusal):
    """The person who computed an award may not approve it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która wyliczyła wsparcie, nie może go zatwierdzić."


class IllegalMove(Refusal):
    """This step is not possible from the present state; `allowed` lists those that are."""

    kind = Kind.CONFLICT
    pl = "Tego kroku nie można wykonać w obecnym stanie; `allowed` wymienia kroki możliwe."


@dataclass(frozen=True)
class AwardTerms:
    """What an award comes to, computed from facts: nothing in it was decided by anybody."""

    municipality: Municipality
    employment_started_on: Day
    preset: PresetName
    start_rule: StartRule
    lost_benefit: Decimal
    months: tuple[MonthLine, ...]
    trace: Trace


def compute_award(
    means: Means, *, employment_started_on: date, choice: ScheduleChoice, parameters: Parameters
) -> AwardTerms:
    """Work out the lost benefit and the months of support that make up for it, step by step."""
    lost = lost_benefit(means, employment_started_on=employment_started_on, parameters=parameters)
    schedule = degressive_schedule(
        lost.amount,
        employment_started_on=employment_started_on,
        choice=choice,
        parameters=parameters,
    )
    # After the schedule: a preset that does not exist is worth saying first.
    if not lost.amount:
        raise NothingLost
    return AwardTerms(
        municipality=means.municipality,
        employment_started_on=employment_started_on,
        preset=choice.name,
        start_rule=choice.start_rule,
        lost_benefit=lost.amount,
        months=schedule.lines,
        trace=schedule.trace.model_copy(update={"parts": (lost.trace,)}),
    )


@dataclass(eq=False)
class Award:
    """Support that makes up, month by month less, for benefits a client loses by working.

    `computed_by` and `approved_by` are two persons (rozdzielenie obowiązków).
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
    lb_mode: LostBenefitMode = LostBenefitMode.FROZEN
    state: AwardState = AwardState.APPLIED
    version: Version = 1
    approved_by: WorkerId | None = None
    approved_on: Day | None = None
    rejected_by: WorkerId | None = None
    rejected_on: Day | None = None
    rejection_reason: RejectionReason | None = None

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
        award = cls(
            id=award_id,
            client_id=client_id,
            institution=institution,
            computed_by=by,
            municipality=terms.municipality,
            employment_started_on=terms.employment_started_on,
            preset=terms.preset,
            start_rule=terms.start_rule,
            lost_benefit=terms.lost_benefit,
            months=terms.months,
            trace=terms.trace,
        )
        return award, AwardApplied(client_id=client_id, award_id=award_id)

    @property
    def first_month(self) -> Month:
        """The first month of support."""
        return self.months[0].month

    @property
    def last_month(self) -> Month:
        """The last month of support, inclusive."""
        return self.months[-1].month

    @property
    def total(self) -> Decimal:
        """Złoty over all months."""
        return total(self.months)

    def approve(self, *, by: WorkerId, institution: InstitutionId, on: date) -> AwardApproved:
        """Grant the support. Somebody else must have computed it."""
        if institution != self.institution:
            raise NotTheAwarder
        if by == self.computed_by:
            raise OwnCalculation
        self._move("approve")
        self.approved_by, self.approved_on = by, on
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
        if institution != self.institution:
            raise NotTheAwarder
        self._move("reject")
        self.rejected_by, self.rejected_on, self.rejection_reason = by, on, reason
        return AwardRejected(client_id=self.client_id, award_id=self.id)

    def _move(self, verb: str) -> None:
        sources, target = MOVES[verb]
        if self.state not in sources:
            allowed = [verb for verb, (sources, _) in MOVES.items() if self.state in sources]
            raise IllegalMove(state=self.state, allowed=allowed)
        self.state = target
        self.version += 1
