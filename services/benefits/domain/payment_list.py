"""A payment list (lista wypłat): what one institution pays for a month, in four eyes, each line once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final, NamedTuple, Self
from uuid import UUID

from contracts.benefits.payments import (
    PaymentHeld,
    PaymentReleased,
    PaymentsApproved,
    PaymentsCancelled,
    PaymentsDrafted,
    PaymentsExported,
    PaymentsPaid,
    SupportPaid,
    SupportReturned,
)
from contracts.event import Event
from contracts.values import InstitutionId, Month, Version, WorkerId
from services.benefits.domain.award import IllegalMove
from services.benefits.domain.ledger import (
    Account,
    Posting,
    paid,
    recognised,
    returned,
    set_off,
    withdrawn,
)
from services.benefits.domain.payment_terms import (
    DayDoesNotFit,
    EmptyList,
    LineKind,
    LinesOutdated,
    NotInThisForm,
    OwnFiles,
    OwnList,
    PaymentHoldReason,
    PaymentLineNotFound,
    PaymentLineState,
    PaymentListState,
    PaymentReturnReason,
    Payout,
)

_S = PaymentListState
_SENT = frozenset({PaymentLineState.LISTED, PaymentLineState.PAID, PaymentLineState.RETURNED})
MOVES: Final[dict[str, tuple[frozenset[PaymentListState], PaymentListState]]] = {
    "approve": (frozenset({_S.DRAFTED}), _S.APPROVED),
    "cancel": (frozenset({_S.DRAFTED, _S.APPROVED}), _S.CANCELLED),
    "export": (frozenset({_S.APPROVED, _S.EXPORTED}), _S.EXPORTED),
    "confirm": (frozenset({_S.EXPORTED}), _S.PAID),
    "return": (frozenset({_S.PAID, _S.PARTLY_RETURNED}), _S.PARTLY_RETURNED),
}
STAYS: Final[dict[str, frozenset[PaymentListState]]] = {
    "hold": frozenset({_S.DRAFTED, _S.APPROVED}),
}
OPEN: Final = frozenset({_S.DRAFTED, _S.APPROVED, _S.EXPORTED})
"""Lists that wait for somebody."""


class Kept(NamedTuple):
    """What is kept back of a line for an overpayment that is set off (potrącenie)."""

    overpayment_id: UUID
    amount: int
    """Grosze."""


class Due(NamedTuple):
    """Something payable that stands on no list."""

    kind: LineKind
    cause_id: UUID
    """The award, or whatever else it is for."""
    client_id: UUID
    month: Month
    correction_no: int
    """How many lines were let go for the same before; the first is 0."""
    amount: int
    """Grosze that are owed to her."""
    kept: tuple[Kept, ...] = ()
    """Of them."""

    @property
    def kept_back(self) -> int:
        """Grosze of it that are not paid out."""
        return sum(one.amount for one in self.kept)

    @property
    def claim(self) -> "Claim":
        """What must still be owed, and kept back, when the list is approved."""
        return self.cause_id, self.month, self.amount, self.kept


Claim = tuple[UUID, Month, int, tuple[Kept, ...]]


@dataclass(eq=False)
class PaymentLine:
    """One payment to one client for one month."""

    id: UUID
    number: int
    due: Due
    state: PaymentLineState = PaymentLineState.LISTED
    payout: Payout | None = None
    reason: str | None = None
    """Why it is held, or came back: a code."""

    @property
    def amount(self) -> int:
        """Grosze that are paid out: nothing where all of it is kept back."""
        return self.due.amount - self.due.kept_back


@dataclass(frozen=True)
class Order:
    """An export: what the files were made of, and the fingerprint of each."""

    at: datetime
    by: WorkerId
    execute_on: date
    sender: str
    """The institution's name, as it stands in the files."""
    from_account: str
    without_account: Payout
    """How those are paid who have no bank account."""
    files: Mapping[str, str]
    """SHA-256 by the form of the file."""


