"""Finding clients who look alike, and keeping the pairs that a person must decide."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert

from kernel import kinship, relations
from kernel.callers import Caller
from kernel.tables import client_keys
from kernel.transactions import Transaction
from services.intake.domain.client import Client
from services.intake.domain.duplicate import Duplicate, DuplicateNotFound, DuplicateState
from services.intake.domain.likeness import (
    LISTED,
    Candidate,
    OnPaper,
    Trait,
    compare,
    mistyped,
)
from services.intake.store.clients import PARTICULARS
from services.intake.tables.clients import clients
from services.intake.tables.duplicates import duplicate_pairs

_BY_BIRTH, _BY_NAME = 150, 50
_HOME = Trait.SAME_MUNICIPALITY.points + Trait.SAME_STREET.points
"""What a home can add at most: below it nobody's address is opened."""


class Duplicates:
    """Who looks alike among the clients that one caller's institution may see."""

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._tx = tx
        self._by = by

    async def one_at_a_time(self, birth_date: date) -> None:
        """Let others who register somebody born on that day wait, so that the second sees the first."""
        lock = sa.text(
            "SELECT pg_advisory_xact_lock(7005, CAST(:day AS date) - '1900-01-01'::date)"
        )
        await self._tx.session.execute(lock.bindparams(sa.bindparam("day", birth_date, sa.Date)))

    async def alike(self, person: OnPaper, but: Iterable[UUID] = ()) -> list[Candidate]:
        """Who looks like a person, the likest first. Nobody whom the caller may not see is among them."""
        rows = (await self._tx.session.execute(_BLOCK, _block_of(person))).all()
        near = [c for row in rows if (c := self._near(person, row)).score >= LISTED]
        if not near:
            return []
        seen = await self._visible([c.client_id for c in near])
        left_out = set(but)
        found = [c for c in near if c.client_id in seen and c.client_id not in left_out]
        return sorted(found, key=lambda c: (-c.score, c.client_id))

    def _near(self, person: OnPaper, row: Any) -> Candidate:
        """Names and days first: an address is opened only where it could make the difference."""
        other = OnPaper(
            row.given, row.family, row.birth_date, row.municipality, None, row.pesel_index
        )
        found = Candidate(row.id, compare(person, other))
        if person.street is None or found.score < LISTED - _HOME:
            return found
        key = self._tx.vault.unwrap(row.wrapped, row.id)
        residence = PARTICULARS.open(key, row.sealed).residence
        street = residence.street if residence else None
        return Candidate(row.id, compare(person, replace(other, street=street)))

    async def _visible(self, ids: Sequence[UUID]) -> set[UUID]:
        query = sa.select(clients.c.id).where(
            clients.c.id.in_(ids), relations.visible(clients.c.id, self._by)
        )
        return set(await self._tx.session.scalars(query))

    async def decided(self, client_id: UUID) -> set[UUID]:
        """With whom a client is known not to be the same, or is kept apart for a reason."""
        both = (duplicate_pairs.c.first_id, duplicate_pairs.c.second_id)
        query = sa.select(*both).where(
            sa.or_(*(column == client_id for column in both)),
            duplicate_pairs.c.state.in_([DuplicateState.NOT_DUPLICATE, DuplicateState.LINKED]),
        )
        rows = await self._tx.session.execute(query)
        return {one for row in rows for one in row} - {client_id}

    async def add(self, pair: Duplicate) -> bool:
        """Keep a new pair; false if the two are a pair already."""
        statement = insert(duplicate_pairs).values(
            id=pair.id, first_id=pair.first, second_id=pair.second, score=pair.score,
            traits=list(pair.traits), found_at=pair.found_at, owner=pair.owner,
            due_on=pair.due_on, **_decision(pair),
        )  # fmt: skip
        statement = statement.on_conflict_do_nothing(index_elements=["first_id", "second_id"])
        return bool(await self._tx.session.scalar(statement.returning(sa.true())))

    async def to_decide(self, pair_id: UUID) -> Duplicate:
        """Fetch a pair for a decision, which only the institution gives whose turn it is."""
        query = sa.select(duplicate_pairs).where(
            duplicate_pairs.c.id == pair_id, duplicate_pairs.c.owner == self._by.institution
        )
        row = (await self._tx.session.execute(query.with_for_update())).first()
        if row is None:
            raise DuplicateNotFound
        return load_pair(row)

    async def keep(self, pair: Duplicate) -> None:
        """Keep a decision."""
        statement = sa.update(duplicate_pairs).where(duplicate_pairs.c.id == pair.id)
        await self._tx.session.execute(statement.values(**_decision(pair)))

    async def settle(
        self, one: UUID, other: UUID, state: DuplicateState, at: datetime, pair_id: UUID
    ) -> None:
        """What a merge, or its undoing, says of the two; whoever was parted is not proposed again."""
        first, second = sorted((one, other))
        changed: dict[str, Any] = {
            "state": state, "link": None, "decided_by": self._by.worker, "decided_at": at,
        }  # fmt: skip
        statement = insert(duplicate_pairs).values(
            id=pair_id, first_id=first, second_id=second, score=0, traits=[], found_at=at,
            owner=self._by.institution, due_on=at.date(), version=1, **changed,
        )  # fmt: skip
        statement = statement.on_conflict_do_update(
            index_elements=["first_id", "second_id"],
            set_=changed | {"version": duplicate_pairs.c.version + 1},
        )
        await self._tx.session.execute(statement)


