"""Walking the whole API as anybody: every operation with its worked example, under any seat."""

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2

from contracts.values import InstitutionKind
from okienko.examples import EXAMPLES
from okienko.personas import Office, Persona
from okienko.token import token_at
from policies.book import book
from tests.journeys.house import House, asked
from tests.support.operations import filled, operations

TABLE = Path(__file__).with_name("rights.md")
ROLES = frozenset(role for rule in book().rules for role in rule.roles) | {"mayor"}
"""Every role that any policy names, and one that none does."""
_AT_ONCE = 8


@dataclass(frozen=True)
class Entry:
    """What the table promises of one operation."""

    reach: str
    """What it answers to whoever carries it and has no relation to the client of the example:
    `refused`, `own` (of her own institution's, or about nobody), `operator` (refused to others), `address` (that is the
    right)."""
    carried: Mapping[str, frozenset[str]]
    """By kind of institution: the roles that carry it."""

    def by(self, kind: str) -> frozenset[str]:
        """The roles that carry it at a kind of institution."""
        return self.carried.get(kind, frozenset())


def read_table() -> dict[str, Entry]:
    """The table, as it is kept by hand."""
    rows = [line.strip("|").split("|") for line in TABLE.read_text("utf-8").splitlines()]
    cells = [[cell.strip() for cell in row] for row in rows if len(row) == 3]
    return {name: Entry(reach, dict(_carried(who))) for name, reach, who in cells[2:]}


def _carried(written: str) -> Iterator[tuple[str, frozenset[str]]]:
    for part in filter(None, written.split(";")):
        kinds, roles = part.split(":")
        for kind in kinds.split(","):
            yield kind.strip(), frozenset(roles.split())


@dataclass(frozen=True)
class Step:
    """One operation as its example does it."""

    name: str
    method: str
    path: str
    body: Any
    headers: Mapping[str, str]
    looks: bool
    """Whether it changes nothing: a GET, or a POST that carries what no address may."""


def steps(document: Mapping[str, Any]) -> list[Step]:
    """Every operation of an OpenAPI document, its placeholders filled in as the document shows."""
    found = []
    for method, path, operation in operations(document):
        name = operation["operationId"]
        content = operation.get("requestBody", {}).get("content", {})
        body = content.get("application/json", {}).get("example")
        headers = EXAMPLES[name].headers if name in EXAMPLES else {}
        told = {parameter["name"].lower() for parameter in operation["parameters"]}
        looks = method == "GET" or "idempotency-key" not in told
        found.append(Step(name, method, filled(path, operation), body, headers, looks))
    return found


class Walker:
    """Asks as anybody whose token the provider would sign."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._url = f"http://127.0.0.1:{house.port}"
        self._http = httpx2.Client(base_url=self._url, timeout=60)
        self._tokens: dict[tuple[UUID, str, frozenset[str]], str] = {}
        self.steps = steps(self._http.get("/openapi.json").json())

    def ask(
        self, institution: UUID, kind: str, roles: Iterable[str], step: Step
    ) -> httpx2.Response:
        """Do one step as a worker of an institution in some roles."""
        headers = {"Authorization": f"Bearer {self._token(institution, kind, frozenset(roles))}"}
        more = {} if step.body is None else {"json": step.body}
        return asked(
            self._http, step.method, step.path, headers=headers | dict(step.headers), **more
        )

    def all(self, seats: Iterable[tuple[UUID, str, Iterable[str], Step]]) -> list[httpx2.Response]:
        """Many steps, several at once; answers in their order."""
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            return list(pool.map(lambda seat: self.ask(*seat), seats))

    def _token(self, institution: UUID, kind: str, roles: frozenset[str]) -> str:
        seat = (institution, kind, roles)
        if seat not in self._tokens:
            office = Office(institution, f"{kind} (demo)", InstitutionKind(kind), "24")
            code = f"walker-{kind.lower()}-{len(self._tokens)}"
            somebody = Persona(code, "Ida Wędrowna", office, tuple(sorted(roles)))
            self._tokens[seat] = token_at(self._house.home, self._url, somebody)
        return self._tokens[seat]

    def close(self) -> None:
        """Hang up."""
        self._http.close()
