"""A change that breaks a partner's program is found, and one that does not is let pass."""

import gzip
from copy import deepcopy
from pathlib import Path
from typing import Any

import orjson
import pytest

from okienko import breaking, documents
from okienko.breaking import breaks, since_release
from okienko.trouble import Trouble

REF = "#/components/schemas/"
OLD: Any = {
    "info": {"version": "0.1.0"},
    "paths": {
        "/v1/things": {
            "post": {
                "operationId": "send_thing",
                "parameters": [
                    {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}},
                    {"$ref": "#/components/parameters/IfMatch"},
                ],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": f"{REF}Send"}}}},
                "responses": {
                    "201": {
                        "headers": {"ETag": {}},
                        "content": {"application/json": {"schema": {"$ref": f"{REF}View"}}},
                    },
                    "409": {"$ref": "#/components/responses/Conflict"},
                },
            }
        }
    },
    "components": {
        "parameters": {"IfMatch": {"name": "if-match", "in": "header", "schema": {"type": "string"}}},
        "responses": {"Conflict": {"content": {"application/problem+json": {"schema": {}}}}},
        "schemas": {
            "Send": {
                "type": "object",
                "additionalProperties": False,
                "required": ["kind"],
                "properties": {
                    "kind": {"$ref": f"{REF}Kind"},
                    "note": {"anyOf": [{"type": "string", "maxLength": 200}, {"type": "null"}]},
                    "parts": {"type": "array", "items": {"$ref": f"{REF}Send"}, "maxItems": 9},
                },
            },
            "View": {
                "type": "object",
                "required": ["kind", "day"],
                "properties": {
                    "kind": {"$ref": f"{REF}Kind"},
                    "day": {"type": "string", "format": "date", "maxLength": 10},
                    "count": {"type": "integer"},
                },
            },
            "Kind": {"type": "string", "enum": ["red", "blue"]},
        },
    },
}  # fmt: skip
_SEND = ("components", "schemas", "Send")
_VIEW = ("components", "schemas", "View")
_POST = ("paths", "/v1/things", "post")
_GONE = object()


def changed(*steps: Any) -> Any:
    """The old document with one place in it changed."""
    *path, key, value = steps
    new = place = deepcopy(OLD)
    for step in path:
        place = place[step]
    if value is _GONE:
        del place[key]
    else:
        place[key] = value
    return new


