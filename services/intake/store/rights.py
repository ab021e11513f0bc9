"""Finding and keeping a person's requests, restrictions and holds, proposals to erase, closed cases."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.values import BasisKind, InstitutionKind
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import kinships
from kernel.tables import relations as live
from kernel.transactions import Transaction
from services.intake.domain.closing import Closing
from services.intake.domain.erasure import Erasure, ErasureNotFound, Hold
from services.intake.domain.restriction import Restriction
from services.intake.domain.retention import Kept, kept_longest
from services.intake.domain.subject_request import SubjectRequest, SubjectRequestNotFound
from services.intake.store.sealing import Sealer, key_of
from services.intake.tables.clients import clients
from services.intake.tables.rights import (
    closings,
    erasure_proposals,
    holds,
    restriction_orders,
    subject_requests,
)

NOTE: Sealer[str | None] = Sealer("subject_request", str | None)


class SubjectRequests:
    """The requests of data subjects to one caller's institution; they outlive the client's record."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def add(self, request: SubjectRequest) -> None:
        """Keep a new one."""
        await _add(self._tx, subject_requests, request, **await self._sealed(request))

    async def to_answer(self, request_id: UUID) -> SubjectRequest:
        """Fetch for a decision: the row stays locked, so of two answers one is the first."""
        query = sa.select(subject_requests).where(
            subject_requests.c.id == request_id,
            subject_requests.c.institution == self._by.institution,
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise SubjectRequestNotFound
        return await load_subject_request(self._tx, row)

    async def keep(self, request: SubjectRequest) -> None:
        """Keep the changes."""
        await _keep(self._tx, subject_requests, request, **await self._sealed(request))

    async def _sealed(self, request: SubjectRequest) -> dict[str, Any]:
        if request.note is None:
            return {}
        key = await key_of(self._tx, request.client_id)
        return {"sealed": NOTE.seal(key, request.note)}


async def load_subject_request(tx: Transaction, row: Any) -> SubjectRequest:
    """A request from its row; of whoever was erased, without its words."""
    key = await tx.vault.find_key(tx.session, row.client_id)
    note = NOTE.open(key, row.sealed) if key and row.sealed else None
    return SubjectRequest(**_fields(SubjectRequest, row), note=note)


class Restrictions:
    """Why the data of clients are restricted."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, restriction: Restriction) -> None:
        """Keep a new one."""
        await _add(self._tx, restriction_orders, restriction)

    async def standing(self, client_id: UUID) -> Restriction | None:
        """The one that stands."""
        query = sa.select(restriction_orders).where(
            restriction_orders.c.client_id == client_id, restriction_orders.c.lifted_at.is_(None)
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        return None if row is None else Restriction(**_fields(Restriction, row))

    async def keep(self, restriction: Restriction) -> None:
        """Keep its end."""
        await _keep(self._tx, restriction_orders, restriction)


class Holds:
    """What must not be erased whatever its age."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, hold: Hold) -> None:
        """Keep a new one."""
        await _add(self._tx, holds, hold)

    async def find(self, client_id: UUID, hold_id: UUID) -> Hold | None:
        """Fetch for change, whichever of her records it was placed on."""
        query = sa.select(holds).where(
            kinship.of_person(holds.c.client_id, client_id), holds.c.id == hold_id
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        return None if row is None else Hold(**_fields(Hold, row))

    async def keep(self, hold: Hold) -> None:
        """Keep its end."""
        await _keep(self._tx, holds, hold)

    async def standing(self, client_ids: Sequence[UUID], today: date) -> list[Hold]:
        """Those that stand on a day, oldest first, whichever institution placed them."""
        query = sa.select(holds).where(holds.c.client_id.in_(client_ids)).order_by(holds.c.id)
        found = [Hold(**_fields(Hold, row)) for row in await self._tx.session.execute(query)]
        return [hold for hold in found if hold.stands(today)]


class Erasures:
    """What one caller's institution proposed to erase."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def add(self, erasure: Erasure) -> bool:
        """Keep a new one; false if another one is undecided."""
        statement = insert(erasure_proposals).values(**_row(erasure_proposals, erasure))
        kept = statement.on_conflict_do_nothing().returning(sa.true())
        return bool(await self._tx.session.scalar(kept))

    async def to_decide(self, erasure_id: UUID) -> Erasure:
        """Fetch for a decision."""
        query = sa.select(erasure_proposals).where(
            erasure_proposals.c.id == erasure_id,
            erasure_proposals.c.institution == self._by.institution,
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise ErasureNotFound
        return Erasure(**_fields(Erasure, row))

    async def keep(self, erasure: Erasure) -> None:
        """Keep the decision."""
        await _keep(self._tx, erasure_proposals, erasure)


class Closings:
    """When cases were closed."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx

    async def add(self, closing: Closing) -> None:
        """Keep a new one."""
        await _add(self._tx, closings, closing)

    async def standing(self, client_id: UUID) -> Closing | None:
        """The one that stands; none: the case is open."""
        query = sa.select(closings).where(
            closings.c.client_id == client_id, closings.c.reopened_at.is_(None)
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        return None if row is None else Closing(**_fields(Closing, row))

    async def keep(self, closing: Closing) -> None:
        """Keep the reopening."""
        await _keep(self._tx, closings, closing)


async def consents_ended_on(tx: Transaction, client_ids: Sequence[UUID]) -> list[date]:
    """The last day of every consent of a client; one without an end ends at the end of time."""
    query = sa.select(live.c.closed_at, live.c.until).where(
        live.c.client_id.in_(client_ids), live.c.basis == BasisKind.CONSENT.value
    )
    rows = await tx.session.execute(query)
    closed = [(r.closed_at.date() if r.closed_at else date.max, r.until or date.max) for r in rows]
    return [min(ends) for ends in closed]


async def lock_family(tx: Transaction, client_id: UUID) -> list[UUID]:
    """Every id of a person, the one that goes on first; their rows locked in the order of the ids.

    Asked again once they are locked: while the lock was waited for, another may have merged.
    """
    found: list[UUID] = []
    while (now := await kinship.family(tx.session, client_id)) != found:
        found = now
        query = sa.select(clients.c.id).where(clients.c.id.in_(found)).order_by(clients.c.id)
        await tx.session.execute(query.with_for_update())
    return found


async def case_closed_on(tx: Transaction, family: Sequence[UUID]) -> date | None:
    """The day the last record of a person was closed; none: one of them is open still.

    A merged id cannot be closed by itself, so closing the one that goes on closes what was merged
    into it before; what was merged into it later, and is open, stays open until it is closed anew.
    """
    first, *others = family
    standing = sa.select(closings).where(
        closings.c.client_id.in_(family), closings.c.reopened_at.is_(None)
    )
    closed = {row.client_id: row for row in await tx.session.execute(standing)}
    days: list[date] = [row.closed_on for row in closed.values()]
    if first not in closed:
        return None
    joined = await _joined_at(tx, first) if others else {}
    for other in others:
        since = joined.get(other)
        if other not in closed and (since is None or since > closed[first].closed_at):
            return None
    return max(days)


async def _joined_at(tx: Transaction, client_id: UUID) -> dict[UUID, datetime]:
    query = sa.select(kinships.c.kin_id, kinships.c.joined_at).where(
        kinships.c.client_id == client_id, kinships.c.parted_at.is_(None)
    )
    return {row.kin_id: row.joined_at for row in await tx.session.execute(query)}


async def kept_of(tx: Transaction, family: Sequence[UUID]) -> list[Kept]:
    """How long the law keeps each class of a person's records, whichever of her ids they lie under."""
    closed_on, ended = await case_closed_on(tx, family), await consents_ended_on(tx, family)
    return kept_longest(await _registrar_kinds(tx, family), closed_on, ended)


async def _registrar_kinds(tx: Transaction, family: Sequence[UUID]) -> list[InstitutionKind]:
    query = sa.select(clients.c.registered_by).where(clients.c.id.in_(family)).distinct()
    registrars = list(await tx.session.scalars(query))
    known = await relations.parties_named(tx.session, registrars)
    kinds = [known[one].kind if one in known else None for one in registrars]
    # Whoever registered her is known by now; if not, the longest rule is the safe one.
    return [InstitutionKind(kind or InstitutionKind.OPS) for kind in kinds]


def _row(table: sa.Table, thing: Any) -> dict[str, Any]:
    return {f.name: getattr(thing, f.name) for f in fields(thing) if f.name in table.c}


def _fields(kind: Any, row: Any) -> dict[str, Any]:
    return {f.name: getattr(row, f.name) for f in fields(kind) if hasattr(row, f.name)}


async def _add(tx: Transaction, table: sa.Table, thing: Any, **more: Any) -> None:
    await tx.session.execute(sa.insert(table).values(**_row(table, thing), **more))


async def _keep(tx: Transaction, table: sa.Table, thing: Any, **more: Any) -> None:
    statement = sa.update(table).where(table.c.id == thing.id)
    await tx.session.execute(statement.values(**_row(table, thing), **more))
