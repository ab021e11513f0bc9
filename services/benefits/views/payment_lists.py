"""What readers may see of payment lists, of their lines, and of the ledger."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from contracts.values import (
    Amount,
    AwardId,
    ClientId,
    Day,
    Money,
    Month,
    PaymentLineId,
    PaymentListId,
    Version,
    View,
    WorkerId,
)
from kernel.callers import Caller
from kernel.clock import WARSAW
from kernel.transactions import Transaction
from services.benefits.domain.ledger import Account
from services.benefits.domain.money import zloty
from services.benefits.domain.months import days_in, first_day
from services.benefits.domain.payment_files import FileForm
from services.benefits.domain.payment_list import PaymentLine, PaymentList
from services.benefits.domain.payment_terms import (
    LineKind,
    PaymentLineState,
    PaymentListState,
    Payout,
)
from services.benefits.store.ledger import Ledger
from services.benefits.store.payment_lists import PaymentLists

_COUNT = Field(ge=0, examples=[12])


class OrderView(View):
    """The export that holds."""

    by: WorkerId
    on: Day
    execute_on: Day
    without_account: Payout
    files: Annotated[
        dict[FileForm, str],
        Field(description="SHA-256 of each file that was made; the files are not kept."),
    ]


class PaymentListView(View):
    """A payment list without its lines: nobody is named."""

    id: PaymentListId
    month: Month
    status: PaymentListState
    line_count: Annotated[int, _COUNT]
    held_count: Annotated[int, _COUNT]
    returned_count: Annotated[int, _COUNT]
    total: Annotated[
        Amount, Field(description="What is listed; of a paid list what was paid at first.")
    ]
    drafted_by: WorkerId
    drafted_on: Day
    approved_by: WorkerId | None
    approved_on: Day | None
    order: OrderView | None
    paid_by: WorkerId | None
    paid_on: Day | None
    bank_reference: str | None
    version: Version


class PaymentListsView(View):
    """Payment lists, the latest first."""

    items: list[PaymentListView]


class PaymentLineView(View):
    """One payment: for which award, for which month, how much."""

    id: PaymentLineId
    number: Annotated[int, Field(ge=1, examples=[1])]
    kind: LineKind
    award_id: AwardId
    client_id: ClientId
    month: Month
    correction_no: Annotated[
        int, Field(ge=0, examples=[0], description="How many lines were let go for it before.")
    ]
    amount: Annotated[Amount, Field(description="What is paid out.")]
    kept_back: Annotated[
        Amount,
        Field(description="Of what is owed, set off against overpayments.", examples=["0.00"]),
    ]
    status: PaymentLineState
    payout: Annotated[Payout | None, Field(description="None before the export.")]
    reason: Annotated[
        str | None, Field(description="Why it is held or came back.", examples=["account_closed"])
    ]


class PaymentLinesView(View):
    """The lines of a payment list, also those that are held or came back."""

    items: list[PaymentLineView]


class AccountView(View):
    """What was booked on one account."""

    account: Account
    debit: Amount
    credit: Amount
    balance: Annotated[Money, Field(description="Debit less credit.")]


class LedgerView(View):
    """Every account; the balances add up to nothing."""

    month: Annotated[Month | None, Field(description="None: all that was ever booked.")]
    accounts: list[AccountView]
    sum: Annotated[Money, Field(examples=["0.00"])]


def payment_list_view(one: PaymentList) -> PaymentListView:
    """A list as whoever works with it sees it."""
    states = [line.state for line in one.lines]
    return PaymentListView(
        id=one.id,
        month=one.month,
        status=one.state,
        line_count=len(one.listed),
        held_count=states.count(PaymentLineState.HELD),
        returned_count=states.count(PaymentLineState.RETURNED),
        total=zloty(one.total),
        drafted_by=one.drafted_by,
        drafted_on=one.drafted_at.astimezone(WARSAW).date(),
        approved_by=one.approved_by,
        approved_on=one.approved_on,
        order=_order(one),
        paid_by=one.paid_by,
        paid_on=one.paid_on,
        bank_reference=one.bank_reference,
        version=one.version,
    )


def _order(one: PaymentList) -> OrderView | None:
    if not one.orders:
        return None
    held = one.order
    return OrderView(
        by=held.by,
        on=held.at.astimezone(WARSAW).date(),
        execute_on=held.execute_on,
        without_account=held.without_account,
        files={FileForm(form): mark for form, mark in held.files.items()},
    )


def payment_line_view(line: PaymentLine) -> PaymentLineView:
    """A line of a list."""
    return PaymentLineView(
        id=line.id,
        number=line.number,
        kind=line.due.kind,
        award_id=line.due.cause_id,
        client_id=line.due.client_id,
        month=line.due.month,
        correction_no=line.due.correction_no,
        amount=zloty(line.amount),
        kept_back=zloty(line.due.kept_back),
        status=line.state,
        payout=line.payout,
        reason=line.reason,
    )


async def latest_lists(
    tx: Transaction, by: Caller, month: Month | None, limit: int
) -> PaymentListsView:
    """The lists of the caller's institution."""
    found = await PaymentLists(tx, by).latest(month, limit)
    return PaymentListsView(items=[payment_list_view(one) for one in found])


async def lines_of(
    tx: Transaction, by: Caller, list_id: UUID
) -> tuple[PaymentList, PaymentLinesView]:
    """A list, and its lines."""
    found = await PaymentLists(tx, by).find(list_id)
    return found, PaymentLinesView(items=[payment_line_view(line) for line in found.lines])


async def ledger_view(tx: Transaction, by: Caller, month: Month | None) -> LedgerView:
    """The books of the caller's institution: of what was booked in a month, or of all."""
    span = _span(month) if month else (None, None)
    found = await Ledger(tx, by).balances(*span)
    accounts = [
        AccountView(
            account=one.account,
            debit=zloty(one.debit),
            credit=zloty(one.credit),
            balance=zloty(one.balance),
        )
        for one in found
    ]
    return LedgerView(month=month, accounts=accounts, sum=zloty(sum(one.balance for one in found)))


def _span(month: Month) -> tuple[date, date]:
    first = first_day(month)
    return first, first.replace(day=days_in(month))
