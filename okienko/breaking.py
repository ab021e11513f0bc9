"""What a client written for the last released OpenAPI document would stumble over in today's."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import orjson

Json = Mapping[str, Any]
RELEASED = Path(__file__).resolve().parents[1] / "clients/released/openapi.json.gz"
"""The document as it was last released: what partners' programs were written for."""
_AT_MOST = ("maxLength", "maxItems", "maximum", "exclusiveMaximum", "maxProperties")
_AT_LEAST = ("minLength", "minItems", "minimum", "exclusiveMinimum", "minProperties")
_FORMS = ("format", "pattern", "multipleOf", "uniqueItems")


def keep(document: bytes) -> None:
    """From now on this document is the released one."""
    RELEASED.parent.mkdir(parents=True, exist_ok=True)
    # Without a time in it, so that the same document makes the same file.
    RELEASED.write_bytes(gzip.compress(document, mtime=0))


def since_release(document: bytes) -> list[str]:
    """What today's document breaks of the released one, in words; what its version allows is none."""
    old, new = orjson.loads(gzip.decompress(RELEASED.read_bytes())), orjson.loads(document)
    return [] if _may_break(old["info"]["version"], new["info"]["version"]) else breaks(old, new)


def _may_break(old: str, new: str) -> bool:
    """By Semantic Versioning 2.0, items 4 and 8: a first number above, or before 1.0 a second."""
    before, after = ([int(part) for part in one.split(".")[:2]] for one in (old, new))
    return after[0] > before[0] or (before[0] == after[0] == 0 and after[1] > before[1])


def breaks(old: Json, new: Json) -> list[str]:
    """Every change that breaks a client of the old document, sorted; none if it may stay as it is.

    A new value of a code in an answer is none: codes are open, and clients bear values they do not
    know. A value that is no longer there is one, for it may stand in a program.
    """
    return sorted(set(_Comparison(old, new).all()))


class _Comparison:
    """Reads two documents side by side."""

    def __init__(self, old: Json, new: Json) -> None:
        self._old, self._new = old, new
        self._known: dict[tuple[str, str, bool], list[str]] = {}

    def all(self) -> Iterator[str]:
        for path, methods in self._old["paths"].items():
            for method, operation in methods.items():
                where = f"{method.upper()} {path}"
                if (now := self._new["paths"].get(path, {}).get(method)) is None:
                    yield f"{where}: is gone"
                else:
                    yield from (f"{where}: {told}" for told in self._operation(operation, now))

    def _operation(self, old: Json, new: Json) -> Iterator[str]:
        if old.get("operationId") != new.get("operationId"):
            yield f"is no longer called {old.get('operationId')}"
        if old.get("security") == [] != new.get("security"):
            yield "now asks for a token"
        yield from self._parameters(old, new)
        yield from self._body(old, new)
        yield from self._answers(old, new)

    def _parameters(self, old: Json, new: Json) -> Iterator[str]:
        before, after = self._told(self._old, old), self._told(self._new, new)
        for name, one in after.items():
            if one.get("required") and not before.get(name, {}).get("required"):
                yield f"parameter {name}: is now required"
        for name, one in before.items():
            if name not in after:
                yield f"parameter {name}: is gone"
            else:
                yield from _at(
                    f"parameter {name}", self._schema(one["schema"], after[name]["schema"], True)
                )

    def _told(self, document: Json, operation: Json) -> dict[str, Json]:
        told = [_read(document, one) for one in operation.get("parameters", ())]
        return {str(one["name"]).lower(): one for one in told}

    def _body(self, old: Json, new: Json) -> Iterator[str]:
        before, after = old.get("requestBody", {}), new.get("requestBody", {})
        if after.get("required") and not before.get("required"):
            yield "a body is now required"
        yield from _at("body", self._media(before, after, asked=True))

    def _answers(self, old: Json, new: Json) -> Iterator[str]:
        for status, told in old["responses"].items():
            if status not in new["responses"]:
                yield f"answer {status}: is gone"
                continue
            before = _read(self._old, told)
            after = _read(self._new, new["responses"][status])
            for header in before.get("headers", {}).keys() - after.get("headers", {}).keys():
                yield f"answer {status}: header {header} is gone"
            yield from _at(f"answer {status}", self._media(before, after, asked=False))

    def _media(self, old: Json, new: Json, *, asked: bool) -> Iterator[str]:
        after = new.get("content", {})
        for media, told in old.get("content", {}).items():
            if media not in after:
                yield f"{media} is gone"
            else:
                yield from self._schema(
                    told.get("schema", {}), after[media].get("schema", {}), asked
                )

    def _schema(self, old: Json, new: Json, asked: bool) -> list[str]:
        """What breaks where one schema takes the place of another; `asked`: it is sent to us."""
        key = (str(old.get("$ref")), str(new.get("$ref")), asked)
        if "$ref" not in old or "$ref" not in new:
            return list(self._union(_read(self._old, old), _read(self._new, new), asked))
        if key not in self._known:
            self._known[key] = []  # a schema that comes back to itself
            found = self._union(_read(self._old, old), _read(self._new, new), asked)
            self._known[key] = list(_at(key[0].rsplit("/", 1)[-1], found))
        return self._known[key]

    def _union(self, old: Json, new: Json, asked: bool) -> Iterator[str]:
        before, after = _kinds(old), _kinds(new)
        if len(before) == len(after) == 1:
            yield from self._one(before[0], after[0], asked)
            return
        # Whatever was taken is taken still; whatever is told was told before.
        for kind in before if asked else after:
            others = after if asked else before
            pairs = [(kind, other) if asked else (other, kind) for other in others]
            tried = [self._schema(one, other, asked) for one, other in pairs]
            if all(tried):
                name = str(kind.get("$ref", kind.get("type", "a kind"))).rsplit("/", 1)[-1]
                yield from _at(name, tried[0]) if asked else [f"may now be {name}"]

    def _one(self, old: Json, new: Json, asked: bool) -> Iterator[str]:
        if "$ref" in old or "$ref" in new:
            yield from self._schema(old, new, asked)
            return
        if not _types(new if not asked else old) <= _types(old if not asked else new):
            yield f"is {new.get('type')}, not {old.get('type')}"
        yield from _codes(old, new, asked)
        yield from _limits(old, new, asked)
        yield from self._fields(old, new, asked)
        yield from self._inside(old, new, asked)

    def _fields(self, old: Json, new: Json, asked: bool) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        must, now_must = set(old.get("required", ())), set(new.get("required", ()))
        if asked:
            yield from (f"{name}: is now required" for name in now_must - must)
        else:
            yield from (
                f"{name}: may be left out now" for name in (must - now_must) & after.keys()
            )
        for name, schema in before.items():
            if name in after:
                yield from _at(name, self._schema(schema, after[name], asked))
            elif not asked or new.get("additionalProperties") is False:
                yield f"{name}: is gone"

    def _inside(self, old: Json, new: Json, asked: bool) -> Iterator[str]:
        closed = new.get("additionalProperties") is False
        if asked and closed and old.get("additionalProperties", True) is not False:
            yield "takes no other fields now"
        for key in ("items", "additionalProperties"):
            if isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
                yield from _at("each", self._schema(old[key], new[key], asked))
        pairs = zip(old.get("prefixItems", ()), new.get("prefixItems", ()), strict=False)
        for place, (one, other) in enumerate(pairs):
            yield from _at(str(place), self._schema(one, other, asked))


