"""The bare program: FastAPI and asyncpg, the same rows, and nothing of what the house promises.

No token, no rights, no encryption, no idempotency, no events, no card for a partner, no proof. It is
the floor that the house's mechanism is measured against, served exactly as the house is served.
"""

import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from hashlib import blake2b
from uuid import UUID

import asyncpg
import orjson
import uvicorn
from fastapi import FastAPI, Request, Response

from kernel import ids

TABLES = """
CREATE TABLE documents (id uuid PRIMARY KEY, body json NOT NULL);
CREATE TABLE clients (id uuid PRIMARY KEY, given text, family text, birth_date date,
  municipality text, pesel_index bytea UNIQUE, sealed bytea, status text, registered_by uuid,
  registered_at timestamptz, version bigint);
CREATE INDEX ON clients (lower(family), birth_date);
CREATE TABLE client_keys (client_id uuid PRIMARY KEY, wrapped bytea);
CREATE TABLE sharings (id uuid PRIMARY KEY, client_id uuid REFERENCES clients, party_id uuid,
  sections text[], until date, sealed bytea, opened_by uuid, opened_at timestamptz);
CREATE INDEX ON sharings (client_id);
CREATE TABLE relations (client_id uuid, relation_id uuid, party_id uuid, basis text, scope text[],
  since timestamptz, PRIMARY KEY (client_id, relation_id));
CREATE INDEX ON relations (party_id, client_id);
CREATE TABLE subjects (subject uuid PRIMARY KEY, version bigint);
CREATE TABLE journal (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id uuid UNIQUE, source text, type text, subject uuid, version bigint, time timestamptz,
  actor text, institution uuid, data jsonb);
CREATE INDEX ON journal (subject, position);
CREATE TABLE idempotency (caller bytea, key bytea, fingerprint bytea, answer bytea,
  made_at timestamptz DEFAULT now(), PRIMARY KEY (caller, key));
CREATE TABLE audit (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at timestamptz,
  worker text, institution uuid, verb text, client_id uuid, status smallint, sections text[],
  bases text[], prev bytea, hash bytea);
CREATE INDEX ON audit (client_id, seq);
"""

_OFFICE = UUID("0197a000-0000-7000-8000-000000000001")
_PARTNERS = UUID("0197a000-0000-7000-8000-00000000aa01")


@asynccontextmanager
async def _living(app: FastAPI) -> AsyncIterator[None]:
    # As many connections as a process of the house has for plain reading.
    async with asyncpg.create_pool(app.state.database_url, min_size=8, max_size=8) as pool:
        app.state.pool = pool
        yield


app = FastAPI(lifespan=_living, docs_url=None, redoc_url=None, openapi_url=None, telemetry=None)


@app.get("/documents/{document}")
async def read(document: UUID, request: Request) -> Response:
    """One row by its key."""
    body = await request.app.state.pool.fetchval(
        "SELECT body FROM documents WHERE id = $1", document
    )
    return Response(body or b"", 200 if body else 404, media_type="application/json")


@app.get("/clients/{client}")
async def show(client: UUID, request: Request) -> Response:
    """What was just registered, looked up on another connection."""
    family = await request.app.state.pool.fetchval(
        "SELECT family FROM clients WHERE id = $1", client
    )
    return Response(orjson.dumps(family), 200 if family else 404, media_type="application/json")


@app.post("/clients")
async def register(request: Request) -> Response:
    """The eleven rows that a registration's answer waits for, in as few commits."""
    body = await request.body()
    wanted, client, now = orjson.loads(body), ids.new(), datetime.now(UTC)  # noqa: TID251 no house
    answer = orjson.dumps({"id": client, "registered_at": now, **wanted})
    async with request.app.state.pool.acquire() as connection:
        async with connection.transaction():
            await _lay(connection, client, now, wanted, body, answer)
        await connection.execute(
            "INSERT INTO audit (at, worker, institution, verb, client_id, status, sections, bases,"
            " prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)",
            now, "ops-zabrze", _OFFICE, "register_client", client, 201, [], [], bytes(32),
        )  # fmt: skip
    return Response(answer, 201, media_type="application/json")


async def _lay(
    connection: asyncpg.Connection, client: UUID, now: datetime, wanted: dict[str, str],
    body: bytes, answer: bytes,
) -> None:  # fmt: skip
    execute, sharing = connection.execute, ids.new()
    fingerprint = blake2b(body, digest_size=32).digest()
    await execute("INSERT INTO client_keys VALUES ($1, $2)", client, bytes(61))
    await execute(
        "INSERT INTO clients VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        client, "Próbna", "Wymyślona", date.fromisoformat(wanted["birth_date"]), "2478011",
        fingerprint[:16], body[:300], "registered", _OFFICE, now, 1,
    )  # fmt: skip
    await execute(
        "INSERT INTO sharings VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        sharing, client, _PARTNERS, [], None, body[:80], _OFFICE, now,
    )  # fmt: skip
    await connection.executemany(
        "INSERT INTO relations VALUES ($1, $2, $3, $4, $5, $6)",
        [
            (client, client, _OFFICE, "registration", [], now),
            (client, sharing, _PARTNERS, "consent", [], now),
        ],
    )
    await execute("INSERT INTO subjects VALUES ($1, $2)", client, 2)
    fact = orjson.dumps(
        {"client_id": client, "relation_id": sharing, "party_id": _PARTNERS, "basis": "consent"}
    ).decode()
    await connection.executemany(
        "INSERT INTO journal (event_id, source, type, subject, version, time, actor, institution,"
        " data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            (ids.new(), "intake", kind, client, place, now, "ops-zabrze", _OFFICE, fact)
            for place, kind in enumerate(("client.registered.v1", "sharing.opened.v1"), 1)
        ],
    )
    await execute(
        "INSERT INTO idempotency (caller, key, fingerprint, answer) VALUES ($1, $2, $3, $4)",
        bytes(16), fingerprint[16:], fingerprint, answer,
    )  # fmt: skip


def main() -> None:
    """Serve on the socket that was handed down; the database's address comes by standard input."""
    app.state.database_url = sys.stdin.readline().strip()
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws="none",
        access_log=False,
        log_config=None,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=75,
    )
    listening = socket.socket(fileno=int(sys.argv[1]))
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