BREAKS: dict[str, tuple[tuple[Any, ...], str]] = {
    "a path": (("paths", "/v1/things", _GONE), "POST /v1/things: is gone"),
    "a verb": ((*_POST, _GONE), "POST /v1/things: is gone"),
    "a name": ((*_POST, "operationId", "other"), "is no longer called send_thing"),
    "a parameter": ((*_POST, "parameters", []), "parameter limit: is gone"),
    "a parameter asked for": (
        (*_POST, "parameters", 0, "required", True), "parameter limit: is now required",
    ),
    "a new parameter asked for": (
        (*_POST, "parameters", 1, {"name": "x", "in": "query", "required": True, "schema": {}}),
        "parameter x: is now required",
    ),
    "a parameter's bound": (
        (*_POST, "parameters", 0, "schema", "maximum", 50), "maximum is 50, not 100",
    ),
    "a body asked for": ((*_POST, "requestBody", "required", True), "a body is now required"),
    "an answer": ((*_POST, "responses", "409", _GONE), "answer 409: is gone"),
    "a header": ((*_POST, "responses", "201", "headers", {}), "answer 201: header ETag is gone"),
    "a media type": ((*_POST, "responses", "201", "content", {}), "application/json is gone"),
    "a field asked for": ((*_SEND, "required", ["kind", "note"]), "Send: note: is now required"),
    "a field of a request": ((*_SEND, "properties", "note", _GONE), "Send: note: is gone"),
    "a field's null": (
        (*_SEND, "properties", "note", {"type": "string", "maxLength": 200}), "note: null: is",
    ),
    "a field's length": (
        (*_SEND, "properties", "note", "anyOf", 0, "maxLength", 50), "maxLength is 50, not 200",
    ),
    "a field's form": (
        (*_SEND, "properties", "note", "anyOf", 0, "pattern", "^a$"), "pattern is ^a$, not None",
    ),
    "a list's length": ((*_SEND, "properties", "parts", "maxItems", 3), "maxItems is 3, not 9"),
    "a kind of field": ((*_VIEW, "properties", "count", "type", "string"), "is string, not integer"),
    "a field of an answer": ((*_VIEW, "properties", "count", _GONE), "View: count: is gone"),
    "a field always there": ((*_VIEW, "required", ["kind"]), "View: day: may be left out now"),
    "an answer's null": (
        (*_VIEW, "properties", "day", {"anyOf": [OLD["components"]["schemas"]["View"]["properties"]["day"], {"type": "null"}]}),
        "View: day: may now be null",
    ),
    "an answer's form": (
        (*_VIEW, "properties", "day", "format", "date-time"), "format is date-time, not date",
    ),
    "a code": (("components", "schemas", "Kind", "enum", ["red"]), "Kind: blue is gone"),
}  # fmt: skip
PASSES: dict[str, tuple[Any, ...]] = {
    "nothing": ("info", "title", "Another"),
    "a new path": ("paths", "/v1/others", {"get": {"responses": {}}}),
    "a new parameter": (*_POST, "parameters", [*OLD["paths"]["/v1/things"]["post"]["parameters"], {"name": "x", "in": "query", "schema": {}}]),
    "a wider parameter": (*_POST, "parameters", 0, "schema", "maximum", 500),
    "a new answer": (*_POST, "responses", "422", {"content": {}}),
    "a new field of a request": (*_SEND, "properties", "extra", {"type": "string"}),
    "a field no longer asked for": (*_SEND, "required", []),
    "a longer text": (*_SEND, "properties", "note", "anyOf", 0, "maxLength", 400),
    "another kind of text": (*_SEND, "properties", "note", "anyOf", 1, {"anyOf": [{"type": "null"}, {"type": "integer"}]}),
    "a new field of an answer": (*_VIEW, "properties", "extra", {"type": "string"}),
    "a field now always there": (*_VIEW, "required", ["kind", "day", "count"]),
    "a shorter answer": (*_VIEW, "properties", "day", "maxLength", 8),
    "a new code": ("components", "schemas", "Kind", "enum", ["red", "blue", "green"]),
    "a parameter told in place": (*_POST, "parameters", 1, OLD["components"]["parameters"]["IfMatch"]),
}  # fmt: skip


@pytest.mark.parametrize(("steps", "told"), BREAKS.values(), ids=BREAKS)
def test_what_a_program_would_stumble_over_is_told(steps: tuple[Any, ...], told: str) -> None:
    found = breaks(OLD, changed(*steps))

    assert told in "\n".join(found)
    assert all(line.startswith("POST /v1/things: ") for line in found)


@pytest.mark.parametrize("steps", PASSES.values(), ids=PASSES)
def test_what_no_program_stumbles_over_is_let_pass(steps: tuple[Any, ...]) -> None:
    assert breaks(OLD, changed(*steps)) == []


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    file = tmp_path / "openapi.json.gz"
    monkeypatch.setattr(breaking, "RELEASED", file)
    breaking.keep(orjson.dumps(OLD))
    return file


@pytest.mark.usefixtures("released")
@pytest.mark.parametrize(
    ("of", "to", "may"),
    [("0.1.0", "0.1.1", False), ("0.1.0", "0.2.0", True), ("1.1.0", "1.2.0", False),
     ("1.1.0", "2.0.0", True), ("0.9.0", "1.0.0", True)],
)  # fmt: skip
def test_a_break_is_let_pass_by_a_version_that_says_so(of: str, to: str, *, may: bool) -> None:
    breaking.keep(orjson.dumps(OLD | {"info": {"version": of}}))
    new = changed("paths", "/v1/things", _GONE) | {"info": {"version": to}}

    assert since_release(orjson.dumps(new)) == ([] if may else ["POST /v1/things: is gone"])


def test_the_same_document_is_kept_as_the_same_file(released: Path) -> None:
    before = released.read_bytes()

    breaking.keep(orjson.dumps(OLD))

    assert released.read_bytes() == before
    assert orjson.loads(gzip.decompress(before)) == OLD


@pytest.mark.usefixtures("released")
def test_the_check_refuses_a_document_that_breaks_the_released_one() -> None:
    lost = orjson.loads(documents.OPENAPI.read_bytes())
    lost["paths"]["/v1/lost"] = {"get": {"operationId": "lost", "responses": {}}}
    breaking.keep(orjson.dumps(lost))

    with pytest.raises(Trouble, match=r"1 changes break(.|\n)*GET /v1/lost: is gone"):
        documents.check()
