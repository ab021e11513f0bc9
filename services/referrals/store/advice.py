"""Finding and keeping who advises whom; who a worker is, by name; passing her duties on."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from contracts.sections import Section
from kernel import kinship, relations
from kernel.callers import Caller
from kernel.rights import Seat, permits
from kernel.tables import restrictions
from kernel.transactions import Transaction
from services.referrals.domain.advice import Actor, Advice, AdviceNotFound, Colleague
from services.referrals.domain.duty import Audience, DutyKind
from services.referrals.store.charges import Charges
from services.referrals.tables.advice import (
    advice,
    closed_cases,
    contacts,
    handovers,
    support_periods,
    workers,
)
from services.referrals.tables.duties import duties

# Taken before one looks whether there is an adviser: of two who assign at once the second sees the first.
_TURN = sa.text("SELECT pg_advisory_xact_lock(7041, hashtext(:client_id))")
_HANDFUL = 50


class Advisers:
    """The advisers of the clients that a caller's institution may see; `by=None` is the house itself."""

    def __init__(self, tx: Transaction, *, by: Caller | None) -> None:
        self._tx = tx
        self._by = by
        self._all = sa.select(Advice)
        if by is not None:
            seen = relations.visible(advice.c.client_id, by, Section.PLAN)
            self._all = self._all.where(seen)

    async def take_turn(self, client_id: UUID) -> None:
        """Wait for whoever is just assigning this client an adviser."""
        await self._tx.session.execute(_TURN, {"client_id": str(client_id)})

    async def get(self, advice_id: UUID) -> Advice:
        """Fetch for change: the row stays locked, so that a client is handed over once."""
        query = self._all.where(advice.c.id == advice_id).with_for_update()
        found = await self._tx.session.scalar(query)
        if found is None:
            raise AdviceNotFound
        return found

    async def these(self, ids: Iterable[UUID]) -> list[Advice]:
        """Several for change, in the order of their ids; those that are not hers to see are left out."""
        query = self._all.where(advice.c.id.in_(list(ids))).order_by(advice.c.id)
        return list(await self._tx.session.scalars(query.with_for_update()))

    async def active(self, client_id: UUID, institution: UUID) -> UUID | None:
        """Who advises a person at an institution, under whichever of her ids."""
        query = sa.select(advice.c.id).where(
            kinship.of_person(advice.c.client_id, client_id),
            advice.c.institution == institution,
            advice.c.ended_on.is_(None),
        )
        return await self._tx.session.scalar(query.limit(1))

    async def of_person(self, client_id: UUID, institution: UUID | None = None) -> list[Advice]:
        """Everybody who advises a person, for change; at one institution or at all."""
        query = self._all.where(
            kinship.of_person(advice.c.client_id, client_id), advice.c.ended_on.is_(None)
        )
        if institution is not None:
            query = query.where(advice.c.institution == institution)
        locked = query.order_by(advice.c.id).with_for_update()
        return list(await self._tx.session.scalars(locked))

    async def unchecked(self, today: date) -> Sequence[Advice]:
        """A handful that the clock has not looked at today; what others hold is left to the next round."""
        query = (
            self._all.where(
                advice.c.ended_on.is_(None),
                sa.or_(advice.c.checked_on.is_(None), advice.c.checked_on < today),
            )
            .order_by(advice.c.id)
            .limit(_HANDFUL)
            .with_for_update(skip_locked=True)
        )
        return (await self._tx.session.scalars(query)).all()

    async def keep(self, *kept: Advice) -> None:
        """Keep them at once: what ends makes room for what is kept after it."""
        self._tx.session.add_all(kept)
        await self._tx.session.flush()

    async def pass_duties(self, given: Charges, to: str | None) -> None:
        """Let what workers owe about their clients be another's to do, or the institution's."""
        key = [duties.c.thing_id, duties.c.kind, duties.c.institution]
        mine = sa.select(*key).where(
            given.in_hand(duties.c.client_id, duties.c.worker),
            duties.c.institution == given.institution,
        )
        # Locked in the order in which they are written down.
        held = mine.order_by(*key).with_for_update().cte("held")
        statement = sa.update(duties).where(*(c == held.c[c.name] for c in key))
        await self._tx.session.execute(statement.values(worker=to))

    async def found_one(self, given: Advice) -> None:
        """Strike that the client has no adviser: the managers need look no further."""
        statement = sa.delete(duties).where(
            duties.c.kind == DutyKind.NEW_CLIENT,
            duties.c.audience == Audience.MANAGER,
            duties.c.institution == given.institution,
            kinship.of_person(duties.c.client_id, given.client_id),
        )
        await self._tx.session.execute(statement)


def actor(by: Caller) -> Actor:
    """Who does something, and whether the policies make her a manager of her institution."""
    return Actor(by.worker, by.institution, manages(by))


def manages(by: Caller) -> bool:
    """Whether a caller decides for other workers: whoever may hand over a whole caseload."""
    return permits(Seat.of(by), "HandOverCaseload")


async def restricted(tx: Transaction, client_ids: Collection[UUID]) -> set[UUID]:
    """Which of these clients' data may only be kept."""
    query = sa.select(restrictions.c.client_id).where(restrictions.c.client_id.in_(client_ids))
    return set(await tx.session.scalars(query))


async def meet(tx: Transaction, by: Caller) -> None:
    """Learn a worker's name from her own token."""
    if by.name == "?":
        return
    row = {"name": by.name[:200], "confirmed": True}
    statement = insert(workers).values(institution=by.institution, code=by.worker, **row)
    await tx.session.execute(
        statement.on_conflict_do_update(
            index_elements=["institution", "code"],
            set_=row,
            where=sa.or_(workers.c.name != row["name"], ~workers.c.confirmed),
        )
    )


async def be_told(tx: Transaction, institution: UUID, of: Colleague) -> None:
    """Note a colleague's name as told; what her own token said is not changed by it."""
    row = {"name": of.name, "confirmed": False}
    statement = insert(workers).values(institution=institution, code=of.code, **row)
    await tx.session.execute(
        statement.on_conflict_do_update(
            index_elements=["institution", "code"], set_=row, where=~workers.c.confirmed
        )
    )


async def forget(tx: Transaction, client_id: UUID) -> None:
    """Leave nothing of advisers and contacts of somebody who is erased."""
    everyone = await kinship.family(tx.session, client_id)
    hers = sa.select(advice.c.id).where(advice.c.client_id.in_(everyone))
    pending = sa.select(handovers.c.id).where(handovers.c.client_id.in_(everyone))
    things = sa.union_all(hers, pending)
    await tx.session.execute(sa.delete(duties).where(duties.c.thing_id.in_(things)))
    for table in (contacts, handovers, advice, support_periods, closed_cases):
        await tx.session.execute(sa.delete(table).where(table.c.client_id.in_(everyone)))


async def close_case(tx: Transaction, client_id: UUID) -> None:
    """Note that nobody need advise her now."""
    statement = insert(closed_cases).values(client_id=client_id)
    await tx.session.execute(statement.on_conflict_do_nothing())


async def reopen_case(tx: Transaction, client_id: UUID) -> None:
    """Note that somebody should advise her again, under whichever of her ids it was said.

    A closing under an id that does not go on stays: it holds again once the records are parted.
    """
    goes_on = await kinship.survivor(tx.session, client_id)
    reopened = closed_cases.c.client_id.in_({client_id, goes_on})
    await tx.session.execute(sa.delete(closed_cases).where(reopened))
