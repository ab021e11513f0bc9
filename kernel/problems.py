"""Every no leaves as application/problem+json (RFC 9457), in English or Polish, never with the input."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException
from starlette.routing import Match

from kernel import ids
from kernel.observe import DENIED, log, where
from kernel.refusals import Kind, Refusal
from kernel.transactions import transient

PROBLEM_JSON = "application/problem+json"
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_BODY_LIMIT = 1024 * 1024
STATUS = {
    Kind.MALFORMED: 400,
    Kind.UNKNOWN_CALLER: 401,
    Kind.FORBIDDEN: 403,
    Kind.MISSING: 404,
    Kind.WRONG_METHOD: 405,
    Kind.CONFLICT: 409,
    Kind.STALE: 412,
    Kind.TOO_LARGE: 413,
    Kind.WRONG_TYPE: 415,
    Kind.INVALID: 422,
    Kind.UNCONDITIONAL: 428,
    Kind.TOO_MANY: 429,
    Kind.UNAVAILABLE: 503,
}


class FieldsAtFault(Refusal):
    """Some fields of the request are not as they must be; `errors` names each."""

    kind = Kind.INVALID
    pl = "Niektóre pola żądania są nieprawidłowe; `errors` wymienia każde z nich."


class Unreadable(Refusal):
    """The body is not valid JSON in UTF-8."""

    kind = Kind.MALFORMED
    pl = "Treść nie jest poprawnym dokumentem JSON w UTF-8."


class NotJson(Refusal):
    """The body must be sent as application/json."""

    kind = Kind.WRONG_TYPE
    pl = "Treść musi być wysłana jako application/json."


class BodyTooLarge(Refusal):
    """The body is larger than 1 MiB."""

    kind = Kind.TOO_LARGE
    pl = "Treść jest większa niż 1 MiB."


class UnknownParameter(Refusal):
    """The address has a query parameter that this operation does not know."""

    kind = Kind.MALFORMED
    pl = "Adres zawiera parametr, którego ta operacja nie zna."


class ParameterAtFault(Refusal):
    """A parameter of the address or a header is not as it must be; `errors` names each."""

    kind = Kind.MALFORMED
    pl = "Parametr adresu lub nagłówek jest nieprawidłowy; `errors` wymienia każdy z nich."


class NoSuchAddress(Refusal):
    """There is nothing at this address."""

    kind = Kind.MISSING
    pl = "Pod tym adresem nic nie ma."


class NoSuchMethod(Refusal):
    """This address does not know the method; `allow` lists those it knows."""

    kind = Kind.WRONG_METHOD
    pl = "Ten adres nie zna tej metody; `allow` wymienia te, które zna."


class HouseUnavailable(Refusal):
    """A part of the system is away for a moment; repeat soon, with the same Idempotency-Key."""

    kind = Kind.UNAVAILABLE
    pl = "Część systemu jest chwilowo niedostępna; proszę powtórzyć z tym samym Idempotency-Key."


def problem(refusal: Refusal, language: str = "en") -> dict[str, Any]:
    """A refusal as a problem."""
    cls = type(refusal)
    title = cls.pl if language == "pl" else " ".join((cls.__doc__ or "").split())
    body: dict[str, Any] = {
        "type": f"/problems/{cls.__name__}",
        "title": title,
        "status": STATUS[refusal.kind],
    }
    if refusal.pointer is not None:
        body["errors"] = [{"pointer": refusal.pointer, "detail": title}]
    return body | refusal.members


def answer(refusal: Refusal, language: str = "en") -> Response:
    """A refusal as a response."""
    headers: dict[str, str] = {"Content-Language": language}
    if refusal.retry_after is not None or refusal.kind is Kind.UNAVAILABLE:
        headers["Retry-After"] = str(refusal.retry_after or 1)
    if refusal.kind is Kind.WRONG_METHOD:
        headers["Allow"] = ", ".join(refusal.members.get("allow", ()))
    if refusal.kind is Kind.UNKNOWN_CALLER:
        headers["WWW-Authenticate"] = 'Bearer realm="okienko"'
    return JSONResponse(
        problem(refusal, language), STATUS[refusal.kind], headers, media_type=PROBLEM_JSON
    )


def problems(*refusals: type[Refusal]) -> dict[int | str, dict[str, Any]]:
    """Document the refusals of a route in OpenAPI."""
    responses: dict[int | str, dict[str, Any]] = {}
    for refusal in refusals:
        status = STATUS[refusal.kind]
        fresh = {
            "description": f"{refusal.kind.value.replace('_', ' ').capitalize()}.",
            "content": {
                PROBLEM_JSON: {"schema": {"$ref": "#/components/schemas/Problem"}, "examples": {}}
            },
        }
        media = responses.setdefault(status, fresh)["content"][PROBLEM_JSON]
        media["examples"][refusal.__name__] = {"value": problem(refusal())}
    return responses


def language_of(headers: Mapping[str, str]) -> str:
    """Polish if the caller prefers it, else English."""
    wanted = headers.get("accept-language", "").lower()
    return "pl" if wanted.startswith("pl") else "en"


# pydantic's own words quote a character or a tag of what was sent; these say the same without.
WORDS = {
    "missing": "is required",
    "extra_forbidden": "is not a field of this request",
    "json_invalid": "is not valid JSON",
    "uuid_parsing": "must be an id (UUID)",
    "uuid_type": "must be an id (UUID)",
    "date_from_datetime_parsing": "must be an existing day, YYYY-MM-DD",
    "date_parsing": "must be an existing day, YYYY-MM-DD",
    "date_type": "must be a day, YYYY-MM-DD",
    "string_type": "must be text",
    "string_unicode": "must be text in Unicode",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "is too large",
    "bool_type": "must be true or false",
    "bool_parsing": "must be true or false",
    "string_pattern_mismatch": "is not written as it must be",
    "union_tag_invalid": "is none of the known kinds",
    "union_tag_not_found": "needs a kind",
    "model_attributes_type": "must be an object",
    "model_type": "must be an object",
    "dict_type": "must be an object",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "enum": "is none of the known codes",
    "literal_error": "is none of the known codes",
    "decimal_parsing": "must be an amount",
}
_OWN_WORDS = {
    "value_error", "too_short", "too_long", "string_too_short", "string_too_long",
    "greater_than_equal", "less_than_equal", "greater_than", "less_than",
}  # fmt: skip
_PLAIN_NAME = re.compile(r"[a-z][a-z0-9_]{0,63}")


def _detail(error: Mapping[str, Any]) -> str:
    kind = error["type"]
    if kind in _OWN_WORDS:
        return str(error["msg"]).removeprefix("Value error, ")
    return WORDS.get(kind, "is not as it must be")


def _pointer(loc: tuple[int | str, ...], body: Any) -> str:
    """The JSON Pointer of a field. pydantic puts a union's tag in between; the body has no such step."""
    steps, here = [], body
    for place, step in enumerate(loc):
        last = place == len(loc) - 1
        inside = isinstance(here, dict) and step in here
        if isinstance(here, list) and isinstance(step, int) and step < len(here):
            inside = True
        if not inside and not last:
            continue
        # An unknown field's name is the caller's own words: shown only if it can be nobody's data.
        if isinstance(step, str) and not _PLAIN_NAME.fullmatch(step):
            break
        steps.append(str(step))
        here = here[step] if inside else None
    return "".join(f"/{step}" for step in steps)