def _at(where: str, found: Iterable[str]) -> Iterator[str]:
    return (f"{where}: {told}" for told in found)


def _read(document: Json, part: Json) -> Json:
    """A part, or what it refers to."""
    if "$ref" not in part:
        return part
    kind, name = str(part["$ref"]).split("/")[2:]
    found: Json = document["components"][kind][name]
    return found


def _kinds(schema: Json) -> list[Json]:
    """What a value may be, unions within unions laid open."""
    inner = schema.get("anyOf") or schema.get("oneOf")
    return [one for kind in inner for one in _kinds(kind)] if inner else [schema]


def _types(schema: Json) -> set[str]:
    said = schema.get("type")
    found = {"*"} if said is None else {said} if isinstance(said, str) else set(said)
    # A whole number is a number; whoever takes anything takes each.
    every = {"null", "boolean", "integer", "number", "string", "array", "object"}
    return every if "*" in found else found | ({"integer"} if "number" in found else set())


def _codes(old: Json, new: Json, asked: bool) -> Iterator[str]:
    before = old.get("enum", [old["const"]] if "const" in old else None)
    after = new.get("enum", [new["const"]] if "const" in new else None)
    if before is None:
        if after is not None and asked:
            yield "takes certain values only"
    elif after is not None:
        yield from (f"{value} is gone" for value in before if value not in after)
    elif not asked:
        yield "may now be any value"


def _limits(old: Json, new: Json, asked: bool) -> Iterator[str]:
    """What is sent to us may not be held tighter; what we send may not change its form."""
    for key in _FORMS if asked else ("format",):
        if new.get(key) != old.get(key) and ((asked and key in new) or (key in old and not asked)):
            yield f"{key} is {new.get(key)}, not {old.get(key)}"
    for keys, sign in ((_AT_MOST, 1), (_AT_LEAST, -1)) if asked else ():
        for key in keys:
            if key in new and (key not in old or sign * new[key] < sign * old[key]):
                yield f"{key} is {new[key]}, not {old.get(key)}"
