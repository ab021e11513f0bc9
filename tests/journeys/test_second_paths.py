"""No second way to the same data: a word planted in each section, then looked for on every path.

Peers leaked three times in one summer through search, lists, expansions and exports (peers 6.2). Here
every reader asks every address that reads, searches and batches among them, and what comes back is
held against the matrix.
"""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import httpx2
import pytest
from pypdf import PdfReader

from contracts.sections import Level
from contracts.values import BasisKind
from kernel import ids
from kernel.rights import Ground, Grounds, Seat, opens, sees
from okienko.examples import EXAMPLES
from okienko.examples.example import CLIENT, referral
from okienko.examples.sharing import OTHER
from okienko.personas import MOPR_ZABRZE, NGO_ZABRZE, PERSONAS, PUP_ZABRZE
from tests.journeys.canaries import Flock, sightings
from tests.journeys.house import House, eventually
from tests.journeys.sections import (
    ABOUT_NO_CLIENT,
    BETWEEN_THE_TWO,
    OF_A_VISIT,
    OF_THE_HOUSE,
    is_known,
    needs_of,
)
from tests.journeys.walking import Step, Walker

pytestmark = [pytest.mark.journey, pytest.mark.timeout(600)]
LEFT_OUT = (
    # What takes a client of the story out of sight of those who are to be looked over the shoulder,
    # and what brings in persons of their own.
    "merge_clients", "unmerge_clients", "close_client", "restrict_client", "approve_erasure",
    "import_clients", "withdraw_sharing", "narrow_sharing",
)  # fmt: skip
READERS = [
    (MOPR_ZABRZE, "OPS", "ops_benefits_clerk"),
    (MOPR_ZABRZE, "OPS", "ops_manager"),
    (MOPR_ZABRZE, "OPS", "family_assistant"),
    (MOPR_ZABRZE, "OPS", "dpo"),
    (PUP_ZABRZE, "PUP", "pup_adviser"),
    (PUP_ZABRZE, "PUP", "pup_career_counsellor"),
    (PUP_ZABRZE, "PUP", "pup_manager"),
    (PUP_ZABRZE, "PCPR", "social_worker"),
    (PUP_ZABRZE, "PCPR", "diagnostic_group_member"),
    (PUP_ZABRZE, "CUS", "cus_plan_coordinator"),
    (NGO_ZABRZE, "NGO", "ngo_coordinator"),
    (NGO_ZABRZE, "NGO", "ngo_worker"),
    (NGO_ZABRZE, "NGO", "care_provider"),
    (NGO_ZABRZE, "OPS", "ops_benefits_clerk"),
]
NEWCOMERS = [
    ("glass", "OPS", "social_worker"),
    ("glass", "OPS", "family_assistant"),
    ("glass", "OPS", "ops_manager"),
    ("glass", "OPS", "ops_benefits_clerk"),
    ("glass", "PUP", "pup_adviser"),
    ("glass", "NGO", "ngo_coordinator"),
    ("referral", "PUP", "pup_adviser"),
    ("referral", "NGO", "ngo_coordinator"),
    ("referral", "NGO", "ngo_worker"),
    ("referral", "OPS", "ops_benefits_clerk"),
    ("ended", "OPS", "social_worker"),
    ("ended", "OPS", "ops_manager"),
    ("ended", "NGO", "ngo_coordinator"),
]
"""Institutions that came to know her in one way alone: an emergency, a referral, or both and it is over."""
PARTNERS = frozenset({Ground(BasisKind.CONSENT), Ground(BasisKind.CONSENT, ("health",))})
STANDING = {
    "glass": frozenset({Ground(BasisKind.VITAL_INTEREST)}),
    "referral": frozenset({Ground(BasisKind.REFERRAL)}),
    "ended": frozenset[Ground](),
}
COPIES = {"export_record", "print_export"}
RANK = [Level.SUMMARY, Level.MASKED, Level.FULL]


