"""Finding and keeping emergency openings and their alarms."""

from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kernel.callers import Caller
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.glass import (
    Alarm,
    AlarmNotFound,
    Emergency,
    Glass,
    GlassNotFound,
    GlassReason,
)
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.glass import alarms, glasses
from services.intake.tables.sharing import sharings

EMERGENCY: Sealer[Emergency] = Sealer("glass", Emergency)
NOTE: Sealer[str | None] = Sealer("alarm", str | None)


class Glasses:
    """Emergency openings of one caller's institution, and the alarms raised to it."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def open_now(self, client_id: UUID, reason: GlassReason, at: datetime) -> Glass | None:
        """What the caller's institution opened for this reason, if it has not ended."""
        query = (
            sa.select(glasses)
            .join(sharings, sharings.c.id == glasses.c.id)
            .where(
                glasses.c.client_id == client_id,
                glasses.c.broken_by == self._by.institution,
                glasses.c.expires_at > at,
                sharings.c.closed_at.is_(None),
            )
        )
        key = await key_of(self._tx, client_id)
        rows = await self._tx.session.execute(query.order_by(glasses.c.id))
        found = (load_glass(row, key) for row in rows)
        return next((glass for glass in found if glass.emergency.reason is reason), None)

    async def known_here(self, glass_id: UUID) -> Glass:
        """One that the caller's institution was alarmed of; whoever broke it always is."""
        alarmed = sa.exists().where(
            alarms.c.glass_id == glasses.c.id, alarms.c.institution == self._by.institution
        )
        query = sa.select(glasses).where(glasses.c.id == glass_id, alarmed)
        row = (await self._tx.session.execute(query)).first()
        if row is None:
            raise GlassNotFound
        return load_glass(row, await key_of(self._tx, row.client_id))

    async def add(self, glass: Glass) -> None:
        """Keep a new one."""
        key = await key_of(self._tx, glass.client_id)
        await self._tx.session.execute(
            sa.insert(glasses).values(
                id=glass.id,
                client_id=glass.client_id,
                broken_by=glass.broken_by,
                worker=glass.worker,
                broken_at=glass.broken_at,
                expires_at=glass.expires_at,
                sealed=EMERGENCY.seal(key, glass.emergency),
            )
        )

    async def raise_alarm(self, alarm: Alarm) -> None:
        """Keep a new alarm."""
        await self._tx.session.execute(
            sa.insert(alarms).values(
                id=alarm.id,
                client_id=alarm.glass.client_id,
                glass_id=alarm.glass.id,
                institution=alarm.institution,
                raised_at=alarm.raised_at,
            )
        )

    async def alarm(self, alarm_id: UUID) -> Alarm:
        """Fetch an alarm of the caller's institution for its review."""
        query = sa.select(alarms).where(
            alarms.c.id == alarm_id, alarms.c.institution == self._by.institution
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise AlarmNotFound
        key = await key_of(self._tx, row.client_id)
        broken = sa.select(glasses).where(glasses.c.id == row.glass_id)
        glass = (await self._tx.session.execute(broken)).one()
        return load_alarm(row, load_glass(glass, key), key)

    async def keep(self, alarm: Alarm) -> None:
        """Keep the review."""
        key = await key_of(self._tx, alarm.glass.client_id)
        statement = sa.update(alarms).where(alarms.c.id == alarm.id)
        await self._tx.session.execute(
            statement.values(
                verdict=alarm.verdict,
                sealed=NOTE.seal(key, alarm.note),
                reviewed_by=alarm.reviewed_by,
                reviewed_at=alarm.reviewed_at,
            )
        )


def load_glass(row: Any, key: ClientKey) -> Glass:
    """An emergency opening from its row."""
    return Glass(
        id=row.id,
        client_id=row.client_id,
        broken_by=row.broken_by,
        worker=row.worker,
        emergency=EMERGENCY.open(key, row.sealed),
        broken_at=row.broken_at,
        expires_at=row.expires_at,
    )


def load_alarm(row: Any, glass: Glass, key: ClientKey) -> Alarm:
    """An alarm from its row."""
    return Alarm(
        id=row.id,
        glass=glass,
        institution=row.institution,
        raised_at=row.raised_at,
        verdict=row.verdict,
        note=NOTE.open(key, row.sealed) if row.sealed else None,
        reviewed_by=row.reviewed_by,
        reviewed_at=row.reviewed_at,
    )
