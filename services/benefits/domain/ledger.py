"""The ledger: what was booked, each time from one account to another, so that it always balances."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Account(StrEnum):
    """An account of the books of support."""

    PROGRAMME_COST = "programme_cost"
    """What support costs the programme (koszt programu)."""
    OBLIGATIONS = "obligations"
    """What is owed to clients and not yet paid (zobowiązania wobec świadczeniobiorców)."""
    BANK = "bank"
    """The institution's bank account (rachunek bankowy)."""
    CASH_DESK = "cash_desk"
    """What the cash desk pays out (kasa)."""
    OVERPAYMENTS = "overpayments"
    """What clients were paid and must give back (należności z tytułu świadczeń nienależnych)."""
    WRITTEN_OFF = "written_off"
    """What is not asked back (należności umorzone)."""


class PostingKind(StrEnum):
    """Why something was booked."""

    RECOGNISED = "recognised"
    """A list was approved: its lines are owed now."""
    WITHDRAWN = "withdrawn"
    """What was owed is not: a line held back, a list cancelled, a payment that came back."""
    PAID = "paid"
    RETURNED = "returned"
    """The bank gave a payment back."""
    SET_OFF = "set_off"
    """A list that was paid kept it back for an overpayment (potrącenie)."""
    CLAIMED = "claimed"
    """It was decided that an overpayment is to be repaid (decyzja o zwrocie)."""
    REPAID = "repaid"
    WAIVED = "waived"


@dataclass(frozen=True)
class Posting:
    """So many grosze from one account (Ma, credit) to another (Wn, debit)."""

    kind: PostingKind
    debit: Account
    credit: Account
    amount: int
    booked_on: date
    line_id: UUID | None = None
    """The one line it is about; none: all that the list pays."""

    def __post_init__(self) -> None:
        """One that moves nothing, or moves it nowhere, is a bug."""
        if self.amount <= 0 or self.debit is self.credit:
            raise ValueError("a posting moves a positive amount between two accounts")


def recognised(amount: int, on: date) -> Posting:
    """The programme owes it to clients now."""
    return Posting(PostingKind.RECOGNISED, Account.PROGRAMME_COST, Account.OBLIGATIONS, amount, on)


def withdrawn(amount: int, on: date, line_id: UUID | None = None) -> Posting:
    """The programme does not owe it any more."""
    return Posting(
        PostingKind.WITHDRAWN, Account.OBLIGATIONS, Account.PROGRAMME_COST, amount, on, line_id
    )


def paid(amount: int, source: Account, on: date) -> Posting:
    """It went to the clients."""
    return Posting(PostingKind.PAID, Account.OBLIGATIONS, source, amount, on)


def returned(amount: int, source: Account, on: date, line_id: UUID) -> Posting:
    """It came back."""
    return Posting(PostingKind.RETURNED, source, Account.OBLIGATIONS, amount, on, line_id)


def set_off(amount: int, on: date) -> Posting:
    """It is owed to them no more, and they owe it no more."""
    return Posting(PostingKind.SET_OFF, Account.OBLIGATIONS, Account.OVERPAYMENTS, amount, on)


def claimed(amount: int, on: date) -> Posting:
    """It cost the programme nothing after all: it is to come back."""
    return Posting(PostingKind.CLAIMED, Account.OVERPAYMENTS, Account.PROGRAMME_COST, amount, on)


def repaid(amount: int, on: date) -> Posting:
    """It came back, into the bank."""
    return Posting(PostingKind.REPAID, Account.BANK, Account.OVERPAYMENTS, amount, on)


def waived(amount: int, on: date) -> Posting:
    """It is not asked back."""
    return Posting(PostingKind.WAIVED, Account.WRITTEN_OFF, Account.OVERPAYMENTS, amount, on)


@dataclass(frozen=True)
class Balance:
    """What was booked on one account, in grosze."""

    account: Account
    debit: int = 0
    credit: int = 0

    @property
    def balance(self) -> int:
        """Debit less credit: over all accounts it is nought."""
        return self.debit - self.credit


def balances(booked: Iterable[tuple[Account, Account, int]]) -> list[Balance]:
    """Every account, also the silent ones, after sums from (credit) to (debit) an account."""
    debit, credit = dict.fromkeys(Account, 0), dict.fromkeys(Account, 0)
    for taker, giver, amount in booked:
        debit[taker] += amount
        credit[giver] += amount
    return [Balance(account, debit[account], credit[account]) for account in Account]
