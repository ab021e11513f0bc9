"""The audit log: an entry before every answer, and proof that nothing was altered."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from gateway.audit.anchors import AnchorKey
from gateway.audit.chain import Entry, verify
from gateway.audit.log import AuditLog
from gateway.audit.proving import prove
from kernel.transactions import Database
from kernel.vault import Vault
from okienko.migrate import upgrade
from tests.gateway.conftest import (
    ADVISER,
    CLERK,
    CLIENT,
    COORDINATOR,
    OPS,
    PESEL,
    RECORD,
    SOCIAL_WORKER,
    STRANGER,
    House,
)
from tests.support.rooms import bare_database, bearer

pytestmark = pytest.mark.anyio
KEY = AnchorKey(bytes.fromhex("0c" * 32))


async def test_a_read_is_noted_before_it_is_answered(house: House) -> None:
    trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    answer = await house.see(SOCIAL_WORKER, headers={"traceparent": trace})

    entry = (await house.entries())[0]
    assert (entry["seq"], entry["verb"], entry["status"]) == (1, "read_record", 200)
    assert (entry["worker"], entry["institution"]) == ("ops-worker", OPS)
    assert (entry["client_id"], entry["bases"]) == (CLIENT, ["registration"])
    assert entry["sections"] == list(answer.json()["sections"])
    assert (entry["prev"], entry["trace"]) == (bytes(32), trace)


@pytest.mark.parametrize(
    ("path", "verb"),
    [
        (RECORD, "read_record"),
        (f"{RECORD}/timeline", "read_timeline"),
        (f"{RECORD}/accesses", "read_accesses"),
    ],
)
async def test_a_stranger_who_asked_is_noted_too(house: House, path: str, verb: str) -> None:
    answer = await house.see(STRANGER, path)

    entry = (await house.entries())[0]
    assert answer.status_code == 404
    assert (entry["worker"], entry["verb"], entry["status"]) == ("far-worker", verb, 404)
    assert (entry["client_id"], entry["sections"]) == (CLIENT, [])


@pytest.mark.parametrize("path", [RECORD, f"{RECORD}/timeline", f"{RECORD}/accesses"])
async def test_what_cannot_be_noted_is_not_answered(house: House, path: str) -> None:
    await house.see(SOCIAL_WORKER)
    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN prev TO gone")

    answer = await house.see(SOCIAL_WORKER, path)

    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN gone TO prev")
    again = await house.see(SOCIAL_WORKER, path)
    assert (answer.status_code, again.status_code) == (503, 200)
    assert answer.headers["content-type"] == "application/problem+json"
    assert "retry-after" in answer.headers
    assert PESEL not in answer.text
    assert [entry["seq"] for entry in await house.entries()] == [1, 2]


async def test_a_command_that_cannot_be_noted_is_not_answered(house: House) -> None:
    house.service.body = b'{"pesel": "85031412347"}'
    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN prev TO gone")

    answer = await house.client.post("/v1/clients", json={}, headers=bearer(SOCIAL_WORKER))

    await house.database.pool.execute("ALTER TABLE audit RENAME COLUMN gone TO prev")
    assert answer.status_code == 503
    assert PESEL not in answer.text


async def test_fifty_readers_at_once_leave_fifty_entries_in_one_chain(house: House) -> None:
    answers = await asyncio.gather(*(house.see(SOCIAL_WORKER) for _ in range(50)))

    rows = await house.entries()
    assert {answer.status_code for answer in answers} == {200}
    assert [row["seq"] for row in rows] == list(range(1, 51))
    assert verify(rows) == (50, rows[-1]["hash"], None)


async def test_two_processes_write_one_chain(house: House) -> None:
    other = AuditLog(house.database)
    await other.open()

    await asyncio.gather(
        *(house.see(SOCIAL_WORKER) for _ in range(10)),
        *(other.write(entry(), CLERK) for _ in range(10)),
    )

    await other.close()
    rows = await house.entries()
    assert verify(rows) == (20, rows[-1]["hash"], None)


async def test_who_waits_when_the_log_closes_is_told_so(house: House) -> None:
    await house.app.state.audit.close()
    waiting = asyncio.ensure_future(house.app.state.audit.write(entry(), SOCIAL_WORKER))
    await asyncio.sleep(0.05)

    await house.app.state.audit.close()

    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_one_worker_at_two_institutions_is_known_at_both(house: House) -> None:
    here, there = replace(SOCIAL_WORKER, worker="both"), replace(STRANGER, worker="both")

    await house.app.state.audit.write(entry(), here)
    await house.app.state.audit.write(entry(), there)

    rows = await house.database.pool.fetch("SELECT institution FROM workers WHERE id = 'both'")
    assert {row["institution"] for row in rows} == {here.institution, there.institution}


async def test_who_saw_her_is_told_newest_first(house: House) -> None:
    await house.see(CLERK)
    await house.see(SOCIAL_WORKER)
    await house.see(STRANGER)

    first = (await house.see(SOCIAL_WORKER, f"{RECORD}/accesses", limit=2)).json()
    rest = (
        await house.see(SOCIAL_WORKER, f"{RECORD}/accesses", limit=2, cursor=first["next"])
    ).json()

    told = [(item["worker"], item["status"]) for item in first["items"] + rest["items"]]
    assert told == [("far-worker", 404), ("ops-worker", 200), ("ops-clerk", 200)]
    assert (rest["next"], first["items"][1]["verb"]) == (None, "read_record")


@pytest.mark.parametrize("caller", [CLERK, COORDINATOR, ADVISER])
async def test_not_every_role_reads_who_saw_her(house: House, caller: Any) -> None:
    answer = await house.see(caller, f"{RECORD}/accesses")

    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/RoleMayNot")


@pytest.mark.parametrize(
    "cursor", ["x", "LTU", "LTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OQ"]
)
async def test_a_cursor_nobody_gave_is_refused(house: House, cursor: str) -> None:
    answer = await house.see(SOCIAL_WORKER, f"{RECORD}/accesses", cursor=cursor)

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/CursorUnreadable")


TAMPERED = {
    "an entry was altered": (
        "UPDATE audit SET worker = 'somebody-else' WHERE seq = 3",
        3,
        "the entry was altered",
    ),
    "a section was taken out": (
        "UPDATE audit SET sections = '{}' WHERE seq = 3",
        3,
        "the entry was altered",
    ),
    "an entry was deleted": (
        "DELETE FROM audit WHERE seq = 3",
        3,
        "an entry is missing or out of its place",
    ),
    "the first was deleted": (
        "DELETE FROM audit WHERE seq = 1",
        1,
        "an entry is missing or out of its place",
    ),
    "a gap was closed": (
        "DELETE FROM audit WHERE seq = 3; UPDATE audit SET seq = seq - 1 WHERE seq > 3",
        3,
        "the entry does not follow the one before",
    ),
    "two were exchanged": (
        (
            "UPDATE audit SET seq = 99 WHERE seq = 2; UPDATE audit SET seq = 2 WHERE seq = 3;"
            " UPDATE audit SET seq = 3 WHERE seq = 99"
        ),
        2,
        "the entry does not follow the one before",
    ),
    "one was slipped in": (
        (
            "INSERT INTO audit SELECT 6, at, worker, institution, verb, client_id, status, sections,"
            " bases, trace, hash, hash FROM audit WHERE seq = 5"
        ),
        6,
        "the entry was altered",
    ),
    "one was copied to the end": (
        (
            "INSERT INTO audit SELECT 6, at, worker, institution, verb, client_id, status, sections,"
            " bases, trace, prev, hash FROM audit WHERE seq = 5"
        ),
        6,
        "the entry does not follow the one before",
    ),
}


@pytest.mark.parametrize(("alter", "seq", "why"), TAMPERED.values(), ids=TAMPERED.keys())
async def test_tampering_is_found(house: House, alter: str, seq: int, why: str) -> None:
    await asyncio.gather(*(house.see(SOCIAL_WORKER) for _ in range(5)))
    assert (await prove(house.database.url, KEY)).broken is None

    await house.database.pool.execute(alter)

    broken = (await prove(house.database.url, KEY)).broken
    assert broken is not None
    assert (broken.seq, broken.why) == (seq, why)


@pytest.mark.parametrize("cut", ["DELETE FROM audit WHERE seq > 3", "TRUNCATE audit"])
async def test_a_cut_off_end_shows_against_an_end_noted_before(house: House, cut: str) -> None:
    await asyncio.gather(*(house.see(SOCIAL_WORKER) for _ in range(5)))
    noted = await prove(house.database.url, KEY)

    await house.database.pool.execute(cut)

    left = await prove(house.database.url, KEY)
    assert (left.last, left.hash) != (noted.last, noted.hash)


@pytest.fixture
async def migrated() -> AsyncIterator[asyncpg.Connection]:
    """A database as the gateway's own history makes it, with three entries in its log."""
    url = await bare_database()
    await upgrade("gateway", url)
    database = Database(url, "gateway", Vault(bytes(32)))
    await database.open()
    log = AuditLog(database)
    await log.open()
    await asyncio.gather(*(log.write(entry(), SOCIAL_WORKER) for _ in range(3)))
    await log.close()
    connection = await asyncpg.connect(url)
    yield connection
    await connection.close()
    await database.close()


async def test_the_log_can_only_grow(migrated: asyncpg.Connection) -> None:
    for alter in (
        "UPDATE audit SET worker = 'x' WHERE seq = 2",
        "DELETE FROM audit WHERE seq = 2",
        "TRUNCATE audit",
    ):
        with pytest.raises(asyncpg.RaiseError, match="only ever added to"):
            await migrated.execute(alter)

    await migrated.execute("DROP TRIGGER audit_only_grows ON audit")
    await migrated.execute("UPDATE audit SET worker = 'x' WHERE seq = 2")
    broken = verify(await migrated.fetch("SELECT * FROM audit ORDER BY seq"))[2]
    assert broken is not None
    assert (broken.seq, broken.why) == (2, "the entry was altered")


def entry() -> Entry:
    return Entry(
        at=datetime(2026, 3, 2, 11, tzinfo=UTC),
        worker="ops-worker",
        institution=OPS,
        verb="read_record",
        client_id=UUID(int=1),
        status=200,
        sections=["identity"],
        bases=["registration"],
        trace=None,
    )
