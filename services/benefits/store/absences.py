"""Finding and keeping the days on which a client is not at home."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from kernel import ids, kinship
from kernel.callers import Caller
from kernel.transactions import Transaction
from services.benefits.domain.absence import AbsenceKind
from services.benefits.domain.visit_flags import Absence
from services.benefits.tables.vouchers import absences


async def absences_of(tx: Transaction, client_id: UUID) -> Sequence[Absence]:
    """When she was away; not why."""
    query = sa.select(absences.c.first_day, absences.c.last_day)
    mine = query.where(kinship.of_person(absences.c.client_id, client_id))
    rows = await tx.session.execute(mine.order_by(absences.c.first_day))
    return [Absence(*row) for row in rows]


async def keep_absence(
    tx: Transaction,
    client_id: UUID,
    kind: AbsenceKind,
    days: tuple[date, date | None],
    by: Caller,
) -> UUID:
    """Keep one; where she is tells of her health, so it lies sealed."""
    key = await tx.vault.key_for(tx.session, client_id)
    absence_id = ids.new()
    await tx.session.execute(
        sa.insert(absences).values(
            id=absence_id,
            client_id=client_id,
            institution=by.institution,
            first_day=days[0],
            last_day=days[1],
            recorded_by=by.worker,
            sealed=key.seal(kind.value.encode(), f"absence:{absence_id}"),
        )
    )
    return absence_id
