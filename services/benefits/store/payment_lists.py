"""Finding and keeping payment lists; sealing what each line pays under a key of the list's own."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict, TypeAdapter

from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.award_states import MonthState
from services.benefits.domain.payment_list import (
    OPEN,
    Done,
    Due,
    Kept,
    Order,
    PaymentLine,
    PaymentList,
)
from services.benefits.domain.payment_terms import (
    PaymentLineState,
    PaymentListNotFound,
    PaymentListState,
)
from services.benefits.store import award_months
from services.benefits.store.ledger import Ledger
from services.benefits.tables.awards import awards
from services.benefits.tables.payments import payment_lines, payment_lists


class _Sums(BaseModel):
    model_config = ConfigDict(frozen=True)

    amount: int
    kept: tuple[Kept, ...]


# A bare number is a line of which nothing is kept back: most are, and so the first release wrote all.
_AMOUNTS = TypeAdapter(dict[int, int | _Sums])
_ORDERS = TypeAdapter(list[Order])
_SAME = (
    "id", "institution", "month", "drafted_by", "drafted_at", "state", "total", "approved_by",
    "approved_on", "by_account", "paid_by", "paid_on", "bank_reference", "version",
)  # fmt: skip
_OF_DUE = ("kind", "cause_id", "client_id", "month", "correction_no")
_TURN = sa.text("SELECT pg_advisory_xact_lock(7012, hashtext(CAST(:institution AS text)))")


class PaymentLists:
    """The payment lists of the caller's institution, whoever the clients on them are."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(payment_lists).where(payment_lists.c.institution == by.institution)

    async def take_turn(self) -> None:
        """Wait until nobody else of the institution draws up a list: what is payable is looked at once."""
        await self._tx.session.execute(_TURN, {"institution": str(self._by.institution)})

    async def find(self, list_id: UUID) -> PaymentList:
        """One, to read."""
        return await self._load(self._all.where(payment_lists.c.id == list_id))

    async def get(self, list_id: UUID) -> PaymentList:
        """One, for change: the row stays locked, so of two verbs at once the second sees the first."""
        query = self._all.where(payment_lists.c.id == list_id)
        return await self._load(query.with_for_update(of=payment_lists))

    async def open_ones(self) -> list[UUID]:
        """Those that wait for somebody."""
        query = self._all.where(payment_lists.c.state.in_(OPEN)).order_by(payment_lists.c.id)
        return [row.id for row in await self._tx.session.execute(query)]

    async def latest(self, month: str | None, limit: int) -> list[PaymentList]:
        """The latest first; with a month: those that pay it."""
        query = self._all.order_by(payment_lists.c.id.desc()).limit(limit)
        if month is not None:
            query = query.where(payment_lists.c.month == month)
        rows = (await self._tx.session.execute(query)).all()
        return [await self._opened(row) for row in rows]

    async def add(self, made: PaymentList, done: Done) -> None:
        """Keep a new one."""
        key = await self._tx.vault.key_for(self._tx.session, made.id)
        amounts = {line.number: _sums(line.due) for line in made.lines}
        sealed = key.seal(_AMOUNTS.dump_json(amounts), _place(made.id))
        await self._tx.session.execute(
            sa.insert(payment_lists).values(**_row(made), sealed=sealed)
        )
        rows = [_line_row(made, line) for line in done.lines]
        await self._tx.session.execute(sa.insert(payment_lines), rows)
        self._tx.record(*done.events)

    async def keep(self, changed: PaymentList, done: Done) -> None:
        """Keep what a verb made of it: the list, its lines, the books, what is announced."""
        session = self._tx.session
        mine = payment_lists.c.id == changed.id
        await session.execute(sa.update(payment_lists).where(mine).values(**_row(changed)))
        rows = [
            {"at": line.id, "to": line.state, "by": line.payout, "why": line.reason}
            for line in done.lines
        ]
        if rows:  # a list whose every line is held back is cancelled without moving one
            await session.execute(_MOVE, rows)
        await self._mark(changed, done.lines)
        await Ledger(self._tx, self._by).book(done.postings, list_id=changed.id)
        # Paid by law whatever her data's standing; and a header cannot name five hundred clients.
        self._tx.record(*done.events, follows=True)
        self._tx.unnamed.update({event.subject for event in done.events} - {changed.id})

    async def _mark(self, changed: PaymentList, lines: Sequence[PaymentLine]) -> None:
        """Tell the awards which months are spoken for: what is approved or paid changes no more."""
        causes = {line.due.cause_id for line in lines}
        # In one order, as an approval locks them: whoever changes an award waits, and then sees the marks.
        held = sa.select(awards.c.id).where(awards.c.id.in_(causes)).order_by(awards.c.id)
        await self._tx.session.execute(held.with_for_update())
        for line in lines:
            state = _month_state(changed, line)
            await award_months.mark(self._tx, line.due.cause_id, [line.due.month], state)

    async def _load(self, query: sa.Select[Any]) -> PaymentList:
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise PaymentListNotFound
        return await self._opened(row)

    async def _opened(self, row: Any) -> PaymentList:
        key = await self._tx.vault.find_key(self._tx.session, row.id)
        if key is None:
            raise PaymentListNotFound
        amounts = _AMOUNTS.validate_json(key.open(row.sealed, _place(row.id)))
        query = sa.select(payment_lines).where(payment_lines.c.list_id == row.id)
        lines = (await self._tx.session.execute(query.order_by(payment_lines.c.number))).all()
        return PaymentList(
            **{name: getattr(row, name) for name in _SAME},
            orders=_ORDERS.validate_python(row.orders),
            lines=[_line(one, amounts[one.number]) for one in lines],
        )


_MOVE = (
    sa.update(payment_lines)
    .where(payment_lines.c.id == sa.bindparam("at"))
    .values(state=sa.bindparam("to"), payout=sa.bindparam("by"), reason=sa.bindparam("why"))
)


def _row(one: PaymentList) -> dict[str, Any]:
    orders = _ORDERS.dump_python(one.orders, mode="json")
    return {name: getattr(one, name) for name in _SAME} | {"orders": orders}


def _line_row(one: PaymentList, line: PaymentLine) -> dict[str, Any]:
    due = {name: getattr(line.due, name) for name in _OF_DUE}
    return due | {
        "id": line.id,
        "list_id": one.id,
        "number": line.number,
        "state": line.state,
        "payout": line.payout,
        "reason": line.reason,
    }


def _sums(due: Due) -> int | _Sums:
    return _Sums(amount=due.amount, kept=due.kept) if due.kept else due.amount


def _line(row: Any, sums: int | _Sums) -> PaymentLine:
    said = (
        {"amount": sums} if isinstance(sums, int) else {"amount": sums.amount, "kept": sums.kept}
    )
    due = Due(**{name: getattr(row, name) for name in _OF_DUE}, **said)
    return PaymentLine(row.id, row.number, due, row.state, row.payout, row.reason)


def _month_state(one: PaymentList, line: PaymentLine) -> MonthState:
    if line.state is PaymentLineState.PAID:
        return MonthState.PAID
    spoken_for = one.state in {PaymentListState.APPROVED, PaymentListState.EXPORTED}
    if spoken_for and line.state is PaymentLineState.LISTED:
        return MonthState.APPROVED
    return MonthState.DUE


def clients_of(one: PaymentList) -> Sequence[UUID]:
    """Whom a list names, each once."""
    return sorted({line.due.client_id for line in one.lines})


def _place(list_id: UUID) -> str:
    return f"payment-list:{list_id}"
