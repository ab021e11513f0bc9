"""A person's copy of her data (GDPR art. 15 and 20): everything in full, who got it, who used it.

Violence is left out: what stands there is also about others (art. 15(4)). Workers are not named, neither
among those who used her data nor inside it: the person is told when, by which institution and for what
(CJEU C-579/21). A name that somebody wrote into a text of his own stays: the text is hers.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import asyncpg
import orjson
from pydantic import Field

from contracts.sections import Level, Section
from contracts.values import BasisKind, ClientId, View
from gateway.record.reading import fetch, open_cards
from kernel import clock
from kernel.callers import Caller
from kernel.refusals import Kind, Refusal
from kernel.vault import Vault

LEFT_OUT = (Section.VIOLENCE,)
_READING = ("read_", "show_", "list_", "find_", "search_", "export_", "print_")
_PAGE = 500


class OnlyItsRegistrar(Refusal):
    """Only the institution that registered the client may do this."""

    kind = Kind.FORBIDDEN
    pl = "Może to zrobić tylko instytucja, która zarejestrowała tę osobę."


class Party(View):
    """An institution or a partnership by name."""

    id: UUID
    name: str | None
    kind: str | None


class Recipient(View):
    """Whoever could see her record, also once, and on which basis."""

    party: Party
    members: Annotated[list[str], Field(description="Of a partnership: who ever belonged to it.")]
    basis: BasisKind
    rests_on: Annotated[
        dict[str, Any] | None, Field(description="The article, or the proof of her consent.")
    ]
    sections: Annotated[list[str], Field(description="Named by a consent, beyond the rest.")]
    since: datetime
    until: str | None
    ended_at: datetime | None


class LeftOut(View):
    """A section that is not in the copy, whether it holds anything or not."""

    section: Section
    article: Annotated[str, Field(examples=["art. 15 ust. 4 RODO"])]


class Used(View):
    """One time that an institution saw her data or did something about her."""

    at: datetime
    institution: Party
    what: Annotated[str, Field(description="read or changed", examples=["read"])]
    verb: str
    sections: list[str]
    bases: list[str]


class ExportView(View):
    """A person's copy of her data."""

    client_id: ClientId
    exported_at: datetime
    exported_by: Party
    restricted: bool
    sections: Annotated[
        dict[str, Any],
        Field(description="In full, by name of the section; workers are not named."),
    ]
    as_of: Annotated[dict[str, datetime], Field(description="By the service that keeps it.")]
    left_out: list[LeftOut]
    recipients: list[Recipient]
    keeping: Annotated[
        list[Any],
        Field(description="By which rule and how long it is kept; empty: the case is open."),
    ]
    accesses: Annotated[list[Used], Field(description="Newest first; workers are not named.")]


class Copy:
    """What is copied of one record, at one moment; accesses are read as they are written out."""

    def __init__(self, pool: asyncpg.Pool, client_id: UUID, upto: int) -> None:
        self._pool = pool
        self._upto = upto
        self._ids: Sequence[UUID] = [client_id]
        self.head: dict[str, Any] = {}
        self.bases: list[str] = []

    @staticmethod
    async def make(pool: asyncpg.Pool, client_id: UUID, by: Caller, vault: Vault) -> "Copy":
        """Gather it for the institution that registered her; others are refused."""
        found = await fetch(pool, client_id, by)
        client_id, live, rows = found.client_id, found.live, found.rows
        own = str(by.institution)
        # Her own registration: one that a merge lent does not make its institution the keeper of all.
        if not any(
            r["basis"] == BasisKind.REGISTRATION and r["party"] == own and r["origin"] is None
            for r in live
        ):
            raise OnlyItsRegistrar
        copy = Copy(pool, client_id, await pool.fetchval(_UPTO))
        copy._ids = found.family
        known, as_of = open_cards(rows, client_id, vault)
        copy.bases = sorted({r["basis"] for r in live})
        copy.head = {
            "client_id": client_id,
            "exported_at": clock.now(),
            "exported_by": {"id": own, "name": by.institution_name, "kind": by.kind},
            "restricted": rows[0]["restricted"],
            "sections": _sections(known),
            "as_of": as_of,
            "left_out": [{"section": s, "article": "art. 15 ust. 4 RODO"} for s in LEFT_OUT],
            "recipients": await copy._recipients(known.get("sharing", {}).get(Level.FULL, {})),
            "keeping": known.get("keeping", {}).get(Level.FULL, {}).get("rules", []),
        }
        return copy

    async def written(self) -> AsyncIterator[bytes]:
        """As JSON, piece by piece: however many accesses there are, few lie in memory at once."""
        yield _json(self.head)[:-1] + b',"accesses":['
        first, upto = True, self._upto
        while rows := await self._pool.fetch(_USED, self._ids, upto, _PAGE):
            piece = b",".join(_json(_used(row)) for row in rows)
            yield piece if first else b"," + piece
            first, upto = False, rows[-1]["seq"] - 1
        yield b"]}"

    async def used_by_day(self, most: int) -> list[asyncpg.Record]:
        """The same for paper: how often on a day, by whom, for what; the newest so many lines."""
        return list(await self._pool.fetch(_BY_DAY, self._ids, self._upto, most))

    async def names(self, ids: Sequence[UUID]) -> dict[str, str]:
        """Institutions that are named by id inside her data."""
        return await names_of(self._pool, ids)

    async def _recipients(self, rests_on: Mapping[str, Any]) -> list[dict[str, Any]]:
        rows = await self._pool.fetch(_RECIPIENTS, self._ids)
        return [
            {
                "party": {"id": row["party_id"], "name": row["name"], "kind": row["kind"]},
                "members": row["members"],
                "basis": row["basis"],
                "rests_on": rests_on.get(str(row["relation_id"])),
                "sections": row["scope"],
                "since": row["since"],
                "until": row["until"].isoformat() if row["until"] else None,
                "ended_at": row["closed_at"] or row["expires_at"],
            }
            for row in rows
        ]