def fields_at_fault(found: Sequence[Mapping[str, Any]], body: Any) -> FieldsAtFault:
    """What pydantic found wrong in a body, told without repeating any of it."""
    return FieldsAtFault(
        errors=[{"pointer": _pointer(i["loc"], body), "detail": _detail(i)} for i in found]
    )


def _from_validation(error: RequestValidationError) -> Refusal:
    found = error.errors()
    if any(item["type"] == "json_invalid" for item in found):
        return Unreadable()
    places = {item["loc"][0] for item in found}
    if places == {"body"} and error.body is None and found[0]["type"] == "missing":
        return FieldsAtFault(errors=[{"pointer": "", "detail": "a body is required"}])
    if "body" in places:
        inside = [i | {"loc": i["loc"][1:]} for i in found if i["loc"][0] == "body"]
        return fields_at_fault(inside, error.body)
    named = [{"parameter": str(item["loc"][-1]), "detail": _detail(item)} for item in found]
    # A path that is no id cannot name anything that exists.
    return NoSuchAddress() if places == {"path"} else ParameterAtFault(errors=named)


def refusal_for(error: Exception) -> Refusal | None:
    """The refusal that an exception means; none for a bug."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, RequestValidationError):
        return _from_validation(error)
    if isinstance(error, HTTPException):
        known = {404: NoSuchAddress, 413: BodyTooLarge, 415: NotJson, 400: Unreadable}
        return known[error.status_code]() if error.status_code in known else None
    if not transient(error):
        return None
    log().warning("away", error=where(error))
    return HouseUnavailable(retry_after=1)


async def _refuse(request: Request, error: Exception) -> Response:
    refusal = refusal_for(error)
    if isinstance(error, HTTPException) and error.status_code == STATUS[Kind.WRONG_METHOD]:
        refusal = NoSuchMethod(allow=_methods_at(request))
    language = language_of(request.headers)
    if refusal is None:
        return _bug(request, error)
    if refusal.kind is Kind.FORBIDDEN:
        DENIED.labels(operation_of(request.scope)).inc()
    log().info(
        "refused", use_case=operation_of(request.scope), problem=type(refusal).__name__,
        status=STATUS[refusal.kind],
    )  # fmt: skip
    return answer(refusal, language)


def _methods_at(request: Request) -> list[str]:
    """All that an address knows. The framework names those of the first route alone (RFC 9110 10.2.1)."""
    scopes = [{**request.scope, "method": method} for method in _METHODS]
    knows = request.app.router.routes
    return [one["method"] for one in scopes if any(r.matches(one)[0] is Match.FULL for r in knows)]


def _bug(request: Request, error: Exception) -> Response:
    """A bug is told by an id to quote, and nothing else."""
    if isinstance(error, HTTPException):
        body = {"type": "about:blank", "title": error.detail, "status": error.status_code}
        return JSONResponse(body, error.status_code, error.headers, media_type=PROBLEM_JSON)
    error_id = str(ids.new())
    log().error("bug", use_case=operation_of(request.scope), error_id=error_id, error=where(error))
    body = {
        "type": "/problems/InternalError",
        "title": "Something went wrong on our side; please quote the id.",
        "status": 500,
        "error_id": error_id,
    }
    return JSONResponse(body, 500, media_type=PROBLEM_JSON)


def operation_of(scope: Mapping[str, Any]) -> str:
    """The name of the operation a request reached; bounded, so it may be a label."""
    route = scope.get("route")
    return str(getattr(route, "name", None) or "none")


class AllErrors:
    """The last handler: whatever escapes a route leaves as a problem, never as a trace."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass on; answer for what was raised before a response began."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def sending(message: Any) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            if begun:
                raise
            response = await _refuse(Request(scope), error)
            await response(scope, receive, send)


class BodyLimit:
    """Reads no more of a body than 1 MiB. The framework's own limit answers in plain text."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Pass on, and count."""
        left = _BODY_LIMIT
        declared = dict(scope.get("headers", ())).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > left:
            raise HTTPException(413)

        async def receiving() -> Any:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413)
            return message

        await self._app(scope, receiving, send)


def install(app: FastAPI) -> None:
    """Let an app say no in this way only."""
    app.add_exception_handler(Refusal, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse)
    app.add_exception_handler(HTTPException, _refuse)
    app.add_middleware(BodyLimit)
    app.add_middleware(AllErrors)