@dataclass
class Planted:
    """The canaries that were taken, and the addresses of what they were written into."""

    flock: Flock
    taken: dict[str, str]
    made: list[str]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house of its own, which the canaries fill."""
    with House.standing(tmp_path_factory.mktemp("second paths") / "data") as house:
        yield house


@pytest.fixture(scope="module")
def planted(house: House, walker: Walker) -> Planted:
    document = house.ask(None, "GET", "/openapi.json").json()
    flock = Flock(document["components"]["schemas"])
    taken: dict[str, str] = {}
    made: list[str] = []
    operations = {o["operationId"]: o for ms in document["paths"].values() for o in ms.values()}
    by_name = {step.name: step for step in walker.steps}
    for name, example in EXAMPLES.items():
        step = by_name[name]
        if step.body is None or name in LEFT_OUT:
            continue
        schema = operations[name]["requestBody"]["content"]["application/json"]["schema"]
        before = set(flock.planted)
        body = flock.fill(schema, step.body, name)
        answer = house.ask(example.who, step.method, step.path, body, headers=example.headers)
        if answer.is_success:
            taken |= {c: w for c, w in flock.planted.items() if c not in before}
            made += [answer.headers["location"]] if "location" in answer.headers else []
    return Planted(flock, taken, made)


@pytest.fixture(scope="module")
def newcomers(house: House, walker: Walker, planted: Planted) -> dict[str, UUID]:
    """Institutions of `NEWCOMERS`, by how they came to know every client that was written about."""
    offices = {how: ids.new() for how in STANDING}
    for how, office in offices.items():
        body = {
            "id": str(office),
            "name": f"Nowa {how} (demo)",
            "kind": "OPS",
            "territory": "2478",
        }
        house.post("operator", "/v1/institutions", body)
    for client in clients_of(house, planted):
        _break(walker, offices["glass"], client)
        _refer(house, offices["referral"], client)
        broken, sent = (
            _break(walker, offices["ended"], client),
            _refer(house, offices["ended"], client),
        )
        end = _step(walker, "end_glass", f"/v1/break-glass/{broken}/end")
        assert walker.ask(offices["ended"], "OPS", ("social_worker",), end).status_code == 204
        house.post("ops-zabrze", f"/v1/referrals/{sent}/withdraw", status=200)
    return offices


def _break(walker: Walker, office: UUID, client: str) -> str:
    step = _step(walker, "break_glass", "/v1/break-glass")
    step = replace(step, body=step.body | {"client_id": client})
    return str(walker.ask(office, "OPS", ("social_worker",), step).json()["id"])


def _refer(house: House, office: UUID, client: str) -> str:
    body = referral(client) | {"to": {"institution": str(office)}}

    def ask() -> str | None:
        # A new institution is known to referrals within a moment.
        answer = house.ask("ops-zabrze", "POST", "/v1/referrals", body)
        return str(answer.json()["id"]) if answer.is_success else None

    return eventually(ask, "a referral to a new institution")


def _step(walker: Walker, name: str, path: str) -> Step:
    return replace(next(step for step in walker.steps if step.name == name), path=path)


def clients_of(house: House, planted: Planted) -> list[str]:
    """Whoever the examples and the canaries are about, as far as whoever registered her sees her."""
    real = json.loads(house.home.demo_examples.read_text())
    made = [new.rpartition("/")[2] for new in planted.made if re.match(r"/v1/clients/[^/]*$", new)]
    known = [*(real[one] for one in (CLIENT, OTHER)), *made]
    return [one for one in dict.fromkeys(known) if house.record("ops-zabrze", one)]


def reads(house: House, walker: Walker, planted: Planted) -> list[Step]:
    """Every address that reads: of the examples, and of each thing the canaries were written into."""
    looks = [step for step in walker.steps if step.looks]
    batch, search = (
        next(step for step in looks if step.name == name)
        for name in ("read_records", "find_clients")
    )
    return [
        *looks,
        *(again for new in planted.made for step in looks if (again := _moved(step, new))),
        replace(batch, body={"client_ids": clients_of(house, planted)}),
        replace(search, body={"family": "Kanarek"}),
    ]


def _moved(step: Step, location: str) -> Step | None:
    """The same step on another thing of that kind, if it is of that kind."""
    kind, _, new = location.rpartition("/")
    # A client's record is hers too.
    kinds = "/v1/(?:clients|records)" if kind == "/v1/clients" else re.escape(kind)
    form = re.compile(rf"^({kinds})/[0-9a-f-]{{36}}(?=[/.]|$)")
    path, count = form.subn(rf"\g<1>/{new}", step.path)
    return replace(step, path=path) if count else None


def text_of(answer: httpx2.Response) -> bytes:
    """What stands in an answer, also if it is a paper."""
    if answer.headers.get("content-type", "").startswith("application/pdf"):
        pages = PdfReader(io.BytesIO(answer.content)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages).encode()
    return answer.content


def may_read(seat: Seat, where: str, standing: Grounds) -> bool:
    needs = needs_of(where)
    if needs is None:
        return True
    section, level = needs
    if isinstance(level, Level):
        seen = sees(seat, standing, section)
        return seen is not None and RANK.index(seen) >= RANK.index(level)
    return opens(seat, level, section, standing)


def test_every_place_that_takes_a_word_about_a_client_belongs_to_a_section(
    planted: Planted,
) -> None:
    assert {where for where in planted.flock.planted.values() if not is_known(where)} == set()


def test_whoever_runs_the_case_finds_the_canaries(
    house: House, walker: Walker, planted: Planted
) -> None:
    roles = ("social_worker", "ops_manager", "ops_benefits_clerk")
    asked = [(MOPR_ZABRZE.id, "OPS", roles, step) for step in reads(house, walker, planted)]

    found = {w for a in walker.all(asked) for w in sightings(planted.taken, text_of(a))}

    places = {needs[0] for where in found if (needs := needs_of(where))}
    assert {"identity", "contact", "income", "needs", "work", "notes", "plan"} <= places
    assert {"referrals", "meetings", "awards", "household"} <= places


@pytest.mark.parametrize(
    ("office", "kind", "role"), READERS, ids=[f"{o.kind} {k} {r}" for o, k, r in READERS]
)
def test_no_path_shows_a_word_of_a_section_that_is_not_hers(
    house: House, walker: Walker, planted: Planted, office: Any, kind: str, role: str
) -> None:
    seat = Seat(kind, frozenset({role}))

    shown = seen_by(house, walker, planted, office.id, seat)

    leaks = {
        f"{name} shows {where}"
        for name, where in shown
        if not may_read(seat, where, PARTNERS) and not _own(office.id, role, where)
    }
    assert "\n".join(sorted(leaks)) == ""


@pytest.mark.parametrize(
    ("how", "seat"),
    [(how, Seat(kind, frozenset({role}))) for how, kind, role in NEWCOMERS],
    ids=[" ".join(one) for one in NEWCOMERS],
)
def test_whoever_knows_her_in_one_way_alone_is_shown_no_word_of_another(
    house: House,
    walker: Walker,
    planted: Planted,
    newcomers: dict[str, UUID],
    how: str,
    seat: Seat,
) -> None:
    shown = seen_by(house, walker, planted, newcomers[how], seat)

    about_her = {(name, where) for name, where in shown if not where.startswith(ABOUT_NO_CLIENT)}
    leaks = {
        f"{name} shows {where}"
        for name, where in about_her
        if where.startswith(BETWEEN_THE_TWO) or not may_read(seat, where, STANDING[how])
    }
    assert bool(about_her) == bool(STANDING[how])
    assert "\n".join(sorted(leaks)) == ""


def seen_by(
    house: House, walker: Walker, planted: Planted, office: UUID, seat: Seat
) -> set[tuple[str, str]]:
    """On which operation somebody sees the words written where."""
    # A person's copy of her data is whole, and whoever answers for it hands it out (GDPR art. 15).
    steps = [step for step in reads(house, walker, planted) if step.name not in COPIES]
    answers = walker.all((office, seat.kind, seat.roles, step) for step in steps)
    return {
        (step.name, where)
        for step, answer in zip(steps, answers, strict=True)
        for where in sightings(planted.taken, text_of(answer))
    }


def _own(institution: UUID, role: str, where: str) -> bool:
    """Whether it is her own: her institution's part, its referral, its log; the visits she made."""
    if where.startswith(OF_A_VISIT):
        return role == "care_provider"
    ours = PERSONAS[EXAMPLES[where.split(".", maxsplit=1)[0]].who].office.id == institution
    return ours and (institution != MOPR_ZABRZE.id or where.startswith(OF_THE_HOUSE))
