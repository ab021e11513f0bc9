"""One document for the whole house, woven from each process's own."""

from collections.abc import Iterable, Mapping
from typing import Any

from gateway.bounds import bound, schemas_in
from gateway.forms import ETAG, FORMS, SYNC_TOKEN

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
    "advice": "Whose clients they are, and who stands in for whom.",
    "my-day": "What is to be done by a worker or her team, also as a calendar.",
    "meetings": "Meetings of those who work with a client: invitations, minutes, decisions.",
    "information requests": "What one institution asks of another about a client, by form and deadline.",
    "plans": "The one combined plan of a client: goals, actions, supports.",
    "referrals": "Referrals, each with its answer.",
    "offers": "A referral offered to several at once: the first to accept has it.",
    "referral links": "A link that opens one referral to whoever has no account here.",
    "indicators": "What came of it all, by quarter, with small numbers withheld.",
    "benefits": "The degressive award: what a job takes away, and what replaces it.",
    "vouchers": "Care vouchers: programme, voucher, visits, settlement.",
    "directory": "Institutions, partnerships and their agreements.",
    "services": "What institutions offer, where, to whom, and how many places are free.",
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
_BEARER: Json = {
    "type": "http",
    "scheme": "bearer",
    "bearerFormat": "JWT",
    "description": "An access token of your identity provider, a JWT as RFC 9068 and RFC8725 ask.",
}


def _header(text: str, **schema: Any) -> Json:
    return {"description": text, "schema": {"type": "string"} | schema}


_HEADERS: Json = {
    "ETag": _header("The version of what is shown.", **ETAG),
    "Sync-Token": _header("Send it back to read this write anywhere.", **SYNC_TOKEN),
    "Location": _header("Where the new thing lives.", format="uri-reference", maxLength=2000),
    "WWW-Authenticate": _header("How to prove who you are (RFC 6750).", pattern="^[ -~]{1,1000}$"),
    "Retry-After": {
        "description": "Seconds until it is worth while to ask again (RFC 9110).",
        "schema": {"type": "integer", "format": "int32", "minimum": 0, "maximum": 86_400},
    },
    "RateLimit": _header(
        "How many more requests you may have under way (draft-ietf-httpapi-ratelimit-headers-10).",
        pattern="^[ -~]{1,1000}$",
        examples=['"caller";r=63'],
    ),
    "RateLimit-Policy": _header(
        "How many requests you may have under way at once (the same draft).",
        pattern="^[ -~]{1,1000}$",
        examples=['"caller";q=64;qu="concurrent-requests"'],
    ),
}
"""What answers carry besides their body; each told once."""
_LIMITED = ("RateLimit", "RateLimit-Policy")
_BESIDES = {"401": ("WWW-Authenticate",), "429": ("Retry-After",), "503": ("Retry-After",)}
_ALWAYS = {
    "400": "The request cannot be read.",
    "401": "A valid access token is needed.",
    "403": "Your role does not carry this right.",
    "429": "Too much was asked in a short time; ask again after `Retry-After`.",
    "500": "A fault of ours. It is noted; what it was about is not told.",
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
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    _one_name_each(schemas)
    for methods in paths.values():
        for method, operation in methods.items():
            _finish(operation, writes=method != "get")
    _untitle(paths, schemas)
    document = _around(version, paths, schemas)
    bound(document)
    return document


def _one_name_each(schemas: Json) -> None:
    """The framework spells two classes of one name by their modules; generated clients would too."""
    if long := sorted(name for name in schemas if "__" in name):
        raise ValueError(f"give these classes names of their own: {', '.join(long)}")


def _untitle(paths: Json, schemas: Json) -> None:
    """A field is told by its name; pydantic titles it with the same once more."""
    named = {id(schema) for schema in schemas.values()}
    for schema in schemas_in([paths, *schemas.values()]):
        if id(schema) not in named:
            schema.pop("title", None)


def _around(version: str, paths: Json, schemas: Json) -> Json:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Okienko",
            "version": version,
            "description": DESCRIPTION,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "contact": {"name": "Okienko", "url": "https://example.org/okienko"},
        },
        "servers": [{"url": "/", "description": "Production: this house", "x-internal": False}],
        "security": [{"bearer": []}],
        "tags": [{"name": name, "description": text} for name, text in _TAGS.items()],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": dict(sorted(schemas.items())),
            "headers": _HEADERS,
            "securitySchemes": {"bearer": _BEARER},
        },
    }


def _as_sent(parameter: Json) -> str:
    """A parameter is left out or is there: in an address or a header nothing is null. Its name."""
    schema = parameter["schema"]
    said = [one for one in schema.get("anyOf", ()) if one != {"type": "null"}]
    if len(said) == 1:
        parameter["schema"] = said[0] | {k: v for k, v in schema.items() if k != "anyOf"}
    name = str(parameter["name"])
    parameter["schema"] |= FORMS.get(name.lower(), {})
    # Said of the parameter already.
    parameter["schema"].pop("description", None)
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
    _carry(responses[success], "ETag", *(["Sync-Token"] if writes else ()))
    if success == "201":
        _carry(responses[success], "Location")
    for status, response in responses.items():
        # A fault of ours or of the house's may come from before anything is counted.
        _carry(response, *_BESIDES.get(status, ()), *(_LIMITED if status[0] in "24" else ()))
    operation["responses"] = dict(sorted(responses.items()))


def _carry(response: Json, *names: str) -> None:
    headers = response.setdefault("headers", {})
    headers |= {name: {"$ref": f"#/components/headers/{name}"} for name in names}
