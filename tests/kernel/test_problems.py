"""Every no is a problem that names the field and never repeats the value."""

from collections.abc import AsyncIterator
from typing import Any

import httpx2
import orjson
import pytest

from kernel.problems import PROBLEM_JSON
from kernel.transactions import Database
from tests.kernel.tiny import HARMLESS, WORKER
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio

SECRET = "44051401359"
JSON = bearer(WORKER) | {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"name": f"{SECRET}\x00"}, "/name"),
        ({"name": SECRET * 20}, "/name"),
        ({"name": [SECRET]}, "/name"),
        ({"name": None}, "/name"),
        ({"client_id": SECRET}, "/client_id"),
        ({"day": "2026-02-30"}, "/day"),
        ({"day": int(SECRET)}, "/day"),
        ({"count": 2**64 + 1}, "/count"),
        ({"count": 2**53}, "/count"),
        ({"count": True}, "/count"),
        ({"count": 1.5}, "/count"),
        ({"count": SECRET}, "/count"),
        ({"note": f"{SECRET}\x00"}, "/note"),
        ({"parts": [{"code": "ab"}, {"code": SECRET}]}, "/parts/1/code"),
        ({"parts": {SECRET: SECRET}}, "/parts"),
        ({"parts": [{"code": "ab", "colour": SECRET}]}, "/parts/0/colour"),
        ({"colour": SECRET}, "/colour"),
        ({SECRET: "x"}, ""),
        ({"~/" + SECRET: "x"}, ""),
    ],
)
async def test_a_field_at_fault_is_named_and_its_value_is_not(
    client: httpx2.AsyncClient, change: dict[str, Any], pointer: str
) -> None:
    answer = await client.post("/v1/things", json=HARMLESS | change, headers=JSON)

    assert answer.status_code == 422
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert [error["pointer"] for error in answer.json()["errors"]] == [pointer]
    assert SECRET not in answer.text


async def test_a_field_that_is_missing_is_named(client: httpx2.AsyncClient) -> None:
    answer = await client.post("/v1/things", json={"name": "chair"}, headers=JSON)

    pointers = {error["pointer"] for error in answer.json()["errors"]}
    assert pointers == {"/client_id", "/day"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"[]", 422),
        (b"null", 422),
        (b'"44051401359"', 422),
        (b'{"name": "\xff44051401359"}', 400),
        (b'{"count": ' + b"9" * 10_000 + b"}", 400),
        (b'{"name": "\\ud80044051401359"}', 422),
        (b'{"\\ud800": 1}', 422),
        (b'{"count": NaN}', 422),
        (b'{"count": 1e999}', 422),
        (b"[" * 100_000 + b"]" * 100_000, 400),
        (b'{"parts":' * 5_000 + b"1" + b"}" * 5_000, 400),
        (b'{"note": "' + b"a" * 2_000_000 + b'"}', 413),
    ],
    ids=[
        "empty", "cut short", "a list", "null", "text", "not UTF-8", "a huge number",
        "half a character", "half a character as a name", "not a number", "infinity",
        "deep lists", "deep objects", "two megabytes",
    ],
)  # fmt: skip
async def test_a_body_that_cannot_be_read_is_a_problem(
    client: httpx2.AsyncClient, body: bytes, status: int
) -> None:
    answer = await client.post("/v1/things", content=body, headers=JSON)

    assert answer.status_code == status
    assert answer.headers["content-type"] == PROBLEM_JSON
    assert SECRET not in answer.text


async def test_a_body_without_a_length_is_measured_as_it_comes(client: httpx2.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b"a" * 65_536

    answer = await client.post("/v1/things", content=endless(), headers=JSON)

    assert answer.status_code == 413
    assert answer.json()["type"] == "/problems/BodyTooLarge"


@pytest.mark.parametrize("media", ["text/plain", "application/xml", "", "multipart/form-data"])
async def test_a_body_is_sent_as_json(client: httpx2.AsyncClient, media: str) -> None:
    body = orjson.dumps(HARMLESS)

    answer = await client.post(
        "/v1/things", content=body, headers=bearer(WORKER) | {"content-type": media}
    )

    assert answer.status_code == 415
    assert answer.json()["type"] == "/problems/NotJson"


async def test_a_parameter_nobody_knows_is_refused(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/things", params={"pesel": SECRET}, headers=bearer(WORKER))

    assert answer.status_code == 400
    assert answer.json()["known"] == ["limit"]
    assert SECRET not in answer.text


async def test_a_parameter_at_fault_is_named(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/things", params={"limit": SECRET}, headers=bearer(WORKER))

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == "limit"
    assert SECRET not in answer.text


async def test_a_path_that_is_no_id_names_nothing(client: httpx2.AsyncClient) -> None:
    answer = await client.post(f"/v1/things/{SECRET}/change", headers=bearer(WORKER))

    assert answer.status_code == 404
    assert SECRET not in answer.text


@pytest.mark.parametrize(("method", "path"), [("GET", "/nowhere"), ("DELETE", "/v1/things")])
async def test_what_is_not_there_is_a_problem_too(
    client: httpx2.AsyncClient, method: str, path: str
) -> None:
    answer = await client.request(method, path, headers=bearer(WORKER))

    assert answer.status_code in {404, 405}
    assert answer.headers["content-type"] == PROBLEM_JSON


async def test_a_wrong_method_is_told_every_right_one(client: httpx2.AsyncClient) -> None:
    answer = await client.delete("/v1/things", headers=bearer(WORKER))

    assert (answer.status_code, answer.json()["type"]) == (405, "/problems/NoSuchMethod")
    assert answer.headers["allow"] == "GET, POST"
    assert answer.json()["allow"] == ["GET", "POST"]


@pytest.mark.parametrize("token", ["", " ", "intake", "intake:1:1", "a:b:c,"])
async def test_a_sync_token_that_is_none_is_refused(
    client: httpx2.AsyncClient, token: str
) -> None:
    answer = await client.get("/v1/things", headers=bearer(WORKER) | {"Sync-Token": token})

    assert (answer.status_code, answer.json()["type"]) == (400, "/problems/SyncTokenUnreadable")


async def test_a_bug_is_told_by_an_id_and_nothing_else(
    client: httpx2.AsyncClient, database: Database
) -> None:
    answer = await client.post("/v1/break", headers=bearer(WORKER))

    assert answer.status_code == 500
    assert set(answer.json()) == {"type", "title", "status", "error_id"}
    assert SECRET not in answer.text
    assert await database.pool.fetchval("SELECT count(*) FROM journal") == 0


async def test_a_bug_is_logged_by_the_same_id_without_its_words(
    client: httpx2.AsyncClient, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = await client.post("/v1/break", headers=bearer(WORKER))

    said = capsys.readouterr().out
    assert answer.json()["error_id"] in said
    assert "RuntimeError at break_down" in said
    assert SECRET not in said


@pytest.mark.parametrize(
    ("wanted", "language", "title"),
    [
        ("pl", "pl", "Potrzebny jest ważny token dostępu: `Authorization: Bearer …`."),
        ("pl-PL,en;q=0.5", "pl", "Potrzebny jest ważny token dostępu: `Authorization: Bearer …`."),
        ("en", "en", "A valid access token is needed: `Authorization: Bearer …`."),
        ("de", "en", "A valid access token is needed: `Authorization: Bearer …`."),
    ],
)
async def test_a_problem_speaks_polish_or_english(
    client: httpx2.AsyncClient, wanted: str, language: str, title: str
) -> None:
    answer = await client.get("/v1/things", headers={"accept-language": wanted})

    assert answer.headers["content-language"] == language
    assert answer.json()["title"] == title
