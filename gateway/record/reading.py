"""Reading a record: relation, rights, sections, audit, answer. The hot path, on plain connections."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any, TypeAlias
from uuid import UUID

import asyncpg
import orjson
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.dialects.postgresql.asyncpg import dialect as asyncpg_dialect

from contracts.sections import Level, Section
from gateway.record import cards as stored
from gateway.tables import cards
from kernel import clock
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.relations import in_force
from kernel.rights import Ground, Grounds, Seat, Sight, cited, grounds, opening, sights
from kernel.tables import aliases, client_keys, parties, relations, restrictions
from kernel.vault import Vault
from kernel.why import Why, sentence


class RecordNotFound(Refusal):
    """There is no such client among those your institution may see."""

    kind = Kind.MISSING
    pl = "Wśród klientów, których może widzieć Twoja instytucja, nie ma takiego."


Connection: TypeAlias = asyncpg.Connection | asyncpg.Pool


@dataclass(frozen=True)
class Record:
    """What one reader sees of one client now."""

    body: bytes
    etag: str
    sections: list[str]
    bases: list[str]
    client_id: UUID
    """The id she goes on under."""


@dataclass(frozen=True)
class Found:
    """A client as one reader finds her: every id of hers, the relations between them, her cards."""

    client_id: UUID
    merged: list[UUID]
    live: Sequence[Mapping[str, Any]]
    rows: Sequence[asyncpg.Record]

    @property
    def family(self) -> list[UUID]:
        """Every id that stands for her."""
        return [self.client_id, *self.merged]


def _statement(client: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Relation, key and cards of one client; always at least one row."""
    institution, day = (
        sa.bindparam("institution", type_=sa.Uuid),
        sa.bindparam("day", type_=sa.Date),
    )
    relation = sa.func.jsonb_build_object(
        "relation_id", relations.c.relation_id, "basis", relations.c.basis,
        "scope", relations.c.scope, "since", relations.c.since, "until", relations.c.until,
        "expires_at", relations.c.expires_at, "origin", relations.c.origin,
        "party", relations.c.party_id, "name", parties.c.name, "kind", parties.c.kind,
    )  # fmt: skip
    live = (
        sa.select(sa.func.jsonb_agg(relation).label("relations"))
        .select_from(relations.outerjoin(parties, parties.c.id == relations.c.party_id))
        .where(in_force(client, institution, day))
        .subquery()
    )
    survivor = sa.select(aliases.c.survivor).where(aliases.c.client_id == client)
    merged = sa.select(sa.func.array_agg(aliases.c.client_id)).where(aliases.c.survivor == client)
    return (
        sa.select(
            live.c.relations,
            survivor.scalar_subquery().label("survivor"),
            merged.scalar_subquery().label("merged"),
            client_keys.c.wrapped,
            cards.c.service,
            cards.c.sealed,
            cards.c.stored_at,
            sa.exists().where(restrictions.c.client_id == client).label("restricted"),
        )
        .select_from(
            live.outerjoin(client_keys, client_keys.c.client_id == client).outerjoin(
                cards, cards.c.client_id == client
            )
        )
        .order_by(cards.c.service)
    )


def _of_each() -> sa.Select[Any]:
    """The same of each of many clients, in the order they are named."""
    named = sa.func.unnest(sa.bindparam("clients", type_=ARRAY(sa.Uuid)))
    asked = named.table_valued("id", with_ordinality="place").render_derived(name="asked")
    # In plain words: as a column, SQLAlchemy would list its table anew in every inner question, which
    # would then be about all of them.
    hers = _statement(sa.literal_column("asked.id", sa.Uuid)).lateral("hers")
    return sa.select(asked.c.id.label("asked"), hers).order_by(asked.c.place, hers.c.service)


class Question:
    """A statement compiled once: one round trip, without a session around it."""

    def __init__(self, statement: sa.Select[Any]) -> None:
        compiled = statement.compile(dialect=asyncpg_dialect())  # type: ignore[no-untyped-call] # untyped there
        self._sql = str(compiled)
        self._order: Sequence[str] = tuple(compiled.positiontup or ())
        self._fixed: Mapping[str, Any] = compiled.params

    async def ask(self, connection: Connection, by: Caller, **values: Any) -> list[asyncpg.Record]:
        """Its rows, as one institution may see them today."""
        known = {**self._fixed, **values, "institution": by.institution, "day": clock.today()}
        rows = await connection.fetch(self._sql, *(known[name] for name in self._order))
        return list(rows)


_ONE = Question(_statement(sa.bindparam("client", type_=sa.Uuid)))
_EACH = Question(_of_each())


async def fetch(connection: Connection, client_id: UUID, by: Caller) -> Found:
    """What a reader finds under an id; a merged one leads to the record she goes on in."""
    rows = await _ONE.ask(connection, by, client=client_id)
    if (survivor := rows[0]["survivor"]) is not None:
        return await fetch(connection, _plain(survivor), by)
    return _found(client_id, rows)


async def fetch_each(
    connection: Connection, client_ids: Collection[UUID], by: Caller
) -> dict[UUID, Found | None]:
    """The same for many in one round trip, by the id each was asked under; none: not hers to see."""
    rows = await _EACH.ask(connection, by, clients=list(client_ids))
    hers: dict[UUID, list[asyncpg.Record]] = {}
    for row in rows:
        hers.setdefault(_plain(row["asked"]), []).append(row)
    leads = {
        one: _plain(to) for one, own in hers.items() if (to := own[0]["survivor"]) is not None
    }
    survivors = await fetch_each(connection, set(leads.values()), by) if leads else {}
    return {
        one: survivors[leads[one]] if one in leads else _seen(one, own)
        for one, own in hers.items()
    }


