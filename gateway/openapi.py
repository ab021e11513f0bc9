"""One document for the whole house, woven from each process's own."""

from collections.abc import Iterable, Mapping
from typing import Any

from gateway.forms import FORMS

Json = dict[str, Any]

DESCRIPTION = """One client record, one support plan, an answer to every referral.

A worker registers a client once; every partner entitled to see her reads the same record.
Send the access token of your identity provider as `Authorization: Bearer …`; in a local
demonstration `okienko token ops-zabrze` prints one. Every error is `application/problem+json`
(RFC 9457). You may send `Idempotency-Key` with a POST that changes something, and `Sync-Token`
to read your own writes."""

_TAGS = {
    "record": "The record of a client, cut to what you may see, and its timeline.",
    "feed": "What happened to the clients you may see: pulled, streamed, or sent to you.",
    "intake": "Who the client is, her household, incomes, needs and work; sharing, duplicates, her rights.",
    "audit": "The log of who saw and did what, for the data-protection officer.",
    "interviews": "The family environmental interview: deadline, segments, signatures, update.",
    "papers": "What is printed for a client: to read, to sign, to keep.",
    "plans": "The one combined plan of a client: goals, actions, supports.",
    "referrals": "Referrals, each with its answer.",
    "benefits": "The degressive award: what a job takes away, and what replaces it.",
    "vouchers": "Care vouchers: programme, voucher, visits, settlement.",
    "directory": "Institutions, partnerships and their agreements.",
}
_PROBLEM: Json = {
    "type": "object",
    "title": "Problem",
    "description": "Why not, in the form of RFC 9457; never with what was sent.",
    "required": ["type", "title", "status"],
    "properties": {
        "type": {"type": "string", "examples": ["/problems/ReferralNotFound"]},
        "title": {"type": "string"},
        "status": {"type": "integer", "format": "int32", "minimum": 400, "maximum": 599},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "JSON Pointer of the field."},
                    "parameter": {"type": "string", "description": "Name of the parameter."},
                    "detail": {"type": "string"},
                },
            },
        },
    },
    "additionalProperties": True,
}
_ALWAYS = {
    "400": "The request cannot be read.",
    "401": "A valid access token is needed.",
    "403": "Your role does not carry this right.",
    "503": "A part of the system is away for a moment.",
}
_ONCE = {
    "409": "As things stand it cannot be done; of a client whose data are restricted nothing can.",
    "422": "This Idempotency-Key was used for another request.",
}
_WITH_BODY = {
    "413": "The body is larger than 1 MiB.",
    "415": "The body must be sent as application/json.",
    "422": "Some fields are not as they must be.",
}


def weave(version: str, documents: Iterable[Mapping[str, Any]]) -> Json:
    """One document: every path, every schema once, every error a problem, every door locked."""
    paths: Json = {}
    schemas: Json = {"Problem": _PROBLEM}
    for document in documents:
        paths |= document.get("paths", {})
        for name, schema in document.get("components", {}).get("schemas", {}).items():
            if schemas.setdefault(name, schema) != schema:
                raise ValueError(f"two schemas are called {name}")
    _tell_bounds([paths, schemas])
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for methods in paths.values():
        for method, operation in methods.items():
            _finish(operation, writes=method != "get")
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Okienko",
            "version": version,
            "description": DESCRIPTION,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "contact": {"name": "Okienko", "url": "https://example.org/okienko"},
        },
        "servers": [{"url": "/", "description": "This house"}],
        "security": [{"bearer": []}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}
            },
        },
    }


_BOUNDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}


def _tell_bounds(within: Any) -> None:
    """Exact numbers are sent as text, of which a schema cannot tell the bounds: words do."""
    if isinstance(within, list):
        for one in within:
            _tell_bounds(one)
    if isinstance(within, dict):
        for one in within.values():
            _tell_bounds(one)
        if places := within.pop("decimal_places", None):
            told = [f"{word} {within.pop(key)}" for key, word in _BOUNDS.items() if key in within]
            told.append(f"{places} places after the point at most")
            said = within.get("description", "")
            within["description"] = f"{said} {', '.join(told).capitalize()}.".strip()


def _as_sent(parameter: Json) -> str:
    """A parameter is left out or is there: in an address or a header nothing is null. Its name."""
    schema = parameter["schema"]
    said = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(said) == 1:
        parameter["schema"] = said[0] | {k: v for k, v in schema.items() if k != "anyOf"}
    name = str(parameter["name"])
    parameter["schema"] |= FORMS.get(name, {})
    return name


def _finish(operation: Json, *, writes: bool) -> None:
    """Say what every operation may answer, without saying it on every route."""
    named = [_as_sent(parameter) for parameter in operation.get("parameters", ())]
    texts = _ALWAYS | (_ONCE if "idempotency-key" in named else {})
    texts |= _WITH_BODY if "requestBody" in operation else {}
    responses = operation["responses"]
    # The framework's own 422 for a bad parameter: here that is a 400 or a 404, and a problem.
    if "application/json" in responses.get("422", {}).get("content", {}):
        del responses["422"]["content"]["application/json"]
        if not responses["422"]["content"]:
            del responses["422"]
    for status, text in texts.items():
        own = responses.get(status, {}).get("content", {})
        if "application/problem+json" not in own:
            media = {"schema": {"$ref": "#/components/schemas/Problem"}}
            responses[status] = {
                "description": text,
                "content": {"application/problem+json": media},
            }
    success = next(s for s in responses if s.startswith("2"))
    headers = responses[success].setdefault("headers", {})
    headers["ETag"] = _header("The version of what is shown.")
    if writes:
        headers["Sync-Token"] = _header("Send it back to read this write anywhere.")
    if success == "201":
        headers["Location"] = _header("Where the new thing lives.")
    operation["responses"] = dict(sorted(responses.items()))


def _header(text: str) -> Json:
    return {"description": text, "schema": {"type": "string"}}
