"""A room: one service on a fresh database of a real PostgreSQL, entered over HTTP.

Faked is only what is not ours: logging in. A token here simply says who the caller is. Nothing is
carried to other services and nothing is heard from them; tests say what was heard with `hear`.
"""

import asyncio
import atexit
import base64
import functools
import itertools
import json
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import httpx2
import sqlalchemy as sa
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool
from starlette.routing import BaseRoute

from contracts.event import Event
from contracts.values import BasisKind, InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.identity import NotLoggedIn
from kernel.journal import Fact
from kernel.service import Reactions
from kernel.tables import metadata as kernel_metadata
from kernel.tables import parties, relations
from kernel.transactions import Database, begin
from okienko.local.home import Home
from okienko.local.postgres import Postgres

HOUSE_KEY = "0b" * 32
HOUSE = {"Authorization": f"House {HOUSE_KEY}"}
"""Headers of the house's own processes, for addresses under /internal."""

BuildApp = Callable[[Mapping[str, Any]], FastAPI]
"""Builds a service from what its environment says: `lambda said: build(Settings(**said))`."""

_numbers = itertools.count(1)
_shelf: dict[sa.MetaData, list[str]] = {}
"""Databases that stand ready: emptying one is ten times faster than making one."""
_addresses: dict[sa.MetaData, list[BaseRoute]] = {}
"""The addresses of each service: they hold no state, and the framework reads their signatures
anew for every app that includes them, which took half the time of a test."""