def _seen(client_id: UUID, rows: Sequence[asyncpg.Record]) -> Found | None:
    try:
        return _found(client_id, rows)
    except RecordNotFound:
        return None


def _found(client_id: UUID, rows: Sequence[asyncpg.Record]) -> Found:
    first = rows[0]
    if not first["relations"]:
        raise RecordNotFound
    live = orjson.loads(first["relations"])
    live.sort(key=lambda r: (r["since"], r["relation_id"]))
    return Found(client_id, sorted(map(_plain, first["merged"] or ())), live, rows)


def _plain(one: UUID) -> UUID:
    """The driver's ids are of a class of its own, which no serializer knows."""
    return UUID(int=one.int)


def grounds_of(live: Sequence[Mapping[str, Any]]) -> Grounds:
    """What the relations amount to for the policies."""
    return grounds((r["basis"], r["scope"]) for r in live)


def lay_out(
    found: Found,
    by: Caller,
    vault: Vault,
    language: str = "en",
    only: Collection[Section] = (),
) -> Record:
    """Lay the cards side by side and cut them to what the reader may see; `only` some, if named."""
    client_id, live, rows = found.client_id, found.live, found.rows
    known, as_of = open_cards(rows, client_id, vault)
    seat = Seat.of(by)
    seen = [s for s in sights(seat, grounds_of(live)) if not only or s.section in only]
    sections = {s.section.value: body for s in seen if (body := _shown(s, known)) is not None}
    basis = known.get("sharing", {}).get(Level.FULL, {})
    body = orjson.dumps(
        {
            "client_id": client_id,
            "merged_from": found.merged,
            "sections": sections,
            "withheld": [w for s in seen if (w := _withheld(s, known)) is not None],
            "shared_because": [
                _because(r, basis, seat) | {"why": sentence(_why(r, basis, by), seat, language)}
                for r in live
            ],
            "as_of": as_of,
            "restricted": rows[0]["restricted"],
        }
    )
    return Record(
        body=body,
        etag=f'"{blake2b(body, digest_size=12).hexdigest()}"',
        sections=list(sections),
        bases=sorted({r["basis"] for r in live}),
        client_id=client_id,
    )


def open_cards(
    rows: Sequence[asyncpg.Record], client_id: UUID, vault: Vault
) -> tuple[dict[str, Any], dict[str, datetime]]:
    """What all her cards hold, section by section, and by service when each was fetched."""
    known: dict[str, Any] = {}
    as_of: dict[str, datetime] = {}
    if rows[0]["wrapped"] is not None:
        key = vault.unwrap(rows[0]["wrapped"], client_id)
        for row in rows:
            if row["service"] is not None:
                known |= stored.read(key, row["sealed"])
                as_of[row["service"]] = row["stored_at"]
    return known, as_of


def _shown(sight: Sight, known: Mapping[str, Any]) -> Any:
    """The body of a section at the reader's level; a summary is no body."""
    if sight.level is None or sight.level is Level.SUMMARY:
        return None
    return known.get(sight.section, {}).get(sight.level)


def _withheld(sight: Sight, known: Mapping[str, Any]) -> dict[str, Any] | None:
    """What is kept back and why. Listed whether there is anything or not: that too would tell."""
    if sight.reason is None:
        return None
    by = None if sight.withheld_by is None else cited(sight.withheld_by)
    entry: dict[str, Any] = {"section": sight.section, "reason": sight.reason, "rule": by}
    if sight.level is Level.MASKED:
        return entry | {"shown": "masked"}
    summary = known.get(sight.section, {}).get(Level.SUMMARY)
    if sight.level is Level.SUMMARY and summary is not None:
        return entry | {"shown": "summary", "summary": summary}
    return entry | {"shown": "nothing"}


def _because(relation: Mapping[str, Any], basis: Mapping[str, Any], seat: Seat) -> dict[str, Any]:
    """Why the reader may see the record: the relation, what it rests on, which rules it meets."""
    ground = Ground(relation["basis"], tuple(sorted(relation["scope"])))
    through = {"id": relation["party"], "name": relation["name"], "kind": relation["kind"]}
    rests_on = basis.get(relation["relation_id"], {})
    return {
        "basis": relation["basis"],
        "since": relation["since"],
        "until": relation["until"],
        "expires_at": relation["expires_at"],
        "through": through,
        "article": rests_on.get("article"),
        "evidence": rests_on.get("evidence"),
        "rules": [{"rule": cited(r), "sections": opened} for r, opened in opening(seat, ground)],
    }


def _why(relation: Mapping[str, Any], basis: Mapping[str, Any], by: Caller) -> Why:
    rests_on = basis.get(relation["relation_id"], {})
    return Why(
        who=by.institution_name,
        through=None if relation["kind"] else relation["name"],
        basis=relation["basis"],
        scope=tuple(sorted(relation["scope"])),
        since=relation["since"],
        until=relation["until"],
        expires_at=relation["expires_at"],
        article=rests_on.get("article"),
        because=rests_on.get("because"),
    )
