"""No second way to the same data: a word planted in each section, then looked for on every path.

Peers leaked three times in one summer through search, lists, expansions and exports (peers 6.2). Here
every reader asks every address that reads, and what comes back is held against the matrix.
"""

import io
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
from kernel.rights import Ground, Seat, opens, sees
from okienko.examples import EXAMPLES
from okienko.personas import MOPR_ZABRZE, NGO_ZABRZE, PERSONAS, PUP_ZABRZE
from tests.journeys.canaries import Flock, sightings
from tests.journeys.house import House
from tests.journeys.sections import OF_A_VISIT, OF_THE_HOUSE, is_known, needs_of
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
PARTNERS = frozenset({Ground(BasisKind.CONSENT), Ground(BasisKind.CONSENT, ("health",))})
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


def reads(walker: Walker, made: list[str]) -> list[Step]:
    """Every address that reads: of the examples, and of each thing the canaries were written into."""
    looks = [step for step in walker.steps if step.method == "GET"]
    return [*looks, *(again for new in made for step in looks if (again := _moved(step, new)))]


def _moved(step: Step, location: str) -> Step | None:
    """The same step on another thing of that kind, if it is of that kind."""
    kind, _, _ = location.rpartition("/")
    form = re.compile(re.escape(kind) + r"/[0-9a-f-]{36}(?=[/.]|$)")
    path, count = form.subn(location, step.path)
    return replace(step, path=path) if count else None


def text_of(answer: httpx2.Response) -> bytes:
    """What stands in an answer, also if it is a paper."""
    if answer.headers.get("content-type", "").startswith("application/pdf"):
        pages = PdfReader(io.BytesIO(answer.content)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages).encode()
    return answer.content


def may_read(seat: Seat, where: str) -> bool:
    needs = needs_of(where)
    if needs is None:
        return True
    section, level = needs
    if isinstance(level, Level):
        seen = sees(seat, PARTNERS, section)
        return seen is not None and RANK.index(seen) >= RANK.index(level)
    return opens(seat, level, section, PARTNERS)


def test_every_place_that_takes_a_word_about_a_client_belongs_to_a_section(
    planted: Planted,
) -> None:
    assert {where for where in planted.flock.planted.values() if not is_known(where)} == set()


def test_whoever_runs_the_case_finds_the_canaries(walker: Walker, planted: Planted) -> None:
    roles = ("social_worker", "ops_manager", "ops_benefits_clerk")
    asked = [(MOPR_ZABRZE.id, "OPS", roles, step) for step in reads(walker, planted.made)]

    found = {w for a in walker.all(asked) for w in sightings(planted.taken, text_of(a))}

    places = {needs[0] for where in found if (needs := needs_of(where))}
    assert {"identity", "contact", "income", "needs", "work", "notes", "plan"} <= places
    assert {"referrals", "meetings", "awards", "household"} <= places


@pytest.mark.parametrize(
    ("office", "kind", "role"), READERS, ids=[f"{o.kind} {k} {r}" for o, k, r in READERS]
)
def test_no_path_shows_a_word_of_a_section_that_is_not_hers(
    walker: Walker, planted: Planted, office: Any, kind: str, role: str
) -> None:
    seat = Seat(kind, frozenset({role}))
    # A person's copy of her data is whole, and whoever answers for it hands it out (GDPR art. 15).
    steps = [step for step in reads(walker, planted.made) if step.name not in COPIES]

    answers = walker.all((office.id, kind, (role,), step) for step in steps)

    leaks = {
        f"{step.name} shows {where}"
        for step, answer in zip(steps, answers, strict=True)
        for where in sightings(planted.taken, text_of(answer))
        if not may_read(seat, where) and not _own(office.id, role, where)
    }
    assert "\n".join(sorted(leaks)) == ""


def _own(institution: UUID, role: str, where: str) -> bool:
    """Whether it is her own: her institution's part, its referral, its log; the visits she made."""
    if where.startswith(OF_A_VISIT):
        return role == "care_provider"
    ours = PERSONAS[EXAMPLES[where.split(".", maxsplit=1)[0]].who].office.id == institution
    return ours and (institution != MOPR_ZABRZE.id or where.startswith(OF_THE_HOUSE))