def on_paper(client: Client, pesel_index: bytes | None) -> OnPaper:
    """What of a client is compared."""
    home = client.residence
    return OnPaper(
        given=client.name.given,
        family=client.name.family,
        birth_date=client.birth_date,
        municipality=home.municipality if home else None,
        street=home.street if home else None,
        pesel_index=pesel_index,
    )


def load_pair(row: Any) -> Duplicate:
    """A pair from its row."""
    return Duplicate(
        id=row.id,
        first=row.first_id,
        second=row.second_id,
        score=row.score,
        traits=tuple(Trait(trait) for trait in row.traits),
        found_at=row.found_at,
        owner=row.owner,
        due_on=row.due_on,
        state=row.state,
        link=row.link,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        version=row.version,
    )


def _decision(pair: Duplicate) -> dict[str, Any]:
    return {
        "state": pair.state,
        "link": pair.link,
        "decided_by": pair.decided_by,
        "decided_at": pair.decided_at,
        "version": pair.version,
    }


def _block_of(person: OnPaper) -> dict[str, Any]:
    near = mistyped(person.birth_date)
    swapped = [d for d in near if (d.year, d.day, d.month) == _year_month_day(person.birth_date)]
    return {
        "days": [person.birth_date, *swapped],
        "family": person.family,
        "near": sorted(near.difference(swapped)),
    }


def _year_month_day(day: date) -> tuple[int, int, int]:
    return day.year, day.month, day.day


def _branch(*conditions: Any, limit: int) -> Any:
    query = (
        sa.select(
            clients.c.id, clients.c.given, clients.c.family, clients.c.birth_date,
            clients.c.municipality, clients.c.pesel_index, clients.c.sealed,
            client_keys.c.wrapped,
        )
        .join(client_keys, client_keys.c.client_id == clients.c.id)
        .where(*conditions, kinship.not_merged(clients.c.id))
        .limit(limit)
    )  # fmt: skip
    return sa.select(query.subquery())


def _days(name: str) -> Any:
    return sa.bindparam(name, type_=ARRAY(sa.Date))


# One statement over two indexes: born on the same day, or of the same name and born on a day that
# one slip of the pen makes of hers.
_BLOCK = sa.union_all(
    _branch(clients.c.birth_date == sa.any_(_days("days")), limit=_BY_BIRTH),
    _branch(
        sa.func.lower(clients.c.family) == sa.func.lower(sa.bindparam("family", type_=sa.Text)),
        clients.c.birth_date == sa.any_(_days("near")),
        limit=_BY_NAME,
    ),
)
