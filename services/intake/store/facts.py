"""Finding and keeping facts about a person, each with its provenance; nothing is overwritten."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic_core import to_jsonable_python

from contracts.intake.person import FactKind
from kernel.transactions import Transaction
from services.intake.domain.changes import facts_of, registered
from services.intake.domain.client import Client
from services.intake.domain.facts import Change, Fact, FactOrigin, Provenance
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.person import facts

_Told = tuple[Any, date | None]
FACT: Sealer[_Told] = Sealer("fact", _Told)


class Facts:
    """The facts about one client, as recorded and superseded."""

    def __init__(self, tx: Transaction, client: Client) -> None:
        self._tx = tx
        self._client = client
        self._mine = facts.c.client_id == client.id

    async def all(self) -> list[Fact]:
        """Every fact that was touched since registration, oldest first."""
        query = sa.select(facts).where(self._mine).order_by(facts.c.id)
        rows = (await self._tx.session.execute(query)).all()
        key = await key_of(self._tx, self._client.id)
        return [_fact(row, *FACT.open(key, row.sealed)) for row in rows]

    async def record(self, changes: Sequence[Change], by: Provenance) -> None:
        """Keep each change beside what it supersedes."""
        rows = []
        for change in changes:
            if not await self._supersede(change, by.recorded_at) and change.before is not None:
                before = registered(self._client, change.kind, change.before, change.item)
                rows.append(await self._row(before) | {"superseded_at": by.recorded_at})
            after = Fact(change.kind, change.item, change.after, change.since, change.origin, by)
            rows.append(await self._row(after))
        if rows:
            await self._tx.session.execute(sa.insert(facts), rows)

    async def confirm(self, kinds: set[FactKind], on: date, by: UUID) -> None:
        """Note that she confirmed everything of these kinds that is in force."""
        kept = await self._tx.session.execute(
            sa.update(facts)
            .where(self._mine, facts.c.kind.in_(kinds), facts.c.superseded_at.is_(None))
            .values(confirmed_on=on, confirmed_by=by)
            .returning(facts.c.kind, facts.c.item)
        )
        noted = {(row.kind, row.item) for row in kept}
        confirmed = {"confirmed_on": on, "confirmed_by": by}
        rows = [
            await self._row(registered(self._client, kind, value, item)) | confirmed
            for kind, item, value in facts_of(self._client)
            if kind in kinds and (kind, item) not in noted
        ]
        if rows:
            await self._tx.session.execute(sa.insert(facts), rows)

    async def _supersede(self, change: Change, at: datetime) -> bool:
        """Close the fact in force; false if it came with the registration and has no row yet."""
        same = facts.c.item == change.item if change.item else facts.c.item.is_(None)
        closed = await self._tx.session.execute(
            sa.update(facts)
            .where(self._mine, facts.c.kind == change.kind, same, facts.c.superseded_at.is_(None))
            .values(superseded_at=at)
            .returning(facts.c.id)
        )
        return closed.first() is not None

    async def _row(self, fact: Fact) -> dict[str, Any]:
        key = await key_of(self._tx, self._client.id)
        # All rows of one statement have the same columns.
        return {
            "client_id": self._client.id,
            "kind": fact.kind,
            "item": fact.item,
            "origin": fact.origin,
            "source": fact.provenance.source,
            "sealed": FACT.seal(key, (to_jsonable_python(fact.value), fact.since)),
            "recorded_by": fact.provenance.recorded_by,
            "recorded_at": fact.provenance.recorded_at,
            "confirmed_on": fact.confirmed_on,
            "confirmed_by": fact.confirmed_by,
            "superseded_at": fact.superseded_at,
        }


def _fact(row: Any, value: Any, since: date | None) -> Fact:
    provenance = Provenance(row.source, row.recorded_by, row.recorded_at)
    return Fact(
        kind=row.kind,
        item=row.item,
        value=value,
        since=since,
        origin=FactOrigin(row.origin),
        provenance=provenance,
        confirmed_on=row.confirmed_on,
        confirmed_by=row.confirmed_by,
        superseded_at=row.superseded_at,
    )
