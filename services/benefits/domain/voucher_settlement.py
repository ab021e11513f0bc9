"""A provider's month of care, settled with the gmina in four eyes (rozliczenie usług)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from contracts import working_days
from contracts.benefits.vouchers import SettlementId, VoucherProgrammeId
from contracts.values import InstitutionId, Month, Version, WorkerId
from kernel.refusals import Kind, Refusal
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.copayment import CareCost
from services.benefits.domain.months import days_in, first_day
from services.benefits.domain.visit_refusals import NotTheCareProvider, NotThePayer


class SettlementState(StrEnum):
    """Where a provider's settlement of a month stands."""

    SUBMITTED = "submitted"
    CHECKED = "checked"
    QUERIED = "queried"
    """Sent back to the provider with a question."""
    ACCEPTED = "accepted"
    PAID = "paid"


_S = SettlementState
MOVES: Final[dict[str, tuple[frozenset[SettlementState], SettlementState]]] = {
    "check": (frozenset({_S.SUBMITTED}), _S.CHECKED),
    "query": (frozenset({_S.SUBMITTED, _S.CHECKED}), _S.QUERIED),
    "answer": (frozenset({_S.QUERIED}), _S.SUBMITTED),
    "accept": (frozenset({_S.CHECKED}), _S.ACCEPTED),
    "pay": (frozenset({_S.ACCEPTED}), _S.PAID),
}
CLOSED: Final = frozenset({_S.ACCEPTED, _S.PAID})
"""Its visits change no more."""


class QueryReason(StrEnum):
    """What is asked of the provider."""

    FLAGS_TO_EXPLAIN = "flags_to_explain"
    TIMES_UNCLEAR = "times_unclear"
    VISITS_MISSING = "visits_missing"
    PAPERS_MISSING = "papers_missing"


class SettlementNotFound(Refusal):
    """There is no such settlement among those of your institution."""

    kind = Kind.MISSING
    pl = "Wśród rozliczeń Twojej instytucji nie ma takiego."


class AlreadySubmitted(Refusal):
    """This month was submitted already; `settlement_id` names it."""

    kind = Kind.CONFLICT
    pl = "Ten miesiąc już przekazano do rozliczenia; wskazuje je `settlement_id`."


class NothingToSettle(Refusal):
    """There is no visit of that month to settle."""

    kind = Kind.CONFLICT
    pl = "W tym miesiącu nie ma wizyt do rozliczenia."


class MonthNotOver(Refusal):
    """A month is settled once it is over."""

    kind = Kind.CONFLICT
    pl = "Miesiąc rozlicza się po jego zakończeniu."


class OwnCheck(Refusal):
    """The person who checked a settlement may not accept it."""

    kind = Kind.FORBIDDEN
    pl = "Osoba, która sprawdziła rozliczenie, nie może go zatwierdzić."


class FlagsOpen(Refusal):
    """Some visits still wait for an explanation or are to be struck; `visits` names some of them."""

    kind = Kind.CONFLICT
    pl = "Część wizyt czeka jeszcze na wyjaśnienie albo skreślenie; niektóre wskazuje `visits`."


class SettlementClosed(Refusal):
    """The settlement was accepted: its visits change no more."""

    kind = Kind.CONFLICT
    pl = "Rozliczenie zatwierdzono: jego wizyt nie można już zmieniać."


@dataclass(eq=False)
class VoucherSettlement:
    """All visits of one provider in one month of one programme. Amounts in grosze."""

    id: SettlementId
    programme_id: VoucherProgrammeId
    payer: InstitutionId
    provider: InstitutionId
    month: Month
    submitted_by: WorkerId
    submitted_on: date
    submit_by: date
    pay_by: date
    visits: int = 0
    minutes: int = 0
    gross: int = 0
    copay: int = 0
    net: int = 0
    state: SettlementState = SettlementState.SUBMITTED
    version: Version = 1
    checked_by: WorkerId | None = None
    checked_on: date | None = None
    query: QueryReason | None = None
    accepted_by: WorkerId | None = None
    accepted_on: date | None = None
    paid_by: WorkerId | None = None
    paid_on: date | None = None

    @property
    def late(self) -> bool:
        """Whether it was submitted after its last day."""
        return self.submitted_on > self.submit_by

    def add(self, cost: CareCost, *, visits: int) -> None:
        """Take a voucher's month in."""
        self._sum(cost, visits, 1)

    def take_out(self, cost: CareCost, *, visits: int) -> None:
        """Take a voucher's month out again."""
        self._sum(cost, visits, -1)

    def _sum(self, cost: CareCost, visits: int, sign: int) -> None:
        self.visits += sign * visits
        self.minutes += sign * cost.minutes
        self.gross += sign * cost.gross
        self.copay += sign * cost.copay
        self.net += sign * cost.net

    def check(self, *, by: WorkerId, institution: InstitutionId, on: date) -> None:
        """Somebody at the payer looked through it."""
        self._payers(institution)
        self._move("check")
        self.checked_by, self.checked_on = by, on

    def ask(self, reason: QueryReason, *, institution: InstitutionId) -> None:
        """Send it back with a question."""
        self._payers(institution)
        self._move("query")
        self.query = reason
        self.checked_by = self.checked_on = None

    def answer(self, *, institution: InstitutionId) -> None:
        """The provider answered: it is checked anew."""
        if institution != self.provider:
            raise NotTheCareProvider
        self._move("answer")

    def accept(self, *, by: WorkerId, institution: InstitutionId, on: date) -> None:
        """Another person at the payer agrees to pay."""
        self._payers(institution)
        if by == self.checked_by:
            raise OwnCheck
        self._move("accept")
        self.accepted_by, self.accepted_on = by, on

    def pay(self, *, by: WorkerId, institution: InstitutionId, on: date) -> None:
        """It was paid."""
        self._payers(institution)
        self._move("pay")
        self.paid_by, self.paid_on = by, on

    def changed(self) -> None:
        """One of its visits was struck: refused once it is accepted, and to be checked anew."""
        if self.state in CLOSED:
            raise SettlementClosed
        if self.state is SettlementState.CHECKED:
            self.state = SettlementState.SUBMITTED
            self.checked_by = self.checked_on = None
        self.version += 1

    def _payers(self, institution: InstitutionId) -> None:
        # Said twice, for money: a programme contracts nobody who pays.
        if institution != self.payer or institution == self.provider:
            raise NotThePayer

    def _move(self, verb: str) -> None:
        sources, target = MOVES[verb]
        if self.state not in sources:
            allowed = [verb for verb, (sources, _) in MOVES.items() if self.state in sources]
            raise IllegalMove(state=self.state, allowed=allowed)
        self.state = target
        self.version += 1


def submit_by(month: Month, count: int) -> date:
    """The last day to submit a month: a working day after it, counted from 1."""
    return working_days.after(last_day(month), count)


def pay_by(submitted_on: date, days: int) -> date:
    """The last day to pay."""
    return submitted_on + timedelta(days=days)


def last_day(month: Month) -> date:
    """The last day of a month."""
    return first_day(month).replace(day=days_in(month))
