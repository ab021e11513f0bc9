"""What is payable: months of granted awards that stand on no payment list."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable
from uuid import UUID

import sqlalchemy as sa

from contracts.values import Month
from kernel.transactions import Transaction
from services.benefits.domain.award import Award, AwardNotFound
from services.benefits.domain.award_states import PAYABLE
from services.benefits.domain.money import grosze
from services.benefits.domain.overpayment import Overpayment
from services.benefits.domain.payment_list import Claim, Due, Kept
from services.benefits.domain.payment_terms import LET_GO, LineKind
from services.benefits.store.awards import load_award
from services.benefits.store.overpayments import claimed_of
from services.benefits.tables.awards import awards
from services.benefits.tables.payments import payment_lines


async def payable(tx: Transaction, institution: UUID, month: Month, most: int) -> list[Due]:
    """Up to a month, also what was left unpaid of earlier ones; the earliest first, at most so many."""
    due: list[Due] = []
    query = sa.select(awards).where(
        awards.c.institution == institution,
        awards.c.first_month <= month,
        _months_until(month) > _lines_of(awards.c.id, month),
    )
    claimed = await claimed_of(tx, query.with_only_columns(awards.c.id))
    async for award in _paying(tx, query):
        known = await _known(tx, award.id)
        owing = claimed.get(award.id, [])
        due += [one for one in _dues(award, known, owing) if one.month <= month]
    return sorted(due, key=lambda one: (one.month, one.cause_id))[:most]


async def owed(tx: Transaction, award_ids: Iterable[UUID]) -> set[Claim]:
    """What these awards pay by now, month by month; they stay as they are until the commit."""
    query = sa.select(awards).where(awards.c.id.in_(set(award_ids)))
    found = [award async for award in _paying(tx, query.with_for_update(of=awards))]
    claimed = await claimed_of(tx, query.with_only_columns(awards.c.id), for_change=True)
    return {due.claim for award in found for due in _dues(award, {}, claimed.get(award.id, []))}


async def _paying(tx: Transaction, query: sa.Select[tuple[object, ...]]) -> AsyncIterator[Award]:
    query = query.where(awards.c.state.in_(PAYABLE)).order_by(awards.c.id)
    for row in (await tx.session.execute(query)).all():
        try:
            yield await load_award(tx, row)
        except AwardNotFound:
            continue  # its client was erased


def _dues(
    award: Award, known: dict[Month, int | None], claimed: Iterable[Overpayment]
) -> Iterable[Due]:
    """The months of an award that pay something and are held by no line, less what they keep back."""
    for line in award.months:
        number = known.get(line.month, 0)
        # Of a month that the bank gave back something may have been kept: that came to her already.
        left = grosze(line.amount) - sum(grosze(one.kept_of(line.month)) for one in claimed)
        if left > 0 and number is not None:
            yield Due(
                LineKind.DEGRESSIVE_AWARD,
                award.id,
                award.client_id,
                line.month,
                number,
                left,
                _kept(claimed, line.month, left),
            )


def _kept(claimed: Iterable[Overpayment], month: Month, left: int) -> tuple[Kept, ...]:
    kept = []
    for one in claimed:
        amount = min(grosze(one.to_keep(month)), left)
        if amount:
            kept.append(Kept(one.id, amount))
            left -= amount
    return tuple(kept)


async def _known(tx: Transaction, award_id: UUID) -> dict[Month, int | None]:
    """By month how many lines were let go; none: one still holds it."""
    lines = payment_lines.c
    query = sa.select(lines.month, lines.state).where(
        lines.kind == LineKind.DEGRESSIVE_AWARD, lines.cause_id == award_id
    )
    rows = (await tx.session.execute(query)).all()
    let_go = Counter(row.month for row in rows if row.state in LET_GO)
    held = {row.month for row in rows if row.state not in LET_GO}
    return {month: None if month in held else let_go[month] for month in held | let_go.keys()}


def _lines_of(award_id: sa.ColumnElement[UUID], month: Month) -> sa.ScalarSelect[int]:
    """How many of its months stand on a line: awards paid in full need not be opened again."""
    lines = payment_lines.c
    held = sa.select(sa.func.count()).where(
        lines.kind == LineKind.DEGRESSIVE_AWARD,
        lines.cause_id == award_id,
        lines.month <= month,
        lines.state.not_in(LET_GO),
    )
    return held.scalar_subquery()


def _months_until(month: Month) -> sa.ColumnElement[int]:
    """How many calendar months an award has until a month, inclusive."""
    last = sa.func.least(awards.c.last_month, month)
    return _number(last) - _number(awards.c.first_month) + 1


def _number(month: sa.ColumnElement[str]) -> sa.ColumnElement[int]:
    year = sa.cast(sa.func.substr(month, 1, 4), sa.Integer)
    return year * 12 + sa.cast(sa.func.substr(month, 6, 2), sa.Integer)
