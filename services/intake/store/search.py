"""Finding clients among those one caller's institution may see."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY

from contracts.sections import Section
from kernel import clock, relations
from kernel.callers import Caller
from kernel.tables import aliases, client_keys
from kernel.transactions import Transaction
from services.intake.domain.search import Asked, Born, Hit, guesses, meant
from services.intake.tables.clients import clients
from services.intake.tables.search import client_marks, client_words, file_numbers

# Up to so many clients of one institution are laid into a hash that each row of a word is held
# against; of an institution with more, most rows are hers anyway. Measured at 1,000,000 clients
# (docs/benchmarks.md): with 10,000 the hash takes 2 ms and looking up 30, with 100,000 both take 7.
_HASH_AT_MOST = 30_000
_TEXTS = ARRAY(sa.Text)


class Search:
    """The clients the caller's institution may see, by what is known of them.

    Whether a row may be seen is decided before anything is counted or cut off.
    """

    def __init__(self, tx: Transaction, by: Caller) -> None:
        self._session = tx.session
        self._by = by
        self._related: int | None = None

    async def by_words(self, asked: Asked, limit: int) -> list[Hit]:
        """By name and perhaps birth date: whole names first, then in the order of the words."""
        who = {"institution": self._by.institution, "today": clock.today()}
        if self._related is None:
            self._related = await self._session.scalar(_RELATED, who) or 0
        statement = _THROUGH_HASH if self._related <= _HASH_AT_MOST else _ONE_BY_ONE
        first, last = asked.born or _ANY_DAY
        what = {
            "low": [span.low for span in asked.spans],
            "high": [span.high for span in asked.spans],
            "earlier": [span.earlier for span in asked.spans],
            "beside": asked.beside,
            "part": asked.lead.part,
            "first": first,
            "last": last,
            "most": limit,
        }
        rows = (await self._session.execute(statement, who | what)).all()
        return _hits(sorted(rows, key=lambda row: not asked.is_whole(row.hit_word, row.hit_rest)))

    async def by_marks(
        self,
        marks: Sequence[Sequence[bytes]],
        file_number: Sequence[bytes],
        asked: Asked | None,
        born: Born,
        limit: int,
        *,
        reached: bool,
    ) -> list[Hit]:
        """By every identifier that is given, and by birth date and name; `reached`: by telephone too."""
        query = sa.select(clients.c.id.label("client_id"), clients.c.family, clients.c.given)
        if reached:
            # Who finds her by her number has it confirmed: only whom her contact was shown.
            query = query.where(relations.visible(clients.c.id, self._by, Section.CONTACT))
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
            query = query.where(_is_called(asked))
        query = query.where(sa.case((_seen(clients.c.id), True), else_=False))
        query = query.order_by(clients.c.family, clients.c.given, clients.c.id).limit(limit)
        found = _listed(query.cte("hits"), "family", "given", "client_id")
        who = {"institution": self._by.institution, "today": clock.today()}
        return _hits((await self._session.execute(found, who)).all())

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
        somebody = relations.any_row(client_words.c.word == wanted)
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


_ANY_DAY = (date.min, date.max)
_institution = sa.bindparam("institution", type_=sa.Uuid)
_today = sa.bindparam("today", type_=sa.Date)


def _seen(client_id: Any) -> sa.ColumnElement[bool]:
    """The condition that the institution that asks may see her today; whatever else still lies there."""
    live = relations.in_force(client_id, _institution, _today)
    return sa.and_(relations.any_row(live), _lives(client_id))


def _lives(client_id: Any) -> sa.ColumnElement[bool]:
    """The condition that she is not erased: whose key is destroyed is."""
    return relations.any_row(client_keys.c.client_id == client_id)


def _walk(sieve: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """Along the index of words, as far as the answer needs."""
    w, most = client_words, sa.bindparam("most", type_=sa.Integer)
    names = ("low", "high", "earlier")
    span = (
        sa.func.unnest(*(sa.bindparam(name, type_=_TEXTS) for name in names))
        .table_valued(*(sa.column(name, sa.Text) for name in names), name="span")
        .render_derived()
    )
    part = sa.bindparam("part", type_=sa.Text)
    walk = (
        sa.select(w.c.client_id, w.c.word, w.c.rest)
        .where(
            w.c.word >= span.c.low,
            w.c.word < span.c.high,
            w.c.rest.like(sa.all_(sa.bindparam("beside", type_=_TEXTS))),
            w.c.rest.not_like(span.c.earlier),
            sa.or_(part.is_(None), sa.type_coerce(w.c.part, sa.Text) == part),
            w.c.birth_date.between(
                sa.bindparam("first", type_=sa.Date), sa.bindparam("last", type_=sa.Date)
            ),
            # The one form whose order the planner keeps: the cheap condition first.
            sa.case((sieve, _seen(w.c.client_id)), else_=False),
        )
        .order_by(w.c.word, w.c.rest, w.c.client_id)
        .limit(most)
        .lateral("walk")
    )
    order = (walk.c.word, walk.c.rest, walk.c.client_id)
    hits = sa.select(walk).select_from(span.join(walk, sa.true())).order_by(*order).limit(most)
    return _listed(hits.cte("hits"), "word", "rest", "client_id")


def _listed(hits: sa.CTE, *order: str) -> sa.Select[Any]:
    """What a list shows of them; a merged record leads to the one that goes on."""
    person = sa.func.coalesce(aliases.c.survivor, hits.c.client_id)
    merged = hits.outerjoin(aliases, aliases.c.client_id == hits.c.client_id)
    return (
        sa.select(*_SHOWN, *(hits.c[name].label(f"hit_{name}") for name in order))
        .select_from(merged.join(clients, clients.c.id == person))
        .where(sa.or_(aliases.c.client_id.is_(None), _seen(clients.c.id)))
        .order_by(*(hits.c[name] for name in order))
    )


_SHOWN = (
    clients.c.id, clients.c.given, clients.c.family, clients.c.birth_date, clients.c.status,
    clients.c.registered_by, clients.c.municipality,
    clients.c.pesel_index.is_not(None).label("has_pesel"),
)  # fmt: skip
# Made once: to build them anew for each search cost more than to run them.
_ONE_BY_ONE = _walk(sa.true())
_THROUGH_HASH = _walk(
    client_words.c.client_id.in_(relations.acquaintances(_institution, _HASH_AT_MOST))
)
_RELATED = sa.select(sa.func.count()).select_from(
    relations.acquaintances(_institution, _HASH_AT_MOST + 1).subquery()
)


def _is_called(asked: Asked) -> sa.ColumnElement[bool]:
    """The condition that a client has every word that was typed in her name."""
    w, (span,) = client_words, asked.spans
    conditions = [w.c.client_id == clients.c.id, w.c.word >= span.low, w.c.word < span.high]
    if asked.lead.part:
        conditions.append(w.c.part == asked.lead.part)
    return relations.any_row(*conditions, *(w.c.rest.like(pattern) for pattern in asked.beside))


def _hits(rows: Sequence[Any]) -> list[Hit]:
    """Each client once: a merged record and the one that goes on may both be found."""
    hits = {
        row.id: Hit(
            client_id=row.id,
            given=row.given,
            family=row.family,
            birth_date=row.birth_date,
            has_pesel=row.has_pesel,
            status=row.status,
            registered_by=row.registered_by,
            municipality=row.municipality,
        )
        for row in rows
    }
    return list(hits.values())
