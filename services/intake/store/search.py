"""Finding clients among those one caller's institution may see."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from kernel import relations
from kernel.callers import Caller
from kernel.tables import aliases, client_keys
from kernel.transactions import Transaction
from services.intake.domain.search import Asked, Born, Hit, guesses, meant
from services.intake.tables.clients import clients
from services.intake.tables.search import client_marks, client_words, file_numbers

# Up to so many clients of one institution are laid into a hash that each row of a word is held
# against; of an institution with more, most rows are hers anyway. Measured at 1,000,000 clients
# (docs/benchmarks.md): with 10,000 the hash takes 2 ms and looking up 20, with 100,000 7 ms and 3.
_HASH_AT_MOST = 30_000
_TEXTS = ARRAY(sa.Text)


class Search:
    """The clients the caller's institution may see, by what is known of them.

    Whether a row may be seen is decided before anything is counted or cut off.
    """

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._session = tx.session
        self._by = by

    async def by_words(self, asked: Asked, limit: int) -> list[Hit]:
        """By name and perhaps birth date: whole names first, then in the order of the words."""
        related = await relations.count_related(self._session, self._by, _HASH_AT_MOST + 1)
        w, span = client_words, _spans(asked)
        at_most = _HASH_AT_MOST if related <= _HASH_AT_MOST else None
        sieve = relations.related(w.c.client_id, self._by, at_most=at_most)
        # Along the index from word to word, as far as the answer needs.
        walk = (
            sa.select(w.c.client_id, w.c.word, w.c.rest)
            .where(
                *_called(asked, span.c.low, span.c.high),
                w.c.rest.not_like(span.c.earlier),
                # The one form whose order the planner keeps: the cheap condition first.
                sa.case((sieve, self._sees(w.c.client_id)), else_=False),
            )
            .order_by(w.c.word, w.c.rest, w.c.client_id)
            .limit(limit)
            .lateral("walk")
        )
        order = (walk.c.word, walk.c.rest, walk.c.client_id)
        hits = sa.select(walk).select_from(span.join(walk, sa.true())).order_by(*order)
        rows = await self._listed(hits.limit(limit).cte("hits"), "word", "rest", "client_id")
        return _hits(sorted(rows, key=lambda row: not asked.is_whole(row.hit_word, row.hit_rest)))

    async def by_marks(
        self,
        marks: Sequence[Sequence[bytes]],
        file_number: Sequence[bytes],
        asked: Asked | None,
        born: Born,
        limit: int,
    ) -> list[Hit]:
        """By every identifier that is given, and by birth date and name."""
        query = sa.select(clients.c.id.label("client_id"), clients.c.family, clients.c.given)
        for indexes in marks:
            having = sa.select(client_marks.c.client_id).where(
                client_marks.c.fingerprint.in_(indexes)
            )
            query = query.where(clients.c.id.in_(having))
        if file_number:
            having = sa.select(file_numbers.c.client_id).where(
                file_numbers.c.institution == self._by.institution,
                file_numbers.c.fingerprint.in_(file_number),
            )
            query = query.where(clients.c.id.in_(having))
        if born:
            query = query.where(clients.c.birth_date.between(*born))
        if asked:
            (span,) = asked.spans
            called = _called(asked, span.low, span.high)
            query = query.where(
                sa.exists().where(client_words.c.client_id == clients.c.id, *called)
            )
        query = query.where(sa.case((self._sees(clients.c.id), True), else_=False))
        query = query.order_by(clients.c.family, clients.c.given, clients.c.id).limit(limit)
        return _hits(await self._listed(query.cte("hits"), "family", "given", "client_id"))

    async def by_slips(self, asked: Asked, limit: int) -> list[Hit]:
        """The same with one letter of one word changed, the longest word first."""
        for token, candidates in guesses(asked):
            words = await self._known(candidates)
            hits = await self.by_words(meant(asked, token, words), limit) if words else []
            if hits:
                return hits
        return []

    async def _known(self, words: Sequence[str]) -> list[str]:
        """Which of these words stand in anybody's name."""
        wanted = sa.func.unnest(sa.literal(list(words), _TEXTS)).column_valued("wanted")
        somebody = sa.exists().where(client_words.c.word == wanted)
        return list(await self._session.scalars(sa.select(wanted).where(somebody)))

    async def out_of_sight(self, marks: Sequence[bytes]) -> list[UUID]:
        """Who has an identifier but may not be seen by the caller."""
        query = (
            sa.select(client_marks.c.client_id)
            .where(
                client_marks.c.fingerprint.in_(marks),
                _lives(client_marks.c.client_id),
                ~relations.visible(client_marks.c.client_id, self._by),
            )
            .distinct()
        )
        return list(await self._session.scalars(query))

    async def _listed(self, hits: sa.CTE, *order: str) -> Sequence[Any]:
        """What a list shows of them; a merged record leads to the one that goes on."""
        person = sa.func.coalesce(aliases.c.survivor, hits.c.client_id)
        query = (
            sa.select(clients, *(hits.c[name].label(f"hit_{name}") for name in order))
            .select_from(
                hits.outerjoin(aliases, aliases.c.client_id == hits.c.client_id).join(
                    clients, clients.c.id == person
                )
            )
            .where(sa.or_(aliases.c.client_id.is_(None), self._sees(clients.c.id)))
            .order_by(*(hits.c[name] for name in order))
        )
        return (await self._session.execute(query)).all()

    def _sees(self, client_id: Any) -> sa.ColumnElement[bool]:
        return sa.and_(relations.visible(client_id, self._by), _lives(client_id))


def _lives(client_id: Any) -> sa.ColumnElement[bool]:
    """Whose key is destroyed is erased, whatever else still lies there."""
    return sa.exists().where(client_keys.c.client_id == client_id)


def _spans(asked: Asked) -> Any:
    columns = [
        sa.literal([getattr(span, name) for span in asked.spans], _TEXTS)
        for name in ("low", "high", "earlier")
    ]
    named = (sa.column(name, sa.Text) for name in ("low", "high", "earlier"))
    return sa.func.unnest(*columns).table_valued(*named, name="span").render_derived()


def _called(asked: Asked, low: Any, high: Any) -> list[sa.ColumnElement[bool]]:
    """The conditions that a row of `client_words` is of the leading word, and the others stand by."""
    w = client_words
    conditions = [
        w.c.word >= low,
        w.c.word < high,
        w.c.rest.like(sa.all_(sa.literal(asked.beside, _TEXTS))),
    ]
    if asked.lead.part:
        conditions.append(w.c.part == asked.lead.part)
    if asked.born:
        conditions.append(w.c.birth_date.between(*asked.born))
    return conditions


def _hits(rows: Sequence[Any]) -> list[Hit]:
    """Each client once: a merged record and the one that goes on may both be found."""
    hits = {
        row.id: Hit(
            client_id=row.id,
            given=row.given,
            family=row.family,
            birth_date=row.birth_date,
            has_pesel=row.pesel_index is not None,
            status=row.status,
            registered_by=row.registered_by,
            municipality=row.municipality,
        )
        for row in rows
    }
    return list(hits.values())
