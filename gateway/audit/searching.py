"""The officer's search: who saw what, on which basis, within what her institution answers for.

An institution answers for what its own workers did (GDPR art. 5(2), 24), and for the data of the people
it registered, whoever looked at them (art. 33, 39(1)(b)). Workers of others are told by institution
alone: how a person came to act is her own institution's to say.
"""

import csv
import io
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, Self
from uuid import UUID

import asyncpg
from fastapi import Response
from pydantic import AwareDatetime, Field, model_validator

from contracts.sections import Section
from contracts.values import BasisKind, ClientId, Command, InstitutionId, View, WorkerId
from gateway.numbered import NEWEST, number_at
from kernel.callers import Caller
from kernel.pages import cursor

Verb = Annotated[
    str, Field(pattern=r"^[a-z]{1,40}(_[a-z0-9]{1,40}){0,8}$", examples=["read_record"])
]
NEXT = "Okienko-Next"
"""Where the next page begins, of a table, which has no place for it."""
COLUMNS = (
    "seq", "at", "worker", "worker_name", "institution", "institution_name", "verb", "client_id",
    "status", "sections", "bases",
)  # fmt: skip


class SearchAudit(Command):
    """Which entries to look for; what is not said does not matter. Newest first."""

    client_id: ClientId | None = None
    worker: WorkerId | None = None
    institution: Annotated[
        InstitutionId | None, Field(description="Whose workers it was, your own or another.")
    ] = None
    verbs: Annotated[tuple[Verb, ...], Field(max_length=20)] = ()
    sections: Annotated[
        tuple[Section, ...], Field(max_length=15, description="At least one of these was shown.")
    ] = ()
    bases: Annotated[tuple[BasisKind, ...], Field(max_length=10)] = ()
    refused: Annotated[
        bool | None,
        Field(description="Only what was refused or not found, or only what was answered."),
    ] = None
    since: Annotated[AwareDatetime | None, Field(description="Inclusive.")] = None
    before: Annotated[AwareDatetime | None, Field(description="Exclusive.")] = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 100
    cursor: Annotated[
        str | None, Field(max_length=100, description="`next` of the page before.")
    ] = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.before and self.since >= self.before:
            raise ValueError("since comes before before")
        return self


class AuditEntryView(View):
    """One access, or one command."""

    seq: int
    at: datetime
    worker: Annotated[WorkerId | None, Field(description="Of your own institution alone.")]
    worker_name: str | None
    institution: UUID
    institution_name: str | None
    verb: str
    client_id: UUID | None
    status: int
    sections: list[str]
    bases: list[str]


class AuditPage(View):
    """Entries, newest first."""

    items: list[AuditEntryView]
    next: str | None

    def answer(self, accept: str) -> Response:
        """As JSON, or as a table whose next page the header names."""
        headers = {"Cache-Control": "no-store"} | ({NEXT: self.next} if self.next else {})
        if "text/csv" in accept:
            table = as_csv(self.items)
            return Response(table, media_type="text/csv; charset=utf-8", headers=headers)
        return Response(self.model_dump_json(), media_type="application/json", headers=headers)


# Everybody who is one person with her now: what was noted under a former id is about her too.
_FAMILY = """
WITH one AS (SELECT coalesce((SELECT survivor FROM aliases WHERE client_id = $1), $1) AS id)
SELECT id FROM one UNION SELECT client_id FROM aliases, one WHERE survivor = one.id
"""
# Two walks, each by an index of its own and no longer than a page; of both the newest.
_SEARCH = """
WITH found AS (
    (SELECT * FROM audit WHERE institution = $1 AND seq < $2 {narrowed}
     ORDER BY seq DESC LIMIT $3)
    UNION
    (SELECT * FROM audit WHERE EXISTS (
         SELECT FROM relations WHERE relations.client_id = audit.client_id AND party_id = $1
         AND basis = 'registration' AND origin IS NULL)
     AND seq < $2 {narrowed} ORDER BY seq DESC LIMIT $3)
)
SELECT found.seq, found.at, found.institution, parties.name AS institution_name, found.verb,
    found.client_id, found.status, found.sections, found.bases,
    CASE WHEN found.institution = $1 THEN found.worker END AS worker,
    CASE WHEN found.institution = $1 THEN workers.name END AS worker_name
FROM found LEFT JOIN parties ON parties.id = found.institution
    LEFT JOIN workers ON workers.id = found.worker AND workers.institution = found.institution
ORDER BY found.seq DESC LIMIT $3
"""


async def search(pool: asyncpg.Pool, by: Caller, wanted: SearchAudit) -> AuditPage:
    """A page of what was looked for."""
    conditions: list[str] = []
    # One more than a page, so that it is known whether there are more.
    values: list[Any] = [
        by.institution, number_at(wanted.cursor, NEWEST), wanted.limit + 1,
    ]  # fmt: skip
    for condition, value in await _narrowed(pool, wanted):
        values.append(value)
        conditions.append(f"AND {condition.format(len(values))}")
    sql = _SEARCH.format(narrowed=" ".join(conditions))
    rows = [AuditEntryView(**row) for row in await pool.fetch(sql, *values)]
    items = rows[: wanted.limit]
    return AuditPage(
        items=items, next=cursor(str(items[-1].seq)) if len(rows) > len(items) else None
    )


async def _narrowed(pool: asyncpg.Pool, wanted: SearchAudit) -> list[tuple[str, Any]]:
    """What was said, as conditions: the number of the value stands in the braces."""
    hers = await pool.fetch(_FAMILY, wanted.client_id) if wanted.client_id else None
    said: list[tuple[str, Any]] = [
        ("client_id = ANY(${})", [row["id"] for row in hers] if hers else None),
        # Whoever asks for a worker asks for her own: others' are not told.
        ("worker = ${} AND institution = $1", wanted.worker),
        ("institution = ${}", wanted.institution),
        ("verb = ANY(${})", list(wanted.verbs) or None),
        ("sections && ${}", [one.value for one in wanted.sections] or None),
        ("bases && ${}", [one.value for one in wanted.bases] or None),
        ("(status >= 400) = ${}", wanted.refused),
        ("at >= ${}", wanted.since),
        ("at < ${}", wanted.before),
    ]
    return [(condition, value) for condition, value in said if value is not None]


def as_csv(items: Sequence[AuditEntryView]) -> str:
    """The same as a table (RFC 4180), for a spreadsheet."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    for item in items:
        told = item.model_dump(mode="json")
        cells = (told[name] for name in COLUMNS)
        table.writerow(
            [";".join(cell) if isinstance(cell, list) else _plain(cell) for cell in cells]
        )
    return text.getvalue()


def _plain(cell: object) -> object:
    """A text that a spreadsheet would take for a formula is told to be a text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell
