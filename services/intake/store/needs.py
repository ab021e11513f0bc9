"""Finding and keeping needs, strengths, assessments and diagnoses."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from contracts.intake import Urgency
from kernel import kinship
from kernel.transactions import Transaction
from kernel.vault import ClientKey
from services.intake.domain.assessment import Assessment, Diagnosis
from services.intake.domain.need import (
    Closing,
    Need,
    NeedKind,
    NeedNotFound,
    Strength,
    StrengthKind,
)
from services.intake.store.sealing import Sealer, key_of, keys_of
from services.intake.tables.needs import assessments, diagnoses, needs, strengths

_NeedFacts = tuple[NeedKind, Urgency, str | None]
NEED: Sealer[_NeedFacts] = Sealer("need", _NeedFacts)
CLOSING: Sealer[Closing] = Sealer("need_closing", Closing)
_StrengthFacts = tuple[StrengthKind, str | None]
STRENGTH: Sealer[_StrengthFacts] = Sealer("strength", _StrengthFacts)
_Scores = tuple[dict[str, int], str | None]
SCORES: Sealer[_Scores] = Sealer("assessment", _Scores)
_Words = tuple[str, str | None]
WORDS: Sealer[_Words] = Sealer("diagnosis", _Words)


class Needs:
    """What was found out about one person, under whichever of her ids. Everything stays."""

    def __init__(self, tx: Transaction, client_id: UUID) -> None:
        self._tx = tx
        self._client_id = client_id

    async def add(self, need: Need) -> None:
        """Keep a need."""
        facts = (need.kind, need.urgency, need.note)
        await self._insert(
            needs,
            id=need.id,
            due_on=need.due_on,
            sealed=NEED.seal(await self._key(), facts),
            added_by=need.added_by,
            added_at=need.added_at,
        )

    async def get(self, need_id: UUID) -> Need:
        """One need; the client's own row is locked already."""
        found = [need for need in await self.all() if need.id == need_id]
        if not found:
            raise NeedNotFound
        return found[0]

    async def close(self, need: Need) -> None:
        """Keep what became of it."""
        if need.closing is None:
            raise ValueError("an open need has no closing to keep")
        sealed = CLOSING.seal(await key_of(self._tx, need.client_id), need.closing)
        statement = sa.update(needs).where(needs.c.id == need.id)
        await self._tx.session.execute(statement.values(sealed_closing=sealed))

    async def all(self) -> list[Need]:
        """Every need, the earliest first."""
        rows = await self._rows(needs, needs.c.id)
        keys = await keys_of(self._tx, rows)
        return [_need(row, keys[row.client_id]) for row in rows]

    async def add_strength(self, strength: Strength) -> None:
        """Keep a strength."""
        await self._insert(
            strengths,
            id=strength.id,
            sealed=STRENGTH.seal(await self._key(), (strength.kind, strength.note)),
            added_by=strength.added_by,
            added_at=strength.added_at,
        )

    async def strengths(self) -> list[Strength]:
        """Every strength, the earliest first."""
        rows = await self._rows(strengths, strengths.c.id)
        keys = await keys_of(self._tx, rows)
        return [
            Strength(
                r.id, r.client_id, *STRENGTH.open(keys[r.client_id], r.sealed), r.added_by,
                r.added_at,
            )
            for r in rows
        ]  # fmt: skip

    async def assess(self, assessment: Assessment) -> None:
        """Keep an assessment."""
        facts = (dict(assessment.scores), assessment.note)
        await self._insert(
            assessments,
            id=assessment.id,
            instrument=assessment.instrument,
            version=assessment.version,
            assessed_on=assessment.assessed_on,
            sealed=SCORES.seal(await self._key(), facts),
            recorded_by=assessment.recorded_by,
            recorded_at=assessment.recorded_at,
        )

    async def assessments(self) -> list[Assessment]:
        """Every assessment by its day, the earliest first."""
        rows = await self._rows(assessments, assessments.c.assessed_on, assessments.c.id)
        keys = await keys_of(self._tx, rows)
        return [
            Assessment(
                r.id, r.client_id, r.instrument, r.version, r.assessed_on,
                *SCORES.open(keys[r.client_id], r.sealed), r.recorded_by, r.recorded_at,
            )
            for r in rows
        ]  # fmt: skip

    async def diagnose(self, diagnosis: Diagnosis) -> None:
        """Keep a diagnosis."""
        words = (diagnosis.text, diagnosis.summary)
        await self._insert(
            diagnoses,
            sealed=WORDS.seal(await self._key(), words),
            recorded_by=diagnosis.recorded_by,
            worker=diagnosis.worker,
            recorded_at=diagnosis.recorded_at,
        )

    async def diagnoses(self) -> list[Diagnosis]:
        """Every diagnosis, the earliest first."""
        rows = await self._rows(diagnoses, diagnoses.c.id)
        keys = await keys_of(self._tx, rows)
        return [
            Diagnosis(
                r.client_id, *WORDS.open(keys[r.client_id], r.sealed), r.recorded_by, r.worker,
                r.recorded_at,
            )
            for r in rows
        ]  # fmt: skip

    async def _key(self) -> ClientKey:
        return await key_of(self._tx, self._client_id)

    async def _rows(self, table: sa.Table, *order: Any) -> Sequence[Any]:
        query = sa.select(table).where(kinship.of_person(table.c.client_id, self._client_id))
        query = query.order_by(*order)
        return (await self._tx.session.execute(query)).all()

    async def _insert(self, table: sa.Table, **values: Any) -> None:
        await self._tx.session.execute(
            sa.insert(table).values(client_id=self._client_id, **values)
        )


def _need(row: Any, key: ClientKey) -> Need:
    kind, urgency, note = NEED.open(key, row.sealed)
    return Need(
        id=row.id,
        client_id=row.client_id,
        kind=kind,
        urgency=urgency,
        note=note,
        added_by=row.added_by,
        added_at=row.added_at,
        due_on=row.due_on,
        closing=CLOSING.open(key, row.sealed_closing) if row.sealed_closing else None,
    )
