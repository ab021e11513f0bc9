"""Every operation × every role × every relation, over HTTP against the running house (rights.md)."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
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
from okienko.examples.example import CLIENT, referral
from okienko.personas import MOPR_ZABRZE, PUP_ZABRZE
from tests.journeys.house import House, eventually
from tests.journeys.walking import ROLES, Entry, Step, Walker, read_table

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
KINDS = [kind.value for kind in InstitutionKind]
TABLE = read_table()
TASK = {"kind": "statutory_task", "article": "art. 100 ust. 2 u.p.s."}
FORBIDDEN = 403
OPENED = {
    "shared": ({"intake", "referrals"}, 20),
    "referred": ({"intake", "referrals"}, 20),
    "broken": ({"intake"}, 10),
}
"""In which services, and on how many paths at least, a right opens one client."""
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
    """Institutions without a live relation, by why: nobody ever shared, it is over, only a neighbour,
    the same as the first but known to the directory.
    """
    found = {why: ids.new() for why in ("unknown", "withdrawn", "member", "new")}
    for number, why in enumerate(("withdrawn", "member", "new")):
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


def test_what_a_stranger_is_told_counts_nobody_whom_she_once_saw(
    walker: Walker, strangers: dict[str, UUID]
) -> None:
    # The directory's list names them both; a paper about nobody has a number of its own each time;
    # an officer is told what her own workers asked for, found or not.
    besides = {"list_institutions", "print_what_if", "search_audit"}
    looks = [
        s
        for s in walker.steps
        if s.looks and TABLE[s.name].reach == "own" and s.name not in besides
    ]
    asked = [
        (kind, roles, s) for s in looks for kind in KINDS if (roles := TABLE[s.name].by(kind))
    ]

    def told_to(why: str) -> list[str]:
        answers = walker.all((strangers[why], *seat) for seat in asked)
        return [_of_nobody(answer.text, strangers[why]) for answer in answers]

    once, never = told_to("withdrawn"), told_to("new")

    assert [
        f"{step.name} at {kind}: {one[:300]} but {other[:300]}"
        for (kind, _, step), one, other in zip(asked, once, never, strict=True)
        if one != other
    ] == []


def _of_nobody(answer: str, institution: UUID) -> str:
    """An answer without what tells one asking from another: who asks, and when."""
    moment = r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)"
    return re.sub(moment, "now", answer.replace(str(institution), "hers"))


@pytest.mark.parametrize("how", ["shared", "broken", "referred"])
def test_what_is_over_is_refused_on_every_path_from_the_next_request_on(
    walker: Walker, house: House, client: str, how: str
) -> None:
    partner = ids.new()
    body = {"id": str(partner), "name": f"OPS {how} (demo)", "kind": "OPS", "territory": "2478"}
    house.post("operator", "/v1/institutions", body)
    end = {"shared": _shared, "broken": _broken, "referred": _referred}[how](
        walker, house, client, partner
    )
    roles = ("social_worker", "ops_manager", "ops_benefits_clerk", "dpo")
    paths = [s for s in walker.steps if s.method == "GET" and TABLE[s.name].reach == "refused"]

    def seen() -> list[Step]:
        answers = walker.all((partner, "OPS", roles, step) for step in paths)
        return [step for step, a in zip(paths, answers, strict=True) if a.is_success]

    services, fewest = OPENED[how]
    open_to_her = eventually(lambda: found if len(found := seen()) >= fewest else None, "a right")
    end()

    assert {OWNERS.get(step.path.split("/")[2]) for step in open_to_her} >= services
    assert [step.name for step in seen()] == []


def _shared(_: Walker, house: House, client: str, partner: UUID) -> Callable[[], Any]:
    sharing = _share(house, client, partner)
    return lambda: house.post("ops-zabrze", f"{sharing}/withdraw", status=200)


def _broken(walker: Walker, _: House, client: str, partner: UUID) -> Callable[[], Any]:
    step = next(step for step in walker.steps if step.name == "break_glass")
    step = replace(step, body=step.body | {"client_id": client})
    broken = walker.ask(partner, "OPS", ("social_worker",), step).json()["id"]
    over = replace(step, path=f"{step.path}/{broken}/end", body=None)
    return lambda: walker.ask(partner, "OPS", ("dpo",), over).raise_for_status()


def _referred(_: Walker, house: House, client: str, partner: UUID) -> Callable[[], Any]:
    body = referral(client) | {"to": {"institution": str(partner)}}

    def ask() -> str | None:
        answer = house.ask("ops-zabrze", "POST", "/v1/referrals", body)
        return str(answer.json()["id"]) if answer.is_success else None

    sent = eventually(ask, "a referral to a new institution")
    return lambda: house.post("ops-zabrze", f"/v1/referrals/{sent}/withdraw", status=200)
