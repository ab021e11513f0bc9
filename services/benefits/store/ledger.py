"""Booking, and summing up what was booked."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from kernel import clock, ids
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.ledger import Balance, Posting, balances
from services.benefits.tables.payments import postings


class Ledger:
    """The books of one institution."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._session = tx.session
        self._by = by

    async def book(
        self,
        made: Iterable[Posting],
        *,
        list_id: UUID | None = None,
        overpayment_id: UUID | None = None,
    ) -> None:
        """Write down what a payment list moves, or a step of an overpayment."""
        rows = [
            {
                "id": ids.new(),
                "institution": self._by.institution,
                "list_id": list_id,
                "overpayment_id": overpayment_id,
                "line_id": one.line_id,
                "kind": one.kind,
                "debit": one.debit,
                "credit": one.credit,
                "amount": one.amount,
                "booked_on": one.booked_on,
                "booked_at": clock.now(),
                "booked_by": self._by.worker,
            }
            for one in made
        ]
        if rows:
            await self._session.execute(sa.insert(postings), rows)

    async def balances(self, first: date | None, last: date | None) -> list[Balance]:
        """Every account with what was booked from a day to a day, both inclusive."""
        query = sa.select(postings.c.debit, postings.c.credit, sa.func.sum(postings.c.amount))
        query = query.where(postings.c.institution == self._by.institution)
        if first is not None and last is not None:
            query = query.where(postings.c.booked_on.between(first, last))
        rows = await self._session.execute(query.group_by(postings.c.debit, postings.c.credit))
        return balances((debit, credit, int(amount)) for debit, credit, amount in rows)