@asynccontextmanager
async def room(
    build_app: BuildApp, metadata: sa.MetaData
) -> AsyncIterator[tuple[httpx2.AsyncClient, Database]]:
    """Put up one service with an empty database of its own, and take it down."""
    ready = _shelf.setdefault(metadata, [])
    url = ready.pop() if ready else await _new_database(metadata)
    app = build_app(_said(url))
    app.router.routes = _addresses.setdefault(metadata, app.router.routes)
    app.state.identity = Taken()
    database: Database = app.state.database
    await database.open()
    try:
        await _empty(database, metadata)
        transport = httpx2.ASGITransport(app=app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://room") as client:
            yield client, database
    finally:
        await _given_back(database.pool)
        await database.close()
        ready.append(url)


async def _given_back(pool: asyncpg.Pool) -> None:
    """Whoever was cancelled a moment ago may still be giving a connection back."""
    with suppress(TimeoutError):
        async with asyncio.timeout(1):
            while pool.get_idle_size() < pool.get_size():
                await asyncio.sleep(0.005)


class Taken:
    """An identity provider that takes everybody at his word."""

    async def caller(self, authorization: str | None) -> Caller:
        """Whoever the token says it is."""
        if authorization is None or not authorization.startswith("Bearer "):
            raise NotLoggedIn
        said = json.loads(base64.urlsafe_b64decode(authorization.removeprefix("Bearer ")))
        return Caller(
            worker=said["worker"],
            name=said["name"],
            institution=UUID(said["institution"]),
            institution_name=said["institution_name"],
            kind=InstitutionKind(said["kind"]),
            roles=frozenset(said["roles"]),
        )


def worker(institution: UUID, kind: InstitutionKind, *roles: str) -> Caller:
    """Somebody who works at an institution in some roles."""
    return Caller(
        worker=f"{kind.value.lower()}-worker",
        name="Anna Nowak (demo)",
        institution=institution,
        institution_name=f"{kind.value} (demo)",
        kind=kind,
        roles=frozenset(roles),
    )


def bearer(caller: Caller, **headers: str) -> dict[str, str]:
    """The headers of a caller's request. An underscore in a name stands for a hyphen."""
    said = {
        "worker": caller.worker,
        "name": caller.name,
        "institution": str(caller.institution),
        "institution_name": caller.institution_name,
        "kind": caller.kind.value,
        "roles": sorted(caller.roles),
    }
    token = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
    more = {name.replace("_", "-"): value for name, value in headers.items()}
    return {"Authorization": f"Bearer {token}"} | more


async def relate(
    database: Database,
    client_id: UUID,
    party_id: UUID,
    basis: BasisKind = BasisKind.STATUTORY_TASK,
    scope: Sequence[str] = (),
) -> UUID:
    """Let a party see a client, as if a sharing had been heard."""
    relation_id = ids.new()
    row = {
        "client_id": client_id,
        "relation_id": relation_id,
        "party_id": party_id,
        "basis": basis.value,
        "scope": list(scope),
        "since": clock.now(),
    }
    async with database.engine.begin() as connection:
        await connection.execute(sa.insert(relations).values(row))
    return relation_id


async def know(
    database: Database, party_id: UUID, name: str, kind: InstitutionKind | None
) -> None:
    """Know a party by name, as if the directory had been heard; no kind: a partnership."""
    row = {"id": party_id, "name": name, "kind": kind.value if kind else None}
    async with database.engine.begin() as connection:
        await connection.execute(sa.insert(parties).values(row))


def fact_of(event: Event, source: str = "intake") -> Fact:
    """An event as it arrives on the feed."""
    return Fact(
        id=ids.new(),
        source=source,
        type=event.wire_name,
        subject=event.subject,
        version=1,
        time=clock.now(),
        actor="ops-worker",
        institution=None,
        traceparent=None,
        data=event.model_dump(mode="json"),
        journal=UUID(int=1),
        seq=1,
    )


async def hear(database: Database, reactions: Reactions, *facts: Fact) -> None:
    """Let a service hear facts in one transaction, as its hearer would."""
    async with begin(database) as tx:
        await reactions.hear(facts, tx, None)


async def announced(database: Database, subject: UUID | None = None) -> list[dict[str, Any]]:
    """What the service laid into its journal, in order: wire name, data and actor."""
    rows = await database.pool.fetch(
        "SELECT type, data, actor, subject FROM journal"
        " WHERE $1::uuid IS NULL OR subject = $1 ORDER BY position",
        subject,
    )
    return [{"type": r["type"], "actor": r["actor"]} | json.loads(r["data"]) for r in rows]


def _said(database_url: str) -> dict[str, Any]:
    return {
        "database_url": database_url,
        "nats_url": "nats://127.0.0.1:9",
        "gateway_url": "http://127.0.0.1:9",
        "house_key": HOUSE_KEY,
        "vault_key": "0a" * 32,
        "anchor_key": "0c" * 32,
        "issuer": "http://127.0.0.1:9",
        "sync_wait_seconds": 0.2,
    }


async def _empty(database: Database, metadata: sa.MetaData) -> None:
    """Leave nothing of the test before, and begin a journal."""
    tables = [*reversed(metadata.sorted_tables), *kernel_metadata.sorted_tables]
    # Few rows lie here: deleting them is fifty times faster than TRUNCATE, which makes new files.
    leave = [f"DELETE FROM {table.name}" for table in tables]  # noqa: S608 tables of ours
    # What only grows refuses even this; its owner may ask it not to look.
    guarded = [table.name for table in tables if table.info.get("only_grows")]
    leave = [
        *(f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in guarded),
        *leave,
        *(f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in guarded),
    ]
    leave += [
        f"ALTER TABLE {table.name} ALTER COLUMN {column.name} RESTART"
        for table in tables
        for column in table.columns
        if column.identity
    ]
    async with database.pool.acquire() as connection:
        await connection.execute("; ".join(leave))
        await connection.execute("INSERT INTO journals DEFAULT VALUES")


async def bare_database() -> str:
    """The address of a database without a table, for whoever walks the real migrations."""
    postgres = _postgres()
    while not await postgres.answers():
        await asyncio.sleep(0.02)
    name = f"room_{next(_numbers)}"
    await postgres.create_databases([name])
    return postgres.database_url(name)


def stand_ready() -> None:
    """Start the PostgreSQL of this run: for whoever opens rooms from another than the main thread."""
    _postgres()


async def _new_database(metadata: sa.MetaData) -> str:
    url = await bare_database()
    engine = create_async_engine(
        "postgresql+asyncpg://", async_creator=lambda: asyncpg.connect(url), poolclass=NullPool
    )
    async with engine.begin() as connection:
        await connection.run_sync(kernel_metadata.create_all)
        await connection.run_sync(metadata.create_all)
    return url


@functools.cache
def _postgres() -> Postgres:
    """The one PostgreSQL of this test run; it goes with the process."""
    home = Home.at(Path(tempfile.gettempdir()) / f"okienko-rooms-{os.getpid()}")
    home.create()
    postgres = Postgres.of(home, run_as=None)
    postgres.initialise()
    program = postgres.program()
    # What is tested is not whether a disk keeps its promise.
    fast = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    process = replace(program, argv=[*program.argv, *fast]).start()

    def stop() -> None:
        process.send_signal(program.stops_on)
        process.wait(timeout=30)
        home.delete()
        shutil.rmtree(postgres.places.sockets)

    atexit.register(stop)
    return postgres
