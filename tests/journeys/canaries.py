"""Canaries: made-up personal data, each word of which occurs once in the world, and where to look for it."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from okienko.personas import with_check_digit

Json = dict[str, Any]

_WORD = "kanarek"


class Flock:
    """Plants canaries into what is sent, and remembers them."""

    def __init__(self, schemas: Mapping[str, Json]) -> None:
        self._schemas = schemas
        self._numbers = count(10_000)
        self.planted: dict[str, str] = {}
        """Each canary and where it was put."""

    def fill(self, schema: Json, example: Any, where: str) -> Any:
        """The example with a canary in every free text, also in those it leaves out."""
        schema = self._plain(schema, example)
        if isinstance(example, list):
            return [self.fill(schema.get("items", {}), item, where) for item in example]
        if isinstance(example, dict):
            return self._fill_object(schema, example, where)
        name = where.rsplit(".", 1)[-1]
        if isinstance(example, str) and (name in _MADE or self._is_free(schema)):
            return self._canary(name, where, example, schema)
        return example

    def _fill_object(self, schema: Json, example: Json, where: str) -> Json:
        filled = {}
        for name, inner in schema.get("properties", {}).items():
            place = f"{where}.{name}"
            if example.get(name) is not None:
                filled[name] = self.fill(inner, example[name], place)
            elif self._may_be_added(name, inner, example):
                plain = self._plain(inner, "")
                filled[name] = self._canary(name, place, _born(example), plain)
        return example | filled

    def _may_be_added(self, name: str, schema: Json, example: Json) -> bool:
        """Whether a canary can stand where the example leaves something out."""
        if name == "pesel":
            return "birth_date" in example
        if "name" in example or "family" in example:
            # A search takes the whole name or its parts, not both.
            name = name if name not in {"name", "family", "given"} else ""
        return name in {"phone", "email"} or (
            bool(name) and self._is_free(self._plain(schema, ""))
        )

    def _plain(self, schema: Json, example: Any) -> Json:
        """The schema without references and without `or null`; of several kinds the example's."""
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[-1]]
        choices = [c for c in schema.get("anyOf") or schema.get("oneOf") or () if c != _NULL]
        if not choices:
            return schema
        resolved = [self._plain(choice, example) for choice in choices]
        said = example.get("kind") if isinstance(example, dict) else None
        return next((c for c in resolved if said and _kind(c) == said), resolved[0])

    def _is_free(self, schema: Json) -> bool:
        """Whether anything may be written there."""
        codes = {"enum", "const", "format"} & set(schema)
        pattern = schema.get("pattern", "")
        return schema.get("type") == "string" and not codes and (not pattern or "x00" in pattern)

    def _canary(self, name: str, where: str, example: str, schema: Json) -> str:
        number = next(self._numbers)
        short = schema.get("maxLength", _LONG) < _LONG
        make = _MADE.get(name, _short_word if short else _word)
        made = make(number, example)
        self.planted[made] = where
        return made


def _born(particulars: Json) -> str:
    """The birth date as a PESEL number of that century begins."""
    return str(particulars.get("birth_date", ""))[2:].replace("-", "")


_NULL = {"type": "null"}


def _kind(schema: Json) -> Any:
    return schema.get("properties", {}).get("kind", {}).get("const")


def _word(number: int, _: str) -> str:
    return f"{_WORD.capitalize()} {number} from nowhere"


def _short_word(number: int, _: str) -> str:
    return f"{_WORD}{number}"


_LONG = 30
_MADE: dict[str, Callable[[int, str], str]] = {
    "bank_account": lambda _, example: example,
    # An institution's own account, a voucher's number, columns of numbers: none takes a word.
    "serial": lambda _, example: example,
    "from_account": lambda _, example: example,
    "csv": lambda _, example: example,
    "pesel": lambda number, born: (
        born if len(born) == _WHOLE else with_check_digit(f"{born[:6]}{number % 10_000:04}0")
    ),
    "phone": lambda number, _: f"+4850{number:07}",
    "email": lambda number, _: f"{_WORD}{number}@example.org",
}
"""What has a form of its own: a PESEL number keeps its birth date, and one that is asked for is known."""
_WHOLE = 11


def sightings(planted: Mapping[str, str], text: bytes) -> Iterator[str]:
    """Where those canaries were planted that occur in some bytes."""
    needles = re.compile(
        b"|".join(re.escape(canary.lower().encode()) for canary in planted) or b"$^"
    )
    places = {canary.lower().encode(): where for canary, where in planted.items()}
    for found in set(needles.findall(text.lower())):
        yield places[found]


def files(folder: Path) -> Iterator[Path]:
    """Every file below a folder; one that is gone meanwhile is none."""
    yield from (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
