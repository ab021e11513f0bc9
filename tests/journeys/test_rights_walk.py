"""Every operation × every role × every relation, over HTTP against the running house (rights.md)."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import httpx2
import pytest

from contracts.roles import held
from contracts.values import InstitutionKind
from gateway.forwarding import OWNERS
from kernel import ids
from kernel.rights import Seat, permits
from kernel.verbs import action_of
from okienko.examples import EXAMPLES
from okienko.examples.example import CLIENT
from okienko.personas import MOPR_ZABRZE, PUP_ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.walking import ROLES, Entry, Step, Walker, read_table

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
KINDS = [kind.value for kind in InstitutionKind]
TABLE = read_table()
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
FORBIDDEN = 403
MANY = 20
"""Paths to one client that a sharing opens at least, in two services and at the gateway."""
SPARED = {"refused": set(), "operator": {"OPERATOR"}, "own": set(KINDS), "address": set(KINDS)}
"""Whom each reach lets in without a relation."""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own: strangers are brought in, and what is shared with them is withdrawn."""
    with House.standing(tmp_path_factory.mktemp("walk") / "data") as house:
        yield house


@pytest.fixture(scope="module")
def client(house: House) -> str:
    """The client of most examples."""
    return str(_real(house)[CLIENT])


@pytest.fixture(scope="module")
def strangers(house: House) -> dict[str, UUID]:
    """Institutions without a live relation, by why: nobody ever shared, it is over, only a neighbour."""
    found = {why: ids.new() for why in ("unknown", "withdrawn", "member")}
    for number, why in enumerate(("withdrawn", "member")):
        body = {"id": str(found[why]), "name": f"Obca {number} (demo)", "kind": "OPS"}
        house.post("operator", "/v1/institutions", body | {"territory": "2478"})
    _neighbour(house, found["member"])
    for one in _clients(house):
        sharing = _share(house, one, found["withdrawn"])
        house.post("ops-zabrze", f"{sharing}/withdraw", status=200)
    return found


def _real(house: House) -> dict[str, Any]:
    return dict(json.loads(house.home.demo_examples.read_text()))


def _clients(house: House) -> list[str]:
    found = house.post("ops-zabrze", "/v1/clients/search", {"family": "Przykładowa-Demo"}, 200)
    return [item["client_id"] for item in found["items"]]


def _share(house: House, client: str, institution: UUID) -> str:
    """Where the sharing is that lets an institution see a client."""
    sharings = f"/v1/clients/{client}/sharings"
    basis = {"institution": str(institution), "basis": TASK}

    def ask() -> str | None:
        # A new institution is known to intake within a moment.
        answer = house.ask("ops-zabrze", "POST", sharings, basis)
        return f"{sharings}/{answer.json()['id']}" if answer.is_success else None

    return eventually(ask, "a sharing with a new institution")


def _neighbour(house: House, institution: UUID) -> None:
    """A partnership of the registrar with it, through which nothing is shared."""
    group = str(ids.new())
    house.post(
        "operator", "/v1/partnerships", {"id": group, "name": "Sąsiedzi", "territory": ["2478"]}
    )
    agreement = {
        "id": str(ids.new()),
        "number": "9/2026",
        "members": [str(MOPR_ZABRZE.id), str(institution)],
        "valid_from": "2026-01-01",
    }
    house.post("operator", f"/v1/partnerships/{group}/agreements", agreement)


def told(step: Step, kind: str, answer: httpx2.Response) -> str:
    return f"{step.name} at {kind}: {answer.status_code} {answer.text[:120]}"


def test_every_operation_has_an_entry_and_every_entry_an_operation(walker: Walker) -> None:
    assert {step.name for step in walker.steps} == set(TABLE)
    assert {entry.reach for entry in TABLE.values()} == set(SPARED)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_table_and_the_policies_name_the_same(name: str) -> None:
    entry = TABLE[name]
    carried = {
        kind: {r for r in ROLES if permits(Seat(kind, held(kind, {r})), action_of(name))}
        for kind in KINDS
    }

    assert {kind: set(entry.by(kind)) for kind in KINDS} == carried


@pytest.mark.parametrize("office", [MOPR_ZABRZE, PUP_ZABRZE], ids=["registrar", "partner"])
def test_whoever_does_not_carry_a_verb_is_refused_it_whatever_else_she_may(
    walker: Walker, office: Any
) -> None:
    asked = [
        (office.id, kind, ROLES - TABLE[step.name].by(kind), step)
        for step in walker.steps
        for kind in KINDS
        if TABLE[step.name].reach != "address"
    ]

    answers = walker.all(asked)

    wrong = [
        told(step, kind, answer)
        for (_, kind, _, step), answer in zip(asked, answers, strict=True)
        if answer.status_code != FORBIDDEN or not answer.json()["type"].endswith("/RoleMayNot")
    ]
    assert wrong == []


@pytest.mark.parametrize("why", ["unknown", "withdrawn", "member"])
def test_whoever_has_no_relation_is_refused_whatever_role_she_has(
    walker: Walker, strangers: dict[str, UUID], why: str
) -> None:
    asked = [
        (strangers[why], kind, roles, step)
        for step in walker.steps
        for kind in KINDS
        if (roles := TABLE[step.name].by(kind)) and kind not in SPARED[TABLE[step.name].reach]
    ]

    answers = walker.all(asked)

    assert len(asked) > 500
    assert [
        told(step, kind, answer)
        for (_, kind, _, step), answer in zip(asked, answers, strict=True)
        if answer.is_success or answer.status_code >= 500
    ] == []


@pytest.mark.parametrize("why", ["unknown", "withdrawn", "member"])
def test_what_a_stranger_may_read_names_no_client(
    walker: Walker, strangers: dict[str, UUID], why: str, house: House
) -> None:
    people = {one.encode() for one in _clients(house)} | {b"kowa-Demo", b"Chwilowy-Demo"}
    asked = [
        (strangers[why], kind, roles, step)
        for step in walker.steps
        for kind in KINDS
        if _is_read(step, TABLE[step.name]) and (roles := TABLE[step.name].by(kind))
    ]

    answers = walker.all(asked)

    assert any(answer.is_success for answer in answers)
    assert [
        told(step, kind, answer)
        for (_, kind, _, step), answer in zip(asked, answers, strict=True)
        if any(one in answer.content for one in people)
    ] == []


def _is_read(step: Step, entry: Entry) -> bool:
    searches = {"find_clients", "find_duplicates"}
    return entry.reach == "own" and (step.method == "GET" or step.name in searches)


def test_what_is_withdrawn_is_refused_on_every_path_from_the_next_request_on(
    walker: Walker, house: House, client: str
) -> None:
    partner = ids.new()
    body = {"id": str(partner), "name": "OPS Gościnny (demo)", "kind": "OPS", "territory": "2478"}
    house.post("operator", "/v1/institutions", body)
    sharing = _share(house, client, partner)
    roles = ("social_worker", "ops_manager", "ops_benefits_clerk", "dpo")
    paths = [s for s in walker.steps if s.method == "GET" and TABLE[s.name].reach == "refused"]

    def seen() -> list[Step]:
        answers = walker.all((partner, "OPS", roles, step) for step in paths)
        return [step for step, a in zip(paths, answers, strict=True) if a.is_success]

    open_to_her = eventually(lambda: found if len(found := seen()) >= MANY else None, "a sharing")
    house.post("ops-zabrze", f"{sharing}/withdraw", status=200)

    assert {OWNERS.get(step.path.split("/")[2]) for step in open_to_her} >= {"intake", "referrals"}
    assert [step.name for step in seen()] == []
