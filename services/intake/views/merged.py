"""One person whose records were merged: what is read of her is read over all of them."""

from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel import kinship
from kernel.transactions import Transaction
from services.intake.tables.means import households
from services.intake.views.means import means


async def merged_into(tx: Transaction, client_id: UUID) -> list[UUID]:
    """The ids that stand for this one."""
    return [one for one in await kinship.family(tx.session, client_id) if one != client_id]


async def means_of_person(tx: Transaction, client_id: UUID, on: date) -> dict[str, Any] | None:
    """Household of a day, and incomes, over every record of the person; none: no such client."""
    family = await kinship.family(tx.session, client_id)
    told = {one: found for one in family if (found := await means(tx, one, on)) is not None}
    if not told:
        return None
    together = dict(next(iter(told.values())))
    for found in list(told.values())[1:]:
        for name, value in found.items():
            together[name] = _together(together.get(name), value)
    if len(told) > 1 and (lead := await _household_of(tx, list(told), on)):
        for name in ("household_size", "members"):
            together[name] = told[lead][name]
    return together


def _together(mine: Any, theirs: Any) -> Any:
    if isinstance(mine, list) and isinstance(theirs, list):
        return [*mine, *(entry for entry in theirs if entry not in mine)]
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return theirs | mine
    return theirs if mine is None else mine


async def _household_of(tx: Transaction, ids: list[UUID], on: date) -> UUID | None:
    """Whose household counts on a day: the one declared last for a day until then, else the earliest."""
    mine = sa.select(households.c.client_id).where(households.c.client_id.in_(ids))
    by_then = mine.where(households.c.valid_from <= on).order_by(
        households.c.valid_from.desc(), households.c.id.desc()
    )
    earliest = mine.order_by(households.c.valid_from, households.c.id.desc())
    found = await tx.session.scalar(by_then.limit(1))
    return found or await tx.session.scalar(earliest.limit(1))
