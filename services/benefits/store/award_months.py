"""The months of awards: where each stands, and which are due to be paid."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.values import Month
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.award import Award
from services.benefits.domain.award_states import PAYABLE, STANDING, MonthState
from services.benefits.domain.schedule import MonthLine
from services.benefits.tables.award_life import award_months
from services.benefits.tables.awards import awards


class DueMonth(NamedTuple):
    """One month of one award that can be paid."""

    award_id: UUID
    client_id: UUID
    line: MonthLine


async def keep(tx: Transaction, award: Award, key: ClientKey) -> None:
    """Lay the months down as the award has them; one that was cancelled keeps what it was."""
    rows = [
        {
            "award_id": award.id,
            "month": line.month,
            "client_id": award.client_id,
            "institution": award.institution,
            "step": line.step,
            "state": award.states.get(line.month, MonthState.PLANNED),
            "sealed": key.seal(line.model_dump_json().encode(), _place(award.id, line.month)),
        }
        for line in award.months
    ]
    if rows:
        statement = insert(award_months)
        changes = {name: statement.excluded[name] for name in ("step", "state", "sealed")}
        await tx.session.execute(
            statement.on_conflict_do_update(index_elements=["award_id", "month"], set_=changes),
            rows,
        )
    gone = sa.update(award_months).where(
        award_months.c.award_id == award.id,
        award_months.c.month.not_in([line.month for line in award.months]),
        award_months.c.state.in_(STANDING),
    )
    await tx.session.execute(gone.values(state=MonthState.CANCELLED))


async def states_of(tx: Transaction, ids: Iterable[UUID]) -> dict[UUID, dict[Month, MonthState]]:
    """Where the months of some awards stand."""
    columns = (award_months.c.award_id, award_months.c.month, award_months.c.state)
    query = sa.select(*columns).where(award_months.c.award_id.in_(list(ids)))
    found: dict[UUID, dict[Month, MonthState]] = {}
    for award_id, month, state in await tx.session.execute(query):
        found.setdefault(award_id, {})[month] = state
    return found


async def due_months(tx: Transaction, month: Month, institution: UUID) -> list[DueMonth]:
    """What an institution has to pay for a month; of a client without a key nothing is known."""
    query = sa.select(award_months).where(
        award_months.c.institution == institution,
        award_months.c.month == month,
        award_months.c.state == MonthState.DUE,
    )
    rows = (await tx.session.execute(query.order_by(award_months.c.award_id))).all()
    keys = {row.client_id: await tx.vault.find_key(tx.session, row.client_id) for row in rows}
    return [
        DueMonth(row.award_id, row.client_id, _open(row.sealed, row.award_id, row.month, key))
        for row in rows
        if (key := keys[row.client_id])
    ]


async def mark(
    tx: Transaction, award_id: UUID, months: Sequence[Month], state: MonthState
) -> None:
    """Say of months that they were approved, paid or corrected: whoever pays them knows."""
    statement = sa.update(award_months).where(
        award_months.c.award_id == award_id, award_months.c.month.in_(months)
    )
    await tx.session.execute(statement.values(state=state))


async def become_due(tx: Transaction, today: Month) -> None:
    """Let what is planned become due once its month has come, if the award was granted."""
    granted = sa.select(awards.c.id).where(awards.c.state.in_(PAYABLE))
    statement = sa.update(award_months).where(
        award_months.c.state == MonthState.PLANNED,
        award_months.c.month <= today,
        award_months.c.award_id.in_(granted),
    )
    await tx.session.execute(statement.values(state=MonthState.DUE))


def _open(sealed: bytes, award_id: UUID, month: Month, key: ClientKey) -> MonthLine:
    return MonthLine.model_validate_json(key.open(sealed, _place(award_id, month)))


def _place(award_id: UUID, month: Month) -> str:
    return f"award:{award_id}:{month}"
