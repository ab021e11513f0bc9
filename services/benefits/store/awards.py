"""Finding and keeping awards; sealing every amount and the working that led to it."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter

from contracts.sections import Section
from contracts.values import Amount
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.benefits.domain.award import OPEN, Award, AwardNotFound
from services.benefits.domain.schedule import MonthLine
from services.benefits.domain.trace import Trace
from services.benefits.tables.awards import awards

_AMOUNTS: TypeAdapter[tuple[Decimal, tuple[MonthLine, ...], Trace]] = TypeAdapter(
    tuple[Amount, tuple[MonthLine, ...], Trace]
)


class Awards:
    """The awards of the clients that a caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._all = seen_by(by)

    async def get(self, award_id: UUID) -> Award:
        """Fetch for change: the row stays locked, so two decisions cannot both be the first."""
        query = self._all.where(awards.c.id == award_id).with_for_update(of=awards)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise AwardNotFound
        return await load_award(self._tx, row)

    async def overlapping(self, award: Award) -> UUID | None:
        """An open award of the same person for any of the same months, whoever computed it.

        Her keys stay locked, so of two at the same instant the second sees the first.
        """
        session = self._tx.session
        await self._tx.vault.key_for(session, award.client_id)
        turn = sa.select(client_keys.c.client_id).where(
            kinship.of_person(client_keys.c.client_id, award.client_id)
        )
        await session.execute(turn.order_by(client_keys.c.client_id).with_for_update())
        query = sa.select(awards.c.id).where(
            kinship.of_person(awards.c.client_id, award.client_id),
            awards.c.state.in_(OPEN),
            awards.c.first_month <= award.last_month,
            awards.c.last_month >= award.first_month,
        )
        return await session.scalar(query.order_by(awards.c.first_month).limit(1))

    async def add(self, award: Award) -> None:
        """Keep a new one."""
        key = await self._tx.vault.key_for(self._tx.session, award.client_id)
        sealed = key.seal(
            _AMOUNTS.dump_json((award.lost_benefit, award.months, award.trace)), _place(award.id)
        )
        await self._tx.session.execute(sa.insert(awards).values(**_row(award), sealed=sealed))

    async def keep(self, award: Award) -> None:
        """Keep a decision; what was computed stays as it was."""
        statement = sa.update(awards).where(awards.c.id == award.id)
        await self._tx.session.execute(statement.values(**_decision(award)))


def seen_by(by: Caller) -> sa.Select[Any]:
    """The awards of every client to whom the caller's institution has a live relation."""
    return sa.select(awards).where(relations.visible(awards.c.client_id, by, Section.AWARDS))


async def load_award(tx: Transaction, row: Any) -> Award:
    """An award from its row; without its client's key it is gone."""
    key = await tx.vault.find_key(tx.session, row.client_id)
    if key is None:
        raise AwardNotFound
    return open_award(row, key)


def open_award(row: Any, key: ClientKey) -> Award:
    """An award from its row, opened with its client's key."""
    lost_benefit, months, trace = _AMOUNTS.validate_json(key.open(row.sealed, _place(row.id)))
    return Award(
        id=row.id,
        client_id=row.client_id,
        institution=row.institution,
        computed_by=row.computed_by,
        municipality=row.municipality,
        employment_started_on=row.employment_started_on,
        preset=row.preset,
        start_rule=row.start_rule,
        lost_benefit=lost_benefit,
        months=months,
        trace=trace,
        lb_mode=row.lb_mode,
        state=row.state,
        version=row.version,
        approved_by=row.approved_by,
        approved_on=row.approved_on,
        rejected_by=row.rejected_by,
        rejected_on=row.rejected_on,
        rejection_reason=row.rejection_reason,
    )


def _row(award: Award) -> dict[str, Any]:
    return _decision(award) | {
        "id": award.id,
        "client_id": award.client_id,
        "institution": award.institution,
        "computed_by": award.computed_by,
        "municipality": award.municipality,
        "employment_started_on": award.employment_started_on,
        "preset": award.preset,
        "start_rule": award.start_rule,
        "first_month": award.first_month,
        "last_month": award.last_month,
        "lb_mode": award.lb_mode,
    }


def _decision(award: Award) -> dict[str, Any]:
    return {
        "state": award.state,
        "version": award.version,
        "approved_by": award.approved_by,
        "approved_on": award.approved_on,
        "rejected_by": award.rejected_by,
        "rejected_on": award.rejected_on,
        "rejection_reason": award.rejection_reason,
    }


def _place(award_id: UUID) -> str:
    return f"award:{award_id}"
