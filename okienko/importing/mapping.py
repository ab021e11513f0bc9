"""A mapping: which columns of an export become which fields of a client."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from okienko.importing.rules import Rule, Unfit
from okienko.importing.table import Record
from okienko.trouble import Trouble
from services.intake.use_cases.register_client import RegisterClient

_READY_MADE = files("okienko.importing") / "mappings"


def _short(rule: object) -> object:
    """A column's name alone is a rule too."""
    return {"column": rule} if isinstance(rule, str) else rule


_Rule = Annotated[Rule, BeforeValidator(_short)]


@dataclass(frozen=True)
class Finding:
    """What is wrong with, or was done to, a row: in which column, and what; never the cell."""

    column: str
    detail: str


@dataclass(frozen=True)
class Mapped:
    """A row as it is sent, or why it cannot be."""

    row: dict[str, Any] | None
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


class ClientMapping(BaseModel):
    """What a mapping file says."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str = ""
    source: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
    reference: _Rule
    nothing: tuple[str, ...] = ()
    fields: Annotated[dict[str, _Rule], Field(min_length=1)]
    share_with: tuple[dict[str, Any], ...] = ()

    def check_columns(self, columns: Sequence[str]) -> list[str]:
        """Refuse a file that lacks a column; answer which of its columns the mapping does not read."""
        read = {name for _, rule in self._rules() for name in rule.columns}
        if lacking := sorted(read - set(columns)):
            raise Trouble(
                f"The file has no column {', '.join(lacking)}, which the mapping reads."
                f" Its columns are: {', '.join(columns)}."
            )
        return [name for name in columns if name not in read]

    def apply(self, record: Record) -> Mapped:
        """A row as it is sent."""
        empty = {word.casefold() for word in self.nothing}
        cells = {
            name: "" if text.strip().casefold() in empty else text.strip()
            for name, text in record.cells.items()
        }
        client: dict[str, Any] = {}
        values: dict[str, Any] = {}
        findings, notes = [], []
        for path, rule in self._rules():
            try:
                made = rule.make(cells)
            except Unfit as unfit:
                findings.append(Finding(_named(rule), str(unfit)))
                continue
            values[path] = made.value
            notes += [Finding(_named(rule), note) for note in made.notes]
            if made.value is not None and path:
                _put(client, path.split("."), made.value)
        if values.get("", True) is None:
            findings.append(Finding(_named(self.reference), "is empty, and names the row"))
        if findings:
            return Mapped(None, tuple(findings))
        row = {"row": record.line, "reference": values[""], "client": client}
        return Mapped(row, (), tuple(notes))

    def column_at(self, pointer: str) -> str:
        """The columns behind a JSON Pointer into a row, for a report in the file's own words."""
        if pointer == "/reference":
            return _named(self.reference)
        path = re.sub(r"\.\d+(?=\.|$)", "", pointer.removeprefix("/client/").replace("/", "."))
        if path in self.fields:
            return _named(self.fields[path])
        inside = [
            _named(rule) for name, rule in self.fields.items() if name.startswith(path + ".")
        ]
        return ", ".join(dict.fromkeys(filter(None, inside))) or path

    def _rules(self) -> Iterator[tuple[str, Rule]]:
        yield "", self.reference
        yield from self.fields.items()


def _named(rule: Rule) -> str:
    return ", ".join(rule.columns)


def _put(client: dict[str, Any], steps: Sequence[str], value: Any) -> None:
    for step in steps[:-1]:
        client = client.setdefault(step, {})
    client[steps[-1]] = value


def ready_made() -> list[str]:
    """The names of the mappings that come with the house."""
    return sorted(f.name.removesuffix(".yaml") for f in _READY_MADE.iterdir())


def load(name: str) -> ClientMapping:
    """A mapping from a file, or one that comes with the house, by its name."""
    file = Path(name) if Path(name).is_file() else _READY_MADE / f"{name}.yaml"
    if not file.is_file():
        raise Trouble(f"There is no mapping {name}; ready-made ones: {', '.join(ready_made())}.")
    return parse(file.read_text(encoding="utf-8"), name)


def parse(text: str, name: str) -> ClientMapping:
    """A mapping from its text."""
    try:
        said = yaml.load(text, Loader=_Plain)  # noqa: S506 a base loader: every scalar is text
        mapping = ClientMapping.model_validate(said)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        raise Trouble(f"The mapping {name} is not YAML{where}: {_problem(error)}.") from None
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise Trouble(f"The mapping {name} is wrong at {where}: {first['msg']}.") from None
    known = set(known_fields())
    if unknown := sorted(mapping.fields.keys() - known):
        raise Trouble(
            f"The mapping {name} fills {', '.join(unknown)}, which no client has."
            f" There are: {', '.join(sorted(known))}."
        )
    return mapping


def _problem(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or "it cannot be read")


class _Plain(yaml.BaseLoader):
    """Every scalar is text (01 is a code and NO is a word); a key that stands twice is refused."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Refuse what would silently win."""
        keys = [key.value for key, _ in node.value]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise yaml.constructor.ConstructorError(
                problem=f"{', '.join(sorted(twice))} stands twice", problem_mark=node.start_mark
            )
        return super().construct_mapping(node, deep)


def known_fields() -> list[str]:
    """Every field of a registration that a mapping may fill, as a path with dots."""
    schema = RegisterClient.model_json_schema()
    return [path for path in _paths(schema, schema["$defs"]) if path != "share_with"]


def _paths(schema: Mapping[str, Any], known: Mapping[str, Any], at: str = "") -> Iterator[str]:
    for name, told in schema["properties"].items():
        inside = [_resolved(one, known) for one in told.get("anyOf", [told])]
        objects = [one for one in inside if "properties" in one]
        for one in objects:
            yield from _paths(one, known, f"{at}{name}.")
        if not objects:
            yield f"{at}{name}"


def _resolved(told: Mapping[str, Any], known: Mapping[str, Any]) -> Mapping[str, Any]:
    ref = told.get("$ref")
    return known[ref.rsplit("/", 1)[-1]] if ref else told
