"""Finding and keeping corrections of awards; the months they change lie sealed."""

from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import BaseModel, ConfigDict

from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.award import Award
from services.benefits.domain.correction import (
    AwardCorrectionNotFound,
    Correction,
    CorrectionState,
)
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.trace import Trace
from services.benefits.tables.award_life import award_corrections


class _Sealed(BaseModel):
    model_config = ConfigDict(frozen=True)

    replaced: tuple[MonthLine, ...]
    months: tuple[MonthLine, ...]
    trace: Trace | None


class Corrections:
    """The corrections of one award, which whoever asks has in hand."""

    def __init__(self, tx: Transaction, award: Award) -> None:
        self._tx = tx
        self._award = award

    async def get(self, correction_id: UUID) -> Correction:
        """One of them; the award's own lock holds it."""
        query = sa.select(award_corrections).where(
            award_corrections.c.id == correction_id,
            award_corrections.c.award_id == self._award.id,
        )
        row = (await self._tx.session.execute(query)).first()
        key = await self._tx.vault.find_key(self._tx.session, self._award.client_id)
        if row is None or key is None:
            raise AwardCorrectionNotFound
        return open_correction(row, key)

    async def waiting(self) -> UUID | None:
        """The one that waits for a decision."""
        query = sa.select(award_corrections.c.id).where(
            award_corrections.c.award_id == self._award.id,
            award_corrections.c.state == CorrectionState.PROPOSED,
        )
        return await self._tx.session.scalar(query.limit(1))

    async def add(self, correction: Correction) -> None:
        """Keep a new one."""
        key = await self._tx.vault.key_for(self._tx.session, correction.client_id)
        said = _Sealed(
            replaced=correction.replaced, months=correction.months, trace=correction.trace
        )
        row = {
            "id": correction.id,
            "award_id": correction.award_id,
            "client_id": correction.client_id,
            "institution": correction.institution,
            "reason": correction.reason,
            "first_month": correction.first_month,
            "proposed_by": correction.proposed_by,
            "proposed_on": correction.proposed_on,
            "sealed": key.seal(said.model_dump_json().encode(), _place(correction.id)),
        }
        await self._tx.session.execute(
            sa.insert(award_corrections).values(row | _decision(correction))
        )

    async def keep(self, correction: Correction) -> None:
        """Keep a decision."""
        statement = sa.update(award_corrections).where(award_corrections.c.id == correction.id)
        await self._tx.session.execute(statement.values(_decision(correction)))


async def corrections_of(tx: Transaction, award: Award) -> list[Correction]:
    """All corrections of an award, the oldest first."""
    query = sa.select(award_corrections).where(award_corrections.c.award_id == award.id)
    rows = (await tx.session.execute(query.order_by(award_corrections.c.id))).all()
    key = await tx.vault.find_key(tx.session, award.client_id) if rows else None
    return [open_correction(row, key) for row in rows if key]


def open_correction(row: Any, key: ClientKey) -> Correction:
    """One from its row, opened with its client's key."""
    said = _Sealed.model_validate_json(key.open(row.sealed, _place(row.id)))
    return Correction(
        id=row.id,
        award_id=row.award_id,
        client_id=row.client_id,
        institution=row.institution,
        reason=row.reason,
        replaced=said.replaced,
        months=said.months,
        trace=said.trace,
        proposed_by=row.proposed_by,
        proposed_on=row.proposed_on,
        state=row.state,
        decided_by=row.decided_by,
        decided_on=row.decided_on,
    )


def _decision(correction: Correction) -> dict[str, Any]:
    return {
        "state": correction.state,
        "decided_by": correction.decided_by,
        "decided_on": correction.decided_on,
    }


def _place(correction_id: UUID) -> str:
    return f"correction:{correction_id}"