class Done(NamedTuple):
    """What came of a verb: what is announced, which lines it moved, what is booked."""

    events: Sequence[Event]
    lines: Sequence[PaymentLine]
    postings: Sequence[Posting] = ()


@dataclass(eq=False)
class PaymentList:
    """The payments of one institution for one month; `drafted_by` and `approved_by` are two persons."""

    id: UUID
    institution: InstitutionId
    month: Month
    drafted_by: WorkerId
    drafted_at: datetime
    lines: list[PaymentLine]
    state: PaymentListState = PaymentListState.DRAFTED
    total: int = 0
    """Grosze of what is listed; of a paid list what was paid at first."""
    approved_by: WorkerId | None = None
    approved_on: date | None = None
    orders: list[Order] = field(default_factory=list)
    """The exports; the last one holds."""
    by_account: dict[str, int] = field(default_factory=dict)
    """Since the export: grosze by the account they go from."""
    paid_by: WorkerId | None = None
    paid_on: date | None = None
    bank_reference: str | None = None
    version: Version = 1

    @classmethod
    def draft(
        cls, month: Month, dues: Iterable[tuple[UUID, Due]], **who: Any
    ) -> tuple[Self, Done]:
        """Draw up a list of what is payable, one line each."""
        lines = [PaymentLine(id_, number, due) for number, (id_, due) in enumerate(dues, 1)]
        drawn = cls(month=month, lines=lines, **who)
        drawn.total = sum(line.amount for line in lines)
        return drawn, Done([PaymentsDrafted(**drawn._told())], lines)

    @property
    def listed(self) -> list[PaymentLine]:
        """The lines that are paid with the list; once paid, those that stayed so."""
        return [
            one
            for one in self.lines
            if one.state in {PaymentLineState.LISTED, PaymentLineState.PAID}
        ]

    @property
    def sent(self) -> list[PaymentLine]:
        """The lines that stand in its files: also those that came back later."""
        return [one for one in self.lines if one.state in _SENT]

    @property
    def order(self) -> Order:
        """The export that holds."""
        if not self.orders:
            raise NotInThisForm
        return self.orders[-1]

    def line(self, line_id: UUID) -> PaymentLine:
        """One of its lines."""
        found = next((one for one in self.lines if one.id == line_id), None)
        if found is None:
            raise PaymentLineNotFound
        return found

    def hold(self, line_id: UUID, reason: PaymentHoldReason, on: date) -> Done:
        """Take a line off and hold it back."""
        line = self.line(line_id)
        owed = self.state is PaymentListState.APPROVED
        self._move("hold")
        _let(line, PaymentLineState.LISTED, PaymentLineState.HELD)
        line.reason = reason
        self.total -= line.amount
        back = [withdrawn(line.due.amount, on, line.id)] if owed else []
        return Done([PaymentHeld(list_id=self.id, month=self.month)], [line], back)

    def release(self, line_id: UUID) -> Done:
        """Hold a line back no more: a draft has it again, else a later list may."""
        line = self.line(line_id)
        drafted = self.state is PaymentListState.DRAFTED
        _let(
            line,
            PaymentLineState.HELD,
            PaymentLineState.LISTED if drafted else PaymentLineState.RELEASED,
        )
        if drafted:
            self.total += line.amount
            line.reason = None
        self.version += 1
        return Done([PaymentReleased(list_id=self.id, month=self.month)], [line])

    def approve(self, *, by: WorkerId, on: date, owed: Collection[Claim]) -> Done:
        """Let it be paid. Somebody else must have drawn it up, and every line still be owed as it is."""
        if by == self.drafted_by:
            raise OwnList
        self._move("approve")
        self._not_empty()
        outdated = [str(line.id) for line in self.listed if line.due.claim not in owed]
        if outdated:
            raise LinesOutdated(line_ids=outdated)
        self.approved_by, self.approved_on = by, on
        booked = [recognised(_owed(self.listed), on)]
        return Done([PaymentsApproved(**self._told())], self.listed, booked)

    def cancel(self, on: date) -> Done:
        """Pay nothing of it. No second person: no money flows from a list that is not paid."""
        owed = _owed(self.listed) if self.state is PaymentListState.APPROVED else 0
        self._move("cancel")
        told, let_go = PaymentsCancelled(**self._told()), self.listed
        for line in let_go:
            line.state = PaymentLineState.RELEASED
        back = [withdrawn(owed, on)] if owed else []
        self.total = 0
        return Done([told], let_go, back)

    def export(self, order: Order, payouts: Mapping[UUID, Payout]) -> Done:
        """Note of which files it is paid, and how each line is."""
        self._move("export")
        self._not_empty()
        self.by_account = {}
        for line in self.listed:
            line.payout = payouts.get(line.id)
            if line.payout is None:  # all of it is kept back
                continue
            source = line.payout.source.value
            self.by_account[source] = self.by_account.get(source, 0) + line.amount
        self.orders = [*self.orders, order]
        return Done([PaymentsExported(**self._told())], self.listed)

    def confirm(self, *, by: WorkerId, on: date, today: date, bank_reference: str | None) -> Done:
        """It was paid: a second person says so, or the bank does."""
        self._move("confirm")
        if by == self.order.by and bank_reference is None:
            raise OwnFiles
        if self.approved_on is None or not self.approved_on <= on <= today:
            raise DayDoesNotFit(pointer="/paid_on")
        told = PaymentsPaid(**self._told())
        self.paid_by, self.paid_on, self.bank_reference = by, on, bank_reference
        for line in self.listed:
            line.state = PaymentLineState.PAID
        booked = [paid(sum_, Account(source), on) for source, sum_ in self.by_account.items()]
        if kept := sum(line.due.kept_back for line in self.listed):
            booked.append(set_off(kept, on))
        support = [SupportPaid(**_support(line)) for line in self.listed]
        return Done([told, *support], self.listed, booked)

    def give_back(
        self, line_id: UUID, reason: PaymentReturnReason, *, on: date, today: date
    ) -> Done:
        """A payment came back: it is owed no more by this list, and may stand on another.

        What was kept back of it stays so: it never went out.
        """
        line = self.line(line_id)
        if not line.amount:
            raise IllegalMove(state=line.state, allowed=[])
        self._move("return")
        if self.paid_on is None or not self.paid_on <= on <= today:
            raise DayDoesNotFit(pointer="/returned_on")
        _let(line, PaymentLineState.PAID, PaymentLineState.RETURNED)
        line.reason = reason
        source = (line.payout or Payout.BANK).source
        # Both steps are taken back: the line that pays it anew is approved, and booked, as any other.
        back = [
            returned(line.amount, source, on, line.id),
            withdrawn(line.amount, on, line.id),
        ]
        return Done([SupportReturned(**_support(line))], [line], back)

    def _not_empty(self) -> None:
        if not self.listed:
            raise EmptyList

    def _told(self) -> dict[str, Any]:
        return {"list_id": self.id, "month": self.month, "lines": len(self.listed)}

    def _move(self, verb: str) -> None:
        if verb in STAYS:
            sources, target = STAYS[verb], self.state
        else:
            sources, target = MOVES[verb]
        if self.state not in sources:
            raise IllegalMove(state=self.state, allowed=_allowed(self.state))
        self.state = target
        self.version += 1


def _allowed(state: PaymentListState) -> list[str]:
    sources = {verb: begins for verb, (begins, _) in MOVES.items()} | STAYS
    return [verb for verb, begins in sources.items() if state in begins]


def _owed(lines: Iterable[PaymentLine]) -> int:
    return sum(line.due.amount for line in lines)


def _let(line: PaymentLine, source: PaymentLineState, target: PaymentLineState) -> None:
    if line.state is not source:
        raise IllegalMove(state=line.state, allowed=[])
    line.state = target


def _support(line: PaymentLine) -> dict[str, Any]:
    due = line.due
    return {"client_id": due.client_id, "award_id": due.cause_id, "month": due.month}