async def names_of(pool: asyncpg.Pool, ids: Sequence[UUID]) -> dict[str, str]:
    """Institutions by their ids."""
    rows = await pool.fetch("SELECT id, name FROM parties WHERE id = ANY($1)", ids)
    return {str(row["id"]): row["name"] for row in rows}


def reading(verb: str) -> bool:
    """Whether a verb only looks."""
    return verb.startswith(_READING)


def _json(value: Any) -> bytes:
    # The driver's own UUID class is none that the serializer knows.
    return orjson.dumps(value, default=str)


WORKERS = frozenset({"worker", "signed_by", "proposed_by", "decided_by", "ended_by"})
"""The names under which cards keep a worker, by code or by name."""


def _sections(known: Mapping[str, Any]) -> dict[str, Any]:
    copied = [section for section in Section if section not in LEFT_OUT]
    found = {s.value: known[s][Level.FULL] for s in copied if Level.FULL in known.get(s, {})}
    return {name: _hers(body) for name, body in found.items()}


def _hers(value: Any) -> Any:
    """The same without the workers in it, however deep; that nothing is withheld need not be said."""
    if isinstance(value, Mapping):
        left_out = WORKERS | {"withheld"}
        return {name: _hers(inner) for name, inner in value.items() if name not in left_out}
    if isinstance(value, list):
        return [_hers(inner) for inner in value]
    return value


def _used(row: asyncpg.Record) -> dict[str, Any]:
    return {
        "at": row["at"],
        "institution": {"id": row["institution"], "name": row["name"], "kind": row["kind"]},
        "what": "read" if reading(row["verb"]) else "changed",
        "verb": row["verb"],
        "sections": row["sections"],
        "bases": row["bases"],
    }


_UPTO = "SELECT coalesce(max(seq), 0) FROM audit"
# What was refused disclosed nothing.
_USED = """
SELECT a.seq, a.at, a.institution, p.name, p.kind, a.verb, a.sections, a.bases
FROM audit a LEFT JOIN parties p ON p.id = a.institution
WHERE a.client_id = ANY($1) AND a.seq <= $2 AND a.status < 400 ORDER BY a.seq DESC LIMIT $3
"""
_BY_DAY = """
SELECT (a.at AT TIME ZONE 'Europe/Warsaw')::date AS day, p.name, a.verb, count(*) AS times
FROM audit a LEFT JOIN parties p ON p.id = a.institution
WHERE a.client_id = ANY($1) AND a.seq <= $2 AND a.status < 400
GROUP BY 1, 2, 3 ORDER BY 1 DESC, 2, 3 LIMIT $3
"""
_RECIPIENTS = """
SELECT DISTINCT ON (r.since, r.relation_id) r.relation_id, r.party_id, p.name, p.kind, r.basis,
       r.scope, r.since, r.until, r.closed_at, r.expires_at,
       (SELECT coalesce(array_agg(DISTINCT q.name ORDER BY q.name), '{}') FROM memberships m
        JOIN parties q ON q.id = m.member_id WHERE m.group_id = r.party_id) AS members
FROM relations r LEFT JOIN parties p ON p.id = r.party_id
WHERE r.client_id = ANY($1) ORDER BY r.since, r.relation_id
"""
