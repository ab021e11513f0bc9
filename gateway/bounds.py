"""How long, how many, how large: what a schema leaves unsaid of itself, told where it is certain.

What is *sent to us* must say its own bounds, because a value type that forgets them is a fault, and
the linter finds it. What *we send* is kept within bounds of the whole house, told here.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

Json = dict[str, Any]
LARGEST = 2**53 - 1
"""The largest whole number that every JSON reader tells from its neighbours (RFC 8259, section 6)."""
LONGEST = 2**20
"""Characters of a text: no longer one can come, since a body has at most 1 MiB."""
LONGEST_FILE = 2**26
"""Bytes of a printed page, a sheet or a file for a bank."""
MOST = 100_000
"""Items of a list that is not told in pages."""
TEXT = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$"
"""No text holds control characters besides its ends of lines: none is taken in."""
_PARSER: Any = import_module("re._parser")
"""Python's own reader of patterns: nothing public counts how wide one is."""
_LONGEST_NUMBER = 40
_FORMATS = {
    "date": 10, "uuid": 36, "date-time": 35, "email": 254, "uri": 2_000, "binary": LONGEST_FILE,
}  # fmt: skip
_NAMES = {"properties", "schemas", "patternProperties", "$defs", "dependentSchemas"}
_SAID = {"example", "examples", "default", "enum", "const"}
_WORDS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}
_KEYS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}


def bound(document: Json) -> None:
    """Tell the bounds of every schema in a document."""
    schemas = document["components"]["schemas"]
    operations = [o for methods in document["paths"].values() for o in methods.values()]
    asked = [[o.get("requestBody", {}), o.get("parameters", [])] for o in operations]
    taken = named_in(asked, schemas)
    answered = [operation["responses"] for operation in operations]
    given = [schema for name, schema in schemas.items() if name not in taken]
    for schema in schemas_in([asked, [schemas[name] for name in taken]]):
        _tell(schema, ours=False)
    for schema in schemas_in([answered, document["components"]["headers"], given]):
        _tell(schema, ours=True)


def named_in(part: Any, schemas: Mapping[str, Any]) -> set[str]:
    """The names of the schemas that a part of a document comes to."""
    found: set[str] = set()
    new = set(_refs(part))
    while new:
        found |= new
        new = set(_refs([schemas[name] for name in new])) - found
    return found


def _refs(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _refs(one)
    elif isinstance(part, dict):
        for key, one in part.items():
            if key == "$ref" and one.startswith("#/components/schemas/"):
                yield one.rsplit("/", 1)[1]
            else:
                yield from _refs(one)


def schemas_in(part: Any, *, names: bool = False) -> Iterator[Json]:
    """Every schema of a part; a map of names to schemas is none, though one is called "type"."""
    if isinstance(part, list):
        for one in part:
            yield from schemas_in(one)
    elif isinstance(part, dict):
        if not names:
            yield part
        for key, one in list(part.items()):
            if names or key not in _SAID:
                yield from schemas_in(one, names=not names and key in _NAMES)


def _tell(schema: Json, *, ours: bool) -> None:
    _tell_number(schema)
    match schema.get("type"):
        case "string" if not schema.keys() & {"enum", "const"}:
            _tell_text(schema, ours=ours)
        case "integer":
            _tell_integer(schema, ours=ours)
        case "array":
            _tell_list(schema, ours=ours)


def _tell_text(schema: Json, *, ours: bool) -> None:
    if "maxLength" not in schema and (most := _longest(schema)):
        schema["maxLength"] = most
    if ours:
        schema.setdefault("maxLength", LONGEST)
    if not schema.keys() & {"format", "pattern"} and "maxLength" in schema:
        schema["pattern"] = TEXT


def _longest(schema: Json) -> int | None:
    """What a form allows at most: a pattern with an end has a width."""
    if (form := schema.get("format")) in _FORMATS:
        return _FORMATS[form]
    if "pattern" not in schema:
        return None
    most = int(_PARSER.parse(schema["pattern"]).getwidth()[1])
    return most if most <= LONGEST else None


def _tell_integer(schema: Json, *, ours: bool) -> None:
    if ours:
        if "exclusiveMinimum" not in schema:
            schema.setdefault("minimum", -LARGEST)
        if "exclusiveMaximum" not in schema:
            schema.setdefault("maximum", LARGEST)
    limits = [abs(schema[key]) for key in _KEYS.values() if key in schema]
    narrow = len(limits) == 2 and max(limits) < 2**31  # noqa: PLR2004 both ends of a range
    schema.setdefault("format", "int32" if narrow else "int64")


def _tell_list(schema: Json, *, ours: bool) -> None:
    if "prefixItems" in schema and "items" not in schema:
        # All places of a tuple are told; older readers ask for this word as well.
        kinds: list[Json] = []
        kinds += (one for one in schema["prefixItems"] if one not in kinds)
        schema["items"] = kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if ours:
        schema.setdefault("maxItems", MOST)


def _tell_number(schema: Json) -> None:
    """Exact numbers are sent as text, of which a schema cannot tell the bounds: words do."""
    kinds = schema.get("anyOf", [])
    if places := schema.pop("decimal_places", None):
        bounds = {key: schema.pop(key) for key in _WORDS if key in schema}
        told = [f"{word} {bounds[key]}" for key, word in _WORDS.items() if key in bounds]
        told.append(f"{places} places after the point at most")
        said = schema.get("description", "")
        schema["description"] = f"{said} {', '.join(told).capitalize()}.".strip()
        for kind in kinds:
            if kind.get("type") in {"integer", "number"}:
                kind |= {_KEYS[key]: float(limit) for key, limit in bounds.items()}
    schema.pop("max_digits", None)
    if any(kind.get("type") == "number" for kind in kinds):
        for kind in kinds:
            if kind.get("type") == "string" and "pattern" not in kind:
                kind.setdefault("maxLength", _LONGEST_NUMBER)
